/** Whether the click just made ended a drag over text: passages are selected to be copied, not to be opened. */
export function wasDragged(): boolean {
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== '';
}

/** Follows a press until it ends, with the distance from where it began. */
export function follow(
  start: PointerEvent,
  onmove: (event: PointerEvent, byX: number, byY: number) => void,
  onend?: () => void,
): void {
  // The root, since what was pressed may be moved within the page meanwhile, and would lose the pointer.
  const target = document.documentElement;
  target.setPointerCapture(start.pointerId);
  const controller = new AbortController();
  const { signal } = controller;
  const end = () => {
    controller.abort();
    onend?.();
  };
  target.addEventListener(
    'pointermove',
    (event) => onmove(event, event.clientX - start.clientX, event.clientY - start.clientY),
    { signal },
  );
  target.addEventListener('pointerup', end, { signal });
  target.addEventListener('pointercancel', end, { signal });
}

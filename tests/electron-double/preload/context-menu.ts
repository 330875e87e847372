import { post } from './post.ts';

/** What there is under the pointer, as far as the double tells of it: “ContextMenuParams”. */
export interface ContextMenu {
  readonly x: number;
  readonly y: number;
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly editFlags: {
    readonly canCut: boolean;
    readonly canCopy: boolean;
    readonly canPaste: boolean;
    readonly canDelete: boolean;
    readonly canSelectAll: boolean;
  };
}

function selectionIn(target: EventTarget | null): string {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
  }
  return String(window.getSelection() ?? '');
}

function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return !target.readOnly;
  return target instanceof HTMLElement && target.isContentEditable;
}

/** webContents, Event 'context-menu': not where the page has a menu of its own. */
export function tellContextMenus(): void {
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return;
    const [target] = event.composedPath();
    const editable = isEditable(target ?? null);
    const selectionText = selectionIn(target ?? null);
    const canCopy = selectionText !== '';
    const menu: ContextMenu = {
      x: event.clientX,
      y: event.clientY,
      isEditable: editable,
      selectionText,
      editFlags: {
        canCut: editable && canCopy,
        canCopy,
        canPaste: editable,
        canDelete: editable && canCopy,
        canSelectAll: true,
      },
    };
    post({ type: 'context-menu', menu });
  });
}

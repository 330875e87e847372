import type { Page } from '@playwright/test';

/** What another program would drag over the window: files and folders by their paths on disk. */
export interface FileDrag {
  /** Over the window, not let go yet. */
  hold(): Promise<void>;
  drop(): Promise<void>;
  /** Out of the window again. */
  leave(): Promise<void>;
}

/** Drags through the browser's own input, so that the page gets real files and folders. */
export async function dragFiles(page: Page, paths: readonly string[]): Promise<FileDrag> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'dragEnter' | 'dragOver' | 'drop', x = 600): Promise<unknown> =>
    session.send('Input.dispatchDragEvent', {
      type,
      x,
      y: 400,
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    });
  let moving: ReturnType<typeof setInterval> | undefined;
  const hold = async (): Promise<void> => {
    await send('dragEnter');
    await send('dragOver');
    // As a hand does, which is never quite still. A page that closes meanwhile ends it.
    moving = setInterval(() => {
      send('dragOver').catch(() => clearInterval(moving));
    }, 300);
  };
  return {
    hold,
    async drop() {
      if (!moving) await hold();
      clearInterval(moving);
      await send('drop');
    },
    async leave() {
      clearInterval(moving);
      await send('dragOver', -5);
    },
  };
}

/** Dispatches a drop of what a page or an editor gives when a selection is dragged out of it. */
export async function dropText(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [type, value] of Object.entries(given)) dataTransfer.setData(type, value);
    const options = { dataTransfer, bubbles: true, cancelable: true };
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, options));
    }
  }, data);
}

import { mark } from '../electron/api/marks.ts';

export { mark };

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

let asked = false;

/** Marks that what the page holds by now is painted, its letters too: they are invisible until their font is there. */
export async function markShown(): Promise<void> {
  if (asked) return;
  asked = true;
  await frame();
  await document.fonts.ready;
  await frame();
  // A frame's callbacks run before it is painted; a message is handled after.
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  mark('story-shown');
}

// Here, because this module is evaluated before all others of the page.
mark('page-script');

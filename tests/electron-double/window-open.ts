import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron';
import { toElectron } from './addresses.ts';
import type { Protocol } from './cdp.ts';
import { unimplemented } from './unimplemented.ts';

export type WindowOpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse;

/**
 * contents, `setWindowOpenHandler`: “Called before creating a window a new window is requested by the
 * renderer, e.g. by window.open(), a link with target="_blank” …; without a handler, and by `allow`, it is made.
 */
export class WindowOpening {
  #handler: WindowOpenHandler | null = null;
  /** Decided when the page asked, for the windows that come of it, in their order. */
  readonly #decided: boolean[] = [];

  setHandler(handler: WindowOpenHandler): void {
    this.#handler = handler;
  }

  asked({ url, windowName, windowFeatures }: Protocol.Page.windowOpenPayload): void {
    this.#decided.push(
      this.#decide({
        url: toElectron(url),
        frameName: windowName,
        features: windowFeatures.join(','),
        disposition: windowFeatures.length > 0 ? 'new-window' : 'foreground-tab',
        referrer: { url: '', policy: 'default' },
      }),
    );
  }

  /** Whether the next window may open. One that was not asked for in a way that we heard of may not. */
  next(): boolean {
    return this.#decided.shift() ?? this.#handler === null;
  }

  #decide(details: HandlerDetails): boolean {
    if (!this.#handler) return true;
    const { action } = this.#handler(details);
    if (action === 'allow') throw unimplemented('allowing a window in setWindowOpenHandler');
    return false;
  }
}

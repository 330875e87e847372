import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron';
import { toElectron } from './addresses.ts';
import type { Protocol } from './cdp.ts';
import { unimplemented } from './unimplemented.ts';

/** What Chromium says is enabled where the page named no features: then it is a tab. */
const OF_A_TAB = ['menubar', 'toolbar', 'status', 'scrollbars', 'resizable'];

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

  /** DevTools tell which features are enabled, not how the page wrote them. */
  asked({ url, windowName, windowFeatures }: Protocol.Page.windowOpenPayload): void {
    const isTab = OF_A_TAB.every((feature) => windowFeatures.includes(feature));
    const named = windowFeatures.filter((feature) => !isTab || !OF_A_TAB.includes(feature));
    this.#decided.push(
      this.#decide({
        url: toElectron(url),
        frameName: windowName,
        features: named.join(','),
        disposition: isTab ? 'foreground-tab' : 'new-window',
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

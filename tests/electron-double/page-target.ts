import { randomUUID } from 'node:crypto';
import { toChromium } from './addresses.ts';
import { ifStillThere, type CdpSession } from './cdp.ts';
import { chromium } from './chromium-process.ts';
import { followFrames, frameOf } from './frames.ts';
import { ABORTED, netError, type NetError } from './net-errors.ts';
import { PageLink } from './page-link.ts';
import { WORLD } from './preload/names.ts';
import { pageScript, preloadScript } from './preload/scripts.ts';
import { makeTarget } from './targets.ts';
import type { WebContents } from './web-contents.ts';

export interface TargetOptions {
  /** Path of the preload, or null. */
  readonly preload: string | null;
  readonly javascript: boolean;
  readonly width: number;
  readonly height: number;
}

/** What becomes of a page, for its WebContents. */
export interface PageEvents {
  startedLoading(): void;
  stoppedLoading(): void;
  /** @param url as Electron has it. */
  navigated(url: string): void;
  navigatedWithin(url: string): void;
  domReady(): void;
  loaded(): void;
  painted(): void;
}

/** A page of Chromium's, driven for a WebContents. */
export class PageTarget {
  readonly session: CdpSession;
  readonly id: string;
  readonly link: PageLink;
  readonly #options: TargetOptions;
  readonly #events: PageEvents;
  readonly #forgetFrames: () => void;
  /** Loads under way, by loader; each ends with what went wrong, or null. */
  readonly #loads = new Map<string, PromiseWithResolvers<NetError | null>>();
  /** The empty document that every page begins with, and nobody asked for, is there. */
  readonly #blank = Promise.withResolvers<undefined>();
  #started = false;
  crashed = false;
  #pageAsked = false;
  #preloadScript: string | null = null;
  readonly #secret = randomUUID();

  static async open(contents: WebContents, options: TargetOptions, events: PageEvents): Promise<PageTarget> {
    const { id, session } = await makeTarget(options);
    const target = new PageTarget(contents, id, session, options, events);
    await target.#setUp();
    return target;
  }

  private constructor(
    contents: WebContents,
    id: string,
    session: CdpSession,
    options: TargetOptions,
    events: PageEvents,
  ) {
    this.id = id;
    this.session = session;
    this.#options = options;
    this.#events = events;
    this.#forgetFrames = followFrames(contents, session, id);
    this.link = new PageLink(contents, session, id);
    this.#listen(contents);
  }

  /** Loads an address. Resolves when it has loaded. @returns what went wrong, if it did. */
  async load(address: string): Promise<NetError | null> {
    if (!this.crashed) await this.#renewPreload();
    const { loaderId, errorText } = await this.session.send('Page.navigate', { url: toChromium(address) });
    if (errorText !== undefined) return netError(errorText);
    // Without one it stayed within the document.
    return loaderId === undefined ? null : this.#load(loaderId).promise;
  }

  async reload(): Promise<void> {
    // A crashed page takes no scripts; the next one gets those of the last.
    if (!this.crashed) await this.#renewPreload();
    await this.session.send('Page.reload', {});
  }

  /**
   * Whether the navigation of the main frame that is under way is one that the page's scripts, links or
   * forms asked for. To be asked once for each.
   */
  takePageAsked(): boolean {
    const asked = this.#pageAsked;
    this.#pageAsked = false;
    return asked;
  }

  /** The page's content area, in DIP, and how much larger than usual all in it is. */
  async resize(width: number, height: number, zoom: number): Promise<void> {
    await this.session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / zoom),
      height: Math.round(height / zoom),
      deviceScaleFactor: zoom,
      mobile: false,
    });
  }

  /** Its process is gone. */
  crash(): void {
    this.crashed = true;
    this.link.end();
    this.#cutShort(null);
  }

  close(): void {
    this.#forgetFrames();
    this.link.end();
    this.#cutShort(null);
    ifStillThere(chromium().browser.send('Target.closeTarget', { targetId: this.id }));
  }

  async #setUp(): Promise<void> {
    const { session } = this;
    const { javascript } = this.#options;
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Network.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Emulation.setScriptExecutionDisabled', { value: !javascript }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(this.#secret) }),
      this.link.open(),
      session.send('Runtime.runIfWaitingForDebugger'),
      this.#blank.promise,
    ]);
    this.#started = true;
  }

  /** Electron reads the preload at each load. */
  async #renewPreload(): Promise<void> {
    const { preload } = this.#options;
    if (preload === null) return;
    const old = this.#preloadScript;
    if (old !== null)
      await this.session.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: old });
    const settings = { secret: this.#secret, process: processOfPreload() };
    const { identifier } = await this.session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript(preload, settings),
      worldName: WORLD,
    });
    this.#preloadScript = identifier;
  }

  #load(loaderId: string): PromiseWithResolvers<NetError | null> {
    const load = this.#loads.get(loaderId) ?? Promise.withResolvers<NetError | null>();
    this.#loads.set(loaderId, load);
    return load;
  }

  /** Another document has come, or the page is gone. */
  #cutShort(except: string | null): void {
    for (const [loaderId, { resolve }] of this.#loads) {
      if (loaderId === except) continue;
      resolve(ABORTED);
      this.#loads.delete(loaderId);
    }
  }

  #listen(contents: WebContents): void {
    const { session, id } = this;
    const events = this.#events;
    const url = (): string => frameOf(id)?.url ?? '';
    session.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frameId === id && this.#started) events.startedLoading();
    });
    session.on('Page.frameStoppedLoading', ({ frameId }) => {
      if (frameId === id && this.#started) events.stoppedLoading();
    });
    session.on('Page.frameRequestedNavigation', ({ frameId }) => {
      if (frameId === id) this.#pageAsked = true;
    });
    session.on('Network.requestWillBeSent', ({ frameId, type, initiator }) => {
      if (frameId === id && type === 'Document' && initiator.type !== 'other') this.#pageAsked = true;
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id !== id) return;
      this.crashed = false;
      this.#cutShort(frame.loaderId);
      if (this.#started) events.navigated(url());
    });
    session.on('Page.navigatedWithinDocument', ({ frameId }) => {
      if (frameId === id) events.navigatedWithin(url());
    });
    session.on('Page.windowOpen', (asked) => contents.opening.asked(asked));
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId !== id) return;
      if (!this.#started) {
        if (name === 'load') this.#blank.resolve(undefined);
      } else if (name === 'DOMContentLoaded') events.domReady();
      else if (name === 'firstPaint') events.painted();
      else if (name === 'load') {
        events.loaded();
        this.#load(loaderId).resolve(null);
      }
    });
  }
}

/** What a sandboxed preload's `process` has: “Process Sandboxing › Preload scripts”. */
function processOfPreload(): Readonly<Record<string, unknown>> {
  const { platform, arch, pid, versions } = process;
  return {
    type: 'renderer',
    platform,
    arch,
    pid,
    sandboxed: true,
    contextIsolated: true,
    versions: { ...versions },
    env: {},
    argv: [],
  };
}

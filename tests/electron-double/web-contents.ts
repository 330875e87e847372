import type {
  ContextMenuParams,
  EditFlags,
  LoadURLOptions,
  MessagePortMain as RealPort,
  RenderProcessGoneDetails,
  Session,
  WebContents as RealContents,
  WebFrameMain,
  WebPreferences,
} from 'electron';
import { toElectron } from './addresses.ts';
import { app } from './app.ts';
import { ifStillThere } from './cdp.ts';
import { switchValue } from './command-line.ts';
import { CONTENTS_EVENTS, knowEvents } from './events.ts';
import { frameOf } from './frames.ts';
import { rememberFiles } from './known-files.ts';
import { detached } from './message-ports.ts';
import { nativeTheme } from './native-theme.ts';
import { mayNavigate } from './navigation.ts';
import { PageCommands, type PageOwner } from './page-commands.ts';
import { PageTarget, type PageEvents } from './page-target.ts';
import type { ContextMenu } from './preload/context-menu.ts';
import { preventable } from './preventable.ts';
import { defaultSession } from './session.ts';
import { heedOnly, only, unimplemented } from './unimplemented.ts';
import { checkPreferences } from './web-preferences.ts';
import { WindowOpening, type WindowOpenHandler } from './window-open.ts';

const all = new Map<number, WebContents>();
let lastId = 0;

/** https://www.electronjs.org/docs/latest/api/web-contents, over one page of Chromium. */
export class WebContents extends PageCommands {
  readonly id = ++lastId;
  readonly opening = new WindowOpening();
  readonly #preferences: WebPreferences;
  readonly #target: Promise<PageTarget>;
  #live: PageTarget | null = null;
  #url = '';
  /** What this process asked the page to load, until it has. */
  #asked: string | null = null;
  #title = '';
  #loading = false;
  #destroyed = false;
  /** Where no frame of Chromium's is there yet. */
  readonly #noFrame = only<WebFrameMain>('WebFrameMain', { url: '', parent: null });
  readonly #onTheme = (): void =>
    void this.#target.then(
      (target) => this.#applyTheme(target),
      () => undefined,
    );

  constructor(preferences: WebPreferences, owner: PageOwner) {
    super(owner);
    knowEvents(this, 'webContents', CONTENTS_EVENTS);
    checkPreferences(preferences);
    this.#preferences = preferences;
    all.set(this.id, this);
    this.#target = this.#open();
    // Told by whoever loads; a window that is closed at once needs no page.
    this.#target.catch(() => undefined);
    nativeTheme.on('updated', this.#onTheme);
    // app, Event 'web-contents-created'.
    app.emit('web-contents-created', preventable(), this);
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id);
  }

  asElectron(): RealContents {
    return this as unknown as RealContents;
  }

  get session(): Session {
    return defaultSession;
  }
  get mainFrame(): WebFrameMain {
    return (this.#live && frameOf(this.#live.id)) ?? this.#noFrame;
  }
  getURL(): string {
    return this.#asked ?? this.#url;
  }
  getTitle(): string {
    return this.#title;
  }
  getProcessId(): number {
    return this.id;
  }
  getLastWebPreferences(): WebPreferences {
    return { ...this.#preferences };
  }
  isLoading(): boolean {
    return this.#loading;
  }
  isCrashed(): boolean {
    return this.#live?.crashed ?? false;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isDevToolsOpened(): boolean {
    return false;
  }

  // --- loading

  /** “The promise will resolve when the page has finished loading (see did-finish-load), and rejects if the page fails to load (see did-fail-load).” */
  async loadURL(address: string, options: LoadURLOptions = {}): Promise<void> {
    heedOnly('loadURL', options, []);
    const url = URL.parse(address)?.href ?? address;
    this.#asked = url;
    const target = await this.#target;
    const error = await target.load(url);
    if (this.#asked === url) this.#asked = null;
    if (!error) return;
    this.emit('did-fail-load', preventable(), error.number, error.name, url, true, 0, 0);
    throw Object.assign(new Error(`${error.name} (${error.number}) loading '${url}'`), {
      errno: error.number,
      code: error.name,
      url,
    });
  }
  reload(): void {
    this.#asked = this.#url;
    ifStillThere(this.#target.then((target) => target.reload()));
  }
  /** Whether a navigation of the main frame to `url` is one that this process has asked for. */
  hasAskedFor(url: string): boolean {
    const plain = (address: string): string => address.replace(/#.*$/, '');
    return this.#asked !== null && plain(this.#asked) === plain(url);
  }
  /** See {@link PageTarget.takePageAsked}. */
  takePageAsked(): boolean {
    return this.#live?.takePageAsked() ?? false;
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.opening.setHandler(handler);
  }
  mayOpen(): boolean {
    return this.opening.next();
  }

  /** Chromium's policy is a switch of its command line; a page cannot have one of its own here. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    if (policy !== switchValue('webrtc-ip-handling-policy')) {
      throw unimplemented(`the WebRTC policy “${policy}” without a switch “webrtc-ip-handling-policy” of it`);
    }
  }

  // --- messages

  /** “Arguments will be serialized with the Structured Clone Algorithm … Sending Functions, Promises, Symbols, WeakMaps, or WeakSets will throw an exception.” */
  send(channel: string, ...args: unknown[]): void {
    this.#live?.link.send(channel, args, []);
  }
  postMessage(channel: string, message: unknown, transfer: readonly RealPort[] = []): void {
    const ends = transfer.map(detached);
    if (this.#live) this.#live.link.send(channel, [message], ends);
    else for (const end of ends) end.close();
  }
  // --- the end

  close(): void {
    this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    nativeTheme.off('updated', this.#onTheme);
    all.delete(this.id);
    this.#live = null;
    ifStillThere(this.#target.then((target) => target.close()));
    this.emit('destroyed');
  }

  // --- for the double itself

  titled(title: string): void {
    if (title === this.#title) return;
    this.#title = title;
    this.owner.titled(title);
  }
  crashed(exitCode: number): void {
    this.#live?.crash();
    const details: RenderProcessGoneDetails = { reason: 'crashed', exitCode };
    this.emit('render-process-gone', preventable(), details);
  }
  /** To a `blob:` of its own; other navigations are seen as requests. */
  pageNavigates(address: string): void {
    const target = this.#live;
    if (target && mayNavigate(target.id, toElectron(address), false)) ifStillThere(target.load(address));
  }
  contextMenu(menu: ContextMenu): void {
    const params = only<ContextMenuParams>('ContextMenuParams', {
      ...menu,
      editFlags: only<EditFlags>('EditFlags', menu.editFlags),
    });
    this.emit('context-menu', preventable(), params);
  }
  /** “Emitted when the preload script preloadPath throws an unhandled exception error.” */
  preloadFailed(error: unknown): void {
    const preload = this.#preferences.preload ?? '';
    process.stderr.write(`Unable to load preload script: ${preload}\n${String(error)}\n`);
    this.emit('preload-error', preventable(), preload, error);
  }
  knowFiles(): void {
    this.#live?.link.tellFiles();
  }

  protected target(): Promise<PageTarget> {
    return this.#target;
  }

  async #open(): Promise<PageTarget> {
    const { preload = null, javascript = true } = this.#preferences;
    const [width, height] = [this.owner.width(), this.owner.height()];
    const target = await PageTarget.open(this, { preload, javascript, width, height }, this.#pageEvents());
    this.#live = target;
    await this.#applyTheme(target);
    await this.fit(target);
    return target;
  }

  #pageEvents(): PageEvents {
    return {
      startedLoading: () => {
        this.#loading = true;
        this.emit('did-start-loading');
      },
      stoppedLoading: () => {
        this.#loading = false;
        this.emit('did-stop-loading');
      },
      navigated: (url) => {
        this.#url = url;
        this.emit('did-navigate', preventable(), url, 200, '');
      },
      navigatedWithin: (url) => {
        this.#url = url;
        this.emit('did-navigate-in-page', preventable(), url, true, 0, 0);
      },
      domReady: () => this.emit('dom-ready', preventable()),
      loaded: () => {
        this.#asked = null;
        this.knowFiles();
        this.emit('did-finish-load');
      },
      painted: () => this.owner.readyToShow(),
    };
  }

  /** nativeTheme, `shouldUseDarkColors`: the page's `prefers-color-scheme` follows it. */
  async #applyTheme({ session }: PageTarget): Promise<void> {
    const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }
}

/** Paths that a person is about to drag into a page or choose: see known-files.ts. */
export function knowFiles(paths: readonly string[]): void {
  rememberFiles(paths);
  for (const contents of all.values()) contents.knowFiles();
}

import type {
  ContextMenuParams,
  EditFlags,
  LoadURLOptions,
  MessagePortMain as RealPort,
  PrintToPDFOptions,
  RenderProcessGoneDetails,
  Session,
  WebContents as RealContents,
  WebContentsPrintOptions,
  WebFrameMain,
  WebPreferences,
} from 'electron';
import { toElectron } from './addresses.ts';
import { app } from './app.ts';
import { ifStillThere } from './cdp.ts';
import { knowEvents } from './events.ts';
import { frameOf } from './frames.ts';
import { rememberFiles } from './known-files.ts';
import { detached } from './message-ports.ts';
import { nativeTheme } from './native-theme.ts';
import { mayNavigate } from './navigation.ts';
import { PageTarget, type PageEvents } from './page-target.ts';
import type { ContextMenu } from './preload/context-menu.ts';
import { preventable } from './preventable.ts';
import { print, printToPdf } from './print.ts';
import { defaultSession } from './session.ts';
import { heedOnly, only, PartialEmitter } from './unimplemented.ts';
import { checkPreferences } from './web-preferences.ts';
import { WindowOpening, type WindowOpenHandler } from './window-open.ts';

export interface PageOwner {
  /** Of the content area, in DIP. */
  width(): number;
  height(): number;
  readyToShow(): void;
  titled(title: string): void;
}

const EVENTS = [
  'did-start-loading',
  'did-stop-loading',
  'did-navigate',
  'did-navigate-in-page',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'page-title-updated',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'render-process-gone',
  'preload-error',
  'context-menu',
  'destroyed',
  'context-menu',
  // Never: pages without `webviewTag` have none to attach, and headless ones neither hang nor are asked.
  'will-attach-webview',
  'did-attach-webview',
  'unresponsive',
  'responsive',
  'will-prevent-unload',
];

const all = new Map<number, WebContents>();
let lastId = 0;

/** https://www.electronjs.org/docs/latest/api/web-contents, over one page of Chromium. */
export class WebContents extends PartialEmitter {
  readonly id = ++lastId;
  readonly opening = new WindowOpening();
  readonly #preferences: WebPreferences;
  readonly #owner: PageOwner;
  readonly #target: Promise<PageTarget>;
  #live: PageTarget | null = null;
  #url = '';
  /** What this process asked the page to load, until it has. */
  #asked: string | null = null;
  #title = '';
  #loading = false;
  #destroyed = false;
  #zoom = 1;
  /** Where no frame of Chromium's is there yet. */
  readonly #noFrame = only<WebFrameMain>('WebFrameMain', { url: '', parent: null });
  readonly #onTheme = (): void =>
    void this.#target.then(
      (target) => this.#applyTheme(target),
      () => undefined,
    );

  constructor(preferences: WebPreferences, owner: PageOwner) {
    super('webContents');
    knowEvents(this, 'webContents', EVENTS);
    checkPreferences(preferences);
    this.#preferences = preferences;
    this.#owner = owner;
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
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { session } = await this.#target;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }

  // --- printing

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { session } = await this.#target;
    return printToPdf(session, options);
  }
  print(options: WebContentsPrintOptions = {}, callback = (): void => undefined): void {
    print(options, callback);
  }

  // --- editing: the commands that the system's keys would give

  undo(): void {
    this.#edit('undo');
  }
  redo(): void {
    this.#edit('redo');
  }
  cut(): void {
    this.#edit('cut');
  }
  copy(): void {
    this.#edit('copy');
  }
  paste(): void {
    this.#edit('paste');
  }
  selectAll(): void {
    this.#edit('selectAll');
  }

  // --- zoom: “Scaling up or down … 20% of original size, the formula is scale := 1.2 ^ level”

  get zoomLevel(): number {
    return Math.log(this.#zoom) / Math.log(1.2);
  }
  set zoomLevel(level: number) {
    this.setZoomLevel(level);
  }
  get zoomFactor(): number {
    return this.#zoom;
  }
  set zoomFactor(factor: number) {
    this.setZoomFactor(factor);
  }
  getZoomLevel(): number {
    return this.zoomLevel;
  }
  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level);
  }
  getZoomFactor(): number {
    return this.#zoom;
  }
  setZoomFactor(factor: number): void {
    this.#zoom = factor;
    this.resized();
  }

  // --- the end

  /** “Forcefully terminates the renderer process”: `render-process-gone` follows. */
  forcefullyCrashRenderer(): void {
    ifStillThere(this.#target.then(({ session }) => session.send('Page.crash')));
  }
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

  /** The window's content area has another size. */
  resized(): void {
    ifStillThere(
      this.#target.then((target) => target.resize(this.#owner.width(), this.#owner.height(), this.#zoom)),
    );
  }
  /** The window has the keyboard, or not. */
  focused(enabled: boolean): void {
    ifStillThere(
      this.#target.then(({ session }) => session.send('Emulation.setFocusEmulationEnabled', { enabled })),
    );
  }
  setBackground(color: { r: number; g: number; b: number; a: number }): void {
    ifStillThere(
      this.#target.then(({ session }) =>
        session.send('Emulation.setDefaultBackgroundColorOverride', { color }),
      ),
    );
  }
  titled(title: string): void {
    if (title === this.#title) return;
    this.#title = title;
    this.#owner.titled(title);
  }
  crashed(exitCode: number): void {
    const target = this.#live;
    if (!target) return;
    target.crashed = true;
    target.link.end();
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

  async #open(): Promise<PageTarget> {
    const { preload = null, javascript = true } = this.#preferences;
    const [width, height] = [this.#owner.width(), this.#owner.height()];
    const target = await PageTarget.open(this, { preload, javascript, width, height }, this.#pageEvents());
    this.#live = target;
    await this.#applyTheme(target);
    await target.resize(width, height, this.#zoom);
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
      painted: () => this.#owner.readyToShow(),
    };
  }

  /** nativeTheme, `shouldUseDarkColors`: the page's `prefers-color-scheme` follows it. */
  async #applyTheme({ session }: PageTarget): Promise<void> {
    const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }

  #edit(command: string): void {
    const type = 'rawKeyDown';
    ifStillThere(
      this.#target.then(({ session }) =>
        session.send('Input.dispatchKeyEvent', { type, commands: [command] }),
      ),
    );
  }
}

/** Paths that a person is about to drag into a page or choose: see known-files.ts. */
export function knowFiles(paths: readonly string[]): void {
  rememberFiles(paths);
  for (const contents of all.values()) contents.knowFiles();
}

import type { BrowserWindowConstructorOptions, LoadURLOptions, Rectangle } from 'electron';
import { app, appDouble, lastWindowClosed } from './app.ts';
import { colorOf } from './color.ts';
import { knowEvents } from './events.ts';
import { preventable } from './preventable.ts';
import { record } from './records.ts';
import { screen } from './screen.ts';
import { heedOnly, PartialEmitter } from './unimplemented.ts';
import { WebContents } from './web-contents.ts';

const OPTIONS = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'webPreferences',
];
const EVENTS = [
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'resize',
  'resized',
  'move',
  'moved',
  'page-title-updated',
  'close',
  'closed',
  // Never: nothing hangs here, and no session of the system's ends.
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
];

let windows: readonly BrowserWindow[] = [];
let focused: BrowserWindow | null = null;
let lastId = 0;

function setFocused(window: BrowserWindow): void {
  focused = window;
}

/** What a window without bounds gets: 800 × 600, in the middle of the first display. */
function initialBounds(options: BrowserWindowConstructorOptions): Rectangle {
  const { workArea } = screen.getPrimaryDisplay();
  const { width = 800, height = 600 } = options;
  const x = options.x ?? workArea.x + Math.round((workArea.width - width) / 2);
  const y = options.y ?? workArea.y + Math.round((workArea.height - height) / 2);
  return { x, y, width, height };
}

/**
 * https://www.electronjs.org/docs/latest/api/browser-window, without a frame: its bounds are those of the
 * page. A headless Chromium shows no windows, so what a window is to the system is kept here.
 */
export class BrowserWindow extends PartialEmitter {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  #normal: Rectangle;
  #minimum: readonly [number, number];
  #title: string;
  #visible: boolean;
  #state: 'normal' | 'maximized' | 'minimized' = 'normal';
  #beforeMinimized: 'normal' | 'maximized' = 'normal';
  #fullScreen = false;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow');
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    heedOnly('BrowserWindow', options, OPTIONS);
    knowEvents(this, 'BrowserWindow', EVENTS);
    this.#normal = initialBounds(options);
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#title = options.title ?? app.getName();
    this.#visible = options.show ?? true;
    this.webContents = new WebContents(options.webPreferences ?? {}, {
      width: () => this.getBounds().width,
      height: () => this.getBounds().height,
      // “Emitted when the web page has been rendered (while not being shown)”.
      readyToShow: () =>
        setImmediate(() => {
          if (!this.#destroyed && !this.#visible) this.emit('ready-to-show');
        }),
      titled: (title) => this.#pageTitled(title),
    });
    if (options.backgroundColor !== undefined) this.setBackgroundColor(options.backgroundColor);
    windows = [...windows, this];
    // app, Event 'browser-window-created'.
    app.emit('browser-window-created', preventable(), this);
    if (this.#visible) this.focus();
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.find((window) => window.id === id) ?? null;
  }

  loadURL(url: string, options?: LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(url, options);
  }
  reload(): void {
    this.webContents.reload();
  }

  // --- in sight

  /** “Shows and gives focus to the window.” */
  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    if (this.#visible) return;
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.#visible) return;
    this.blur();
    this.#visible = false;
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#visible && this.#state !== 'minimized';
  }
  focus(): void {
    if (focused === this || !this.isVisible()) return;
    focused?.blur();
    setFocused(this);
    this.webContents.focused(true);
    this.emit('focus');
    app.emit('browser-window-focus', preventable(), this);
  }
  blur(): void {
    if (focused !== this) return;
    focused = null;
    this.webContents.focused(false);
    this.emit('blur');
    app.emit('browser-window-blur', preventable(), this);
  }
  isFocused(): boolean {
    return focused === this;
  }
  moveTop(): void {
    record('BrowserWindow.moveTop');
  }
  flashFrame(flag: boolean): void {
    record('BrowserWindow.flashFrame', flag);
  }

  // --- bounds, in DIP

  getBounds(): Rectangle {
    const { workArea, bounds } = screen.getPrimaryDisplay();
    if (this.#fullScreen) return { ...bounds };
    return { ...(this.#state === 'maximized' ? workArea : this.#normal) };
  }
  getContentBounds(): Rectangle {
    return this.getBounds();
  }
  /** “Returns normal bounds … regardless of the current state of the window.” */
  getNormalBounds(): Rectangle {
    return { ...this.#normal };
  }
  setBounds(bounds: Partial<Rectangle>): void {
    const [minWidth, minHeight] = this.#minimum;
    const wished = { ...this.#normal, ...bounds };
    const fitted = {
      ...wished,
      width: Math.max(wished.width, minWidth),
      height: Math.max(wished.height, minHeight),
    };
    const { x, y, width, height } = this.#normal;
    this.#normal = fitted;
    if (fitted.width !== width || fitted.height !== height) this.#resized();
    if (fitted.x !== x || fitted.y !== y) this.emit('move');
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getSize(): number[] {
    const { width, height } = this.getBounds();
    return [width, height];
  }
  getMinimumSize(): number[] {
    return [...this.#minimum];
  }

  /** “Maximizes the window. This will also show (but not focus) the window if it isn't being displayed already.” */
  maximize(): void {
    this.showInactive();
    if (this.#state === 'maximized') return;
    this.#state = 'maximized';
    this.emit('maximize');
    this.#resized();
  }
  unmaximize(): void {
    if (this.#state !== 'maximized') return;
    this.#state = 'normal';
    this.emit('unmaximize');
    this.#resized();
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  minimize(): void {
    if (this.#state === 'minimized') return;
    this.blur();
    this.#beforeMinimized = this.#state;
    this.#state = 'minimized';
    this.emit('minimize');
  }
  /** “Restores the window from minimized state to its previous state.” */
  restore(): void {
    if (this.#state !== 'minimized') return;
    this.#state = this.#beforeMinimized;
    this.emit('restore');
  }
  isMinimized(): boolean {
    return this.#state === 'minimized';
  }
  isNormal(): boolean {
    return this.#state === 'normal' && !this.#fullScreen;
  }
  setFullScreen(flag: boolean): void {
    if (flag === this.#fullScreen) return;
    this.#fullScreen = flag;
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen');
    this.#resized();
  }
  isFullScreen(): boolean {
    return this.#fullScreen;
  }

  // --- looks

  setBackgroundColor(color: string): void {
    this.webContents.setBackground(colorOf(color));
    record('BrowserWindow.setBackgroundColor', color);
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title;
  }

  // --- the end

  /** “Try to close the window. … Emits close, which can be prevented.” A page's `beforeunload` is not asked. */
  close(): void {
    if (this.#destroyed) return;
    const event = preventable();
    this.emit('close', event);
    if (event.defaultPrevented) appDouble.closingRefused();
    else this.destroy();
  }
  /** “Force closing the window, … close event will also not be emitted for this window, but it guarantees the closed event will be emitted.” */
  destroy(): void {
    if (this.#destroyed) return;
    this.blur();
    this.#destroyed = true;
    this.#visible = false;
    windows = windows.filter((window) => window !== this);
    this.webContents.destroy();
    this.emit('closed');
    if (windows.length === 0) lastWindowClosed();
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  #resized(): void {
    this.webContents.resized();
    this.emit('resize');
  }

  /** “Calling event.preventDefault() will prevent the native window's title from changing.” */
  #pageTitled(title: string): void {
    const event = preventable();
    this.webContents.emit('page-title-updated', event, title, true);
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.#title = title;
  }
}

/** Asks every window to close, as quitting does. False where one stays open; the later ones are not asked then. */
export function closeAllWindows(): boolean {
  for (const window of windows) {
    window.close();
    if (!window.isDestroyed()) return false;
  }
  return true;
}

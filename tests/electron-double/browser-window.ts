import type { BrowserWindowConstructorOptions, LoadURLOptions, Rectangle } from 'electron';
import { app, appDouble, lastWindowClosed } from './app.ts';
import { colorOf } from './color.ts';
import { knowEvents, WINDOW_EVENTS } from './events.ts';
import { preventable } from './preventable.ts';
import { record } from './records.ts';
import { heedOnly } from './unimplemented.ts';
import { screen } from './screen.ts';
import { WebContents } from './web-contents.ts';
import { focusedFrame, WindowFrame } from './window-frame.ts';

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
let windows: readonly BrowserWindow[] = [];
let lastId = 0;

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
export class BrowserWindow extends WindowFrame {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  #title: string;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    heedOnly('BrowserWindow', options, OPTIONS);
    super({
      bounds: initialBounds(options),
      minimum: [options.minWidth ?? 0, options.minHeight ?? 0],
      visible: options.show ?? true,
    });
    knowEvents(this, 'BrowserWindow', WINDOW_EVENTS);
    this.#title = options.title ?? app.getName();
    this.webContents = new WebContents(options.webPreferences ?? {}, {
      width: () => this.getBounds().width,
      height: () => this.getBounds().height,
      // “Emitted when the web page has been rendered (while not being shown)”.
      readyToShow: () =>
        setImmediate(() => {
          if (!this.#destroyed && !this.isShown) this.emit('ready-to-show');
        }),
      titled: (title) => this.#pageTitled(title),
    });
    if (options.backgroundColor !== undefined) this.setBackgroundColor(options.backgroundColor);
    windows = [...windows, this];
    // app, Event 'browser-window-created'.
    app.emit('browser-window-created', preventable(), this);
    this.focus();
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focusedFrame() as BrowserWindow | null;
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
    windows = windows.filter((window) => window !== this);
    this.webContents.destroy();
    this.emit('closed');
    if (windows.length === 0) lastWindowClosed();
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  protected pageFocused(focus: boolean): void {
    this.webContents.focused(focus);
  }
  protected pageResized(): void {
    this.webContents.resized();
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

import type { Rectangle } from 'electron';
import { app } from './app.ts';
import { preventable } from './preventable.ts';
import { record } from './records.ts';
import { screen } from './screen.ts';
import { PartialEmitter } from './unimplemented.ts';

let focused: WindowFrame | null = null;

function setFocused(frame: WindowFrame): void {
  focused = frame;
}

/** The window that has the keyboard. */
export const focusedFrame = (): WindowFrame | null => focused;

export interface FrameOptions {
  readonly bounds: Rectangle;
  /** Width and height. */
  readonly minimum: readonly [number, number];
  readonly visible: boolean;
}

/**
 * What a window is to the system: seen, focused, of some size: https://www.electronjs.org/docs/latest/api/browser-window.
 * A headless Chromium shows no windows, so it is kept here. There is no frame around the page.
 */
export abstract class WindowFrame extends PartialEmitter {
  #normal: Rectangle;
  readonly #minimum: readonly [number, number];
  #visible: boolean;
  #state: 'normal' | 'maximized' | 'minimized' = 'normal';
  #beforeMinimized: 'normal' | 'maximized' = 'normal';
  #fullScreen = false;

  constructor({ bounds, minimum, visible }: FrameOptions) {
    super('BrowserWindow');
    this.#normal = bounds;
    this.#minimum = minimum;
    this.#visible = visible;
  }

  /** The page's part of having the keyboard, and of another size. */
  protected abstract pageFocused(focus: boolean): void;
  protected abstract pageResized(): void;

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
  /** Asked to be shown, minimised or not. */
  protected get isShown(): boolean {
    return this.#visible;
  }
  isVisible(): boolean {
    return this.#visible && this.#state !== 'minimized';
  }
  focus(): void {
    if (focused === this || !this.isVisible()) return;
    focused?.blur();
    setFocused(this);
    this.pageFocused(true);
    this.emit('focus');
    app.emit('browser-window-focus', preventable(), this);
  }
  blur(): void {
    if (focused !== this) return;
    focused = null;
    this.pageFocused(false);
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

  #resized(): void {
    this.pageResized();
    this.emit('resize');
  }
}

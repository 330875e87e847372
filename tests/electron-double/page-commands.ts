import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import { ifStillThere, type CdpSession } from './cdp.ts';
import type { PageTarget } from './page-target.ts';
import { print, printToPdf } from './print.ts';
import { PartialEmitter } from './unimplemented.ts';

export interface PageOwner {
  /** Of the content area, in DIP. */
  width(): number;
  height(): number;
  readyToShow(): void;
  titled(title: string): void;
}

/** What main tells a page to do beyond loading and messages: https://www.electronjs.org/docs/latest/api/web-contents */
export abstract class PageCommands extends PartialEmitter {
  protected readonly owner: PageOwner;
  #zoom = 1;

  constructor(owner: PageOwner) {
    super('webContents');
    this.owner = owner;
  }

  /** The page in Chromium, once it is there. */
  protected abstract target(): Promise<PageTarget>;

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { session } = await this.target();
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
    const { session } = await this.target();
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
  #edit(command: string): void {
    this.#tell((session) =>
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] }),
    );
  }

  // --- zoom, `setZoomLevel`: “The formula for this is scale := 1.2 ^ level.”

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

  // --- for the window

  /** The content area has another size, or all in it has. */
  resized(): void {
    ifStillThere(this.target().then((target) => this.fit(target)));
  }
  protected fit(target: PageTarget): Promise<void> {
    return target.resize(this.owner.width(), this.owner.height(), this.#zoom);
  }
  /** The window has the keyboard, or not. */
  focused(enabled: boolean): void {
    this.#tell((session) => session.send('Emulation.setFocusEmulationEnabled', { enabled }));
  }
  setBackground(color: { r: number; g: number; b: number; a: number }): void {
    this.#tell((session) => session.send('Emulation.setDefaultBackgroundColorOverride', { color }));
  }
  /** “Forcefully terminates the renderer process”: `render-process-gone` follows. */
  forcefullyCrashRenderer(): void {
    this.#tell((session) => session.send('Page.crash'));
  }

  #tell(work: (session: CdpSession) => Promise<unknown>): void {
    ifStillThere(this.target().then(({ session }) => work(session)));
  }
}

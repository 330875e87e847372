import type { App, Event, ProcessMetric } from 'electron';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BrowserWindow, closeAllWindows } from './browser-window.ts';
import { stopChromium } from './chromium.ts';
import { commandLine, switchValue } from './command-line.ts';
import { argvAsTold, SingleInstance, type Handover } from './instance.ts';
import { pathOf, surroundings } from './paths.ts';
import { record } from './records.ts';
import { PartialEmitter, unimplemented } from './unimplemented.ts';

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

/** An event whose default can be prevented, as Electron's are. */
function preventable(): Event {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event as Event;
}

/** https://www.electronjs.org/docs/latest/api/app */
class AppDouble extends PartialEmitter {
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  // There on macOS only.
  readonly dock = undefined;
  readonly #paths = new Map<string, string>();
  #appPath = process.cwd();
  #manifest: Manifest = {};
  #name = '';
  #ready = false;
  readonly #whenReady = Promise.withResolvers<undefined>();
  #instance: SingleInstance | null = null;
  readonly #early: Handover[] = [];
  /** How far quitting is: a stage can be left again by whoever prevents the next. */
  #quitting = false;
  #ended = false;
  #exitCode = 0;

  // --- what it is

  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  getName(): string {
    return this.#name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getVersion(): string {
    return this.#manifest.version ?? '';
  }
  getAppPath(): string {
    return this.#appPath;
  }
  getPath(name: string): string {
    const set = this.#paths.get(name) ?? (name === 'sessionData' ? this.#paths.get('userData') : undefined);
    return set ?? pathOf(name, surroundings(this.#name, switchValue('user-data-dir')));
  }
  /** `app.setPath`: overrides a path that Electron knows. */
  setPath(name: string, folder: string): void {
    this.getPath(name);
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    this.#paths.set(name, folder);
  }
  getLocale(): string {
    return 'en-GB';
  }
  getSystemLocale(): string {
    return 'en-GB';
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-GB'];
  }
  getAppMetrics(): ProcessMetric[] {
    const of = (pid: number, type: ProcessMetric['type'], name?: string): ProcessMetric => ({
      pid,
      type,
      creationTime: startedAt,
      cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
      memory: { workingSetSize: 0, peakWorkingSetSize: 0 },
      // What Chromium calls a utility process of Electron's, and what its options call it.
      ...(name !== undefined && { serviceName: 'node.mojom.NodeService', name }),
    });
    return [of(process.pid, 'Browser'), ...[...children].map(({ pid, name }) => of(pid, 'Utility', name))];
  }

  // --- becoming ready

  isReady(): boolean {
    return this.#ready;
  }
  whenReady(): Promise<undefined> {
    return this.#whenReady.promise;
  }
  /**
   * `app.enableSandbox`: “This method can only be called before app is ready.” It takes `--no-sandbox` from
   * the command line (`RemoveNoSandboxSwitch` in Electron's shell/browser/api/electron_api_app.cc).
   */
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    commandLine.removeSwitch('no-sandbox');
    sandboxed = true;
  }
  disableHardwareAcceleration(): void {
    if (this.#ready) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    }
  }

  // --- one instance

  /** `app.requestSingleInstanceLock`: false where another process has it, which hears `second-instance`. */
  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'));
    const mine = {
      argv: argvAsTold(process.argv, startedAt),
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    };
    return this.#instance.request(mine, (theirs) => {
      // “This event is guaranteed to be emitted after the ready event of app gets emitted.”
      if (this.#ready) this.#second(theirs);
      else this.#early.push(theirs);
    });
  }
  hasSingleInstanceLock(): boolean {
    return this.#instance?.isHeld ?? false;
  }
  releaseSingleInstanceLock(): void {
    this.#instance?.release();
  }
  #second({ argv, workingDirectory, additionalData }: Handover): void {
    this.emit('second-instance', preventable(), argv, workingDirectory, additionalData);
  }

  // --- quitting

  /**
   * `app.quit`: `before-quit`, then every window is asked to close, then `will-quit`, then `quit`. Whoever
   * prevents a stage, or keeps a window open, has ended the quitting.
   */
  quit(): void {
    if (this.#quitting || this.#ended) return;
    if (this.#prevents('before-quit')) return;
    this.#quitting = true;
    if (BrowserWindow.getAllWindows().length === 0) this.#willQuit();
    else if (!closeAllWindows()) this.#quitting = false;
  }
  /** `app.exit`: at once; `before-quit` and `will-quit` are not emitted. */
  exit(code = 0): void {
    this.#exitCode = code;
    this.#end();
  }
  relaunch(options: unknown = {}): void {
    record('app.relaunch', options);
  }
  /** The last window has closed: what that means depends on why. */
  lastWindowClosed(): void {
    if (this.#ended) return;
    if (this.#quitting) this.#willQuit();
    // `window-all-closed`: “If you do not subscribe to this event … the default behavior is to quit the app.”
    else if (!this.emit('window-all-closed')) this.quit();
  }
  /** A window stays open although the app was to quit. */
  closingRefused(): void {
    this.#quitting = false;
  }
  #willQuit(): void {
    if (this.#ended) return;
    if (this.#prevents('will-quit')) this.#quitting = false;
    else this.#end();
  }
  #prevents(name: 'before-quit' | 'will-quit'): boolean {
    const event = preventable();
    this.emit(name, event);
    return event.defaultPrevented;
  }
  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.emit('quit', preventable(), this.#exitCode);
    this.#instance?.release();
    const told = this.#instance?.handedOver ?? Promise.resolve();
    void Promise.allSettled([told, stopChromium()]).then(() => process.exit(this.#exitCode));
  }
  get isEnding(): boolean {
    return this.#ended;
  }

  // --- what only the system sees

  setAboutPanelOptions(options: unknown): void {
    record('app.setAboutPanelOptions', options);
  }
  showAboutPanel(): void {
    record('app.showAboutPanel');
  }
  addRecentDocument(file: string): void {
    record('app.addRecentDocument', file);
  }
  clearRecentDocuments(): void {
    record('app.clearRecentDocuments');
  }
  setAppUserModelId(id: string): void {
    record('app.setAppUserModelId', id);
  }
  focus(): void {
    record('app.focus');
  }

  // --- for the double itself

  load(appPath: string): void {
    this.#appPath = appPath;
    this.#manifest = JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8')) as Manifest;
    this.#name = this.#manifest.productName ?? this.#manifest.name ?? '';
  }
  becomeReady(): void {
    this.#ready = true;
    // `ready`, `event`, `launchInfo`: empty but on macOS.
    this.emit('ready', preventable(), {});
    this.#whenReady.resolve(undefined);
    for (const theirs of this.#early.splice(0)) this.#second(theirs);
  }
  /** As the file manager of macOS does. Electron opens the file itself where nobody prevents it: nothing does here. */
  openFile(file: string): void {
    const event = preventable();
    if (!this.emit('open-file', event, file) || !event.defaultPrevented) {
      throw unimplemented('opening a file that nobody takes');
    }
  }
}

interface Child {
  readonly pid: number;
  readonly name: string;
}

/** When this process was created, in ms of the epoch. */
export const startedAt = performance.timeOrigin;
let sandboxed = false;
/** Utility processes that run. */
export const children = new Set<Child>();

export const appDouble = new AppDouble('app');
export const app: App = appDouble as unknown as App;

/** Whether every renderer is sandboxed, whatever its window says. */
export const everythingSandboxed = (): boolean => sandboxed;

/** To be told by the windows when the last of them has closed. */
export const lastWindowClosed = (): void => appDouble.lastWindowClosed();

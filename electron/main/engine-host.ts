import {
  app,
  MessageChannelMain,
  utilityProcess,
  type MessagePortMain,
  type UtilityProcess,
  type WebContents,
} from 'electron';
import * as v from 'valibot';
import { connect, SynopticError, type Connection, type HostApi, type LibraryState } from '../api/index.ts';
import { IPC } from '../api/ipc.ts';
import { ALLOCATOR } from './allocator.ts';
import { engineReport, type EngineMessage } from './engine-messages.ts';
import { log, logEvent } from './log.ts';
import { mark } from './marks.ts';
import { portChannel } from './port-channel.ts';

/** Waits before the first, second, … restart in a row, in ms. After the last one it is given up. */
const RESTART_AFTER = [0, 500, 2000, 8000] as const;
/** A process that ran this long was well: the next crash is the first again. */
const WELL_AFTER_MS = 60_000;
/** How long the engine may take to put things away, and then to be ended by force. */
const STOP_MS = 3000;
const KILL_MS = 1000;
/** Ports of pages that are remembered: a page has one, and another after each reload. */
const FEW = 8;

interface EngineHostOptions {
  /** Path of the engine's entry file. */
  readonly entry: string;
  /** Where the engine keeps what the reader makes. */
  readonly dataFolder: string;
  /** The engine crashed again and again and is not started any more, until {@link EngineHost.retry}. */
  readonly onGivenUp: () => void;
  /** The library of before the crash could not be opened again. */
  readonly onError: (library: string, thrown: unknown) => void;
}

/** Whether a call failed because the engine's process ended, which is started again by itself. */
export function isStopped(thrown: unknown): boolean {
  return thrown instanceof SynopticError && thrown.code === 'engine-stopped';
}

/** The engine's process: started, started again when it crashes, and joined to pages by ports. */
export class EngineHost {
  readonly #options: EngineHostOptions;
  #process: UtilityProcess | null = null;
  #connection: Connection<HostApi> | null = null;
  /** The library that is open or being opened, to be opened again after a crash. */
  #library: string | null = null;
  #crashes = 0;
  #startedAt = 0;
  #restart: NodeJS.Timeout | null = null;
  #givenUp = false;
  #stopping = false;
  /** Settles when the library of before a crash has been opened again, or could not be. */
  #reopened: Promise<void> = Promise.resolve();
  readonly #whenBack = new Set<() => void>();
  /** Pages that asked for a port while there was no process. */
  readonly #waiting = new Set<WebContents>();
  /** Engine's ends of the pages' ports, as given to the process that runs. */
  #given: MessagePortMain[] = [];

  constructor(options: EngineHostOptions) {
    this.#options = options;
  }

  /** @throws SynopticError `engine-stopped` while there is no process. */
  get api(): HostApi {
    if (this.#connection) return this.#connection.api;
    throw new SynopticError(
      'engine-stopped',
      'The reader’s engine is not running.',
      'Wait a moment and try again, or restart Synoptic.',
    );
  }

  start(): void {
    const child = utilityProcess.fork(this.#options.entry, [this.#options.dataFolder], {
      serviceName: 'Synoptic Engine',
      // So that the engine can give back what it needed for reading a large library (engine/memory.ts).
      execArgv: ['--expose-gc'],
      env: { ...process.env, ...ALLOCATOR },
      // What Node prints when it dies may quote a text, and systems keep what is printed.
      stdio: app.isPackaged ? 'ignore' : 'inherit',
    });
    mark('engine-forked');
    this.#process = child;
    this.#startedAt = Date.now();
    this.#restart = null;
    const { port1, port2 } = new MessageChannelMain();
    this.#post('host', port1);
    const ends: (() => void)[] = [];
    // The process's end rejects calls under way. Its port may tell of it later, or not at all.
    this.#connection = connect<HostApi>({
      ...portChannel(port2),
      onClose: (listener) => void ends.push(listener),
    });
    child.on('message', (message: unknown) => this.#hear(message));
    child.on('exit', (code) => {
      for (const end of ends) end();
      this.#closeGiven();
      this.#ended(child, code);
    });
    this.#reopened = this.#reopen();
    void this.#reopened.then(() => {
      if (this.#process === child) this.#tellBack();
    });
    for (const page of this.#waiting) this.connectPage(page);
    this.#waiting.clear();
  }

  /** Resolves when there is an engine with its library again, or when there will be none: then calls say so. */
  async back(): Promise<void> {
    while (this.#process || this.#restart) {
      const awaited = this.#process;
      if (awaited) await this.#reopened;
      else await new Promise<void>((resolve) => this.#whenBack.add(resolve));
      // It may have crashed once more, before it had its library.
      if (this.#process && (this.#process === awaited || !awaited)) return;
    }
  }

  /** Starts again after it was given up. */
  retry(): void {
    if (!this.#givenUp || this.#stopping) return;
    this.#givenUp = false;
    this.#crashes = 0;
    this.start();
  }

  /** Opens a library, which is opened again after a crash, also when that comes before it is open. */
  async openLibrary(path: string): Promise<LibraryState> {
    const before = this.#library;
    this.#library = path;
    if (this.#givenUp) {
      // It may be the library of before that the engine cannot bear.
      this.#library = null;
      this.retry();
      this.#library = path;
    }
    try {
      const state = await this.api.openLibrary({ path });
      mark('library-opened');
      return state;
    } catch (thrown) {
      if (!isStopped(thrown) && this.#library === path) this.#library = before;
      throw thrown;
    }
  }

  /** Sends the page a port of its own to the engine, now or when there is one again. */
  connectPage(page: WebContents): void {
    if (page.isDestroyed()) return;
    if (!this.#process) {
      this.#waiting.add(page);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    this.#post('page', port1);
    this.#given = [...this.#given, port1].slice(-FEW);
    page.postMessage(IPC.port, null, [port2]);
  }

  /** Lets the engine put things away; resolves when its process has ended, or cannot be made to. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#restart) clearTimeout(this.#restart);
    const child = this.#process;
    if (!child) return;
    const timers: NodeJS.Timeout[] = [];
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.postMessage('stop' satisfies EngineMessage);
      timers.push(
        setTimeout(() => child.kill(), STOP_MS),
        setTimeout(resolve, STOP_MS + KILL_MS),
      );
    });
    for (const timer of timers) clearTimeout(timer);
  }

  #post(message: EngineMessage, port: MessagePortMain): void {
    this.#process?.postMessage(message, [port]);
  }

  /**
   * A process that has ended without main having heard of it takes no port: that one stays here, open, and its
   * page would wait for answers. Closed, it has the page ask for another. Those that were taken do not mind.
   */
  #closeGiven(): void {
    for (const port of this.#given) port.close();
    this.#given = [];
  }

  #hear(message: unknown): void {
    const { success, output: report } = v.safeParse(engineReport, message);
    if (!success) logEvent('warn', 'engine', 'unknown-report');
    else if (report.kind === 'log') log(report.record);
    else mark('engine-connected');
  }

  async #reopen(): Promise<void> {
    const library = this.#library;
    if (library === null) return;
    try {
      await this.#connection?.api.openLibrary({ path: library });
    } catch (thrown) {
      if (!isStopped(thrown)) this.#options.onError(library, thrown);
    }
  }

  #tellBack(): void {
    for (const tell of this.#whenBack) tell();
    this.#whenBack.clear();
  }

  #ended(child: UtilityProcess, code: number): void {
    if (this.#process !== child) return;
    this.#process = null;
    // The pages' ports close by themselves with the process, and each page asks for another.
    this.#connection = null;
    if (this.#stopping) return;
    if (Date.now() - this.#startedAt >= WELL_AFTER_MS) this.#crashes = 0;
    const wait = RESTART_AFTER[this.#crashes++];
    logEvent('error', 'engine', 'ended', { code, crashes: this.#crashes, restarted: wait !== undefined });
    if (wait === undefined) {
      this.#givenUp = true;
      this.#restart = null;
      this.#tellBack();
      this.#options.onGivenUp();
    } else {
      this.#restart = setTimeout(() => this.start(), wait);
    }
  }
}

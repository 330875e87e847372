import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import { connect, SynopticError, type Connection, type HostApi, type LibraryState } from '../api/index.ts';
import { IPC } from '../api/ipc.ts';
import type { EngineMessage } from './engine-messages.ts';
import { portChannel } from './port-channel.ts';

/** Waits before the first, second, … restart in a row, in ms. After the last one it is given up. */
const RESTART_AFTER = [0, 500, 2000, 8000] as const;
/** A process that ran this long was well: the next crash is the first again. */
const WELL_AFTER_MS = 60_000;
/** How long the engine may take to put things away. */
const STOP_MS = 3000;

interface EngineHostOptions {
  /** Path of the engine's entry file. */
  readonly entry: string;
  /** The engine crashed again and again and is not started any more. */
  readonly onGivenUp: () => void;
  /** The library of before the crash could not be opened again. */
  readonly onError: (thrown: unknown) => void;
}

/** The engine's process: started, started again when it crashes, and joined to pages by ports. */
export class EngineHost {
  readonly #options: EngineHostOptions;
  #process: UtilityProcess | null = null;
  #connection: Connection<HostApi> | null = null;
  #library: string | null = null;
  #crashes = 0;
  #startedAt = 0;
  #restart: NodeJS.Timeout | null = null;
  #stopping = false;
  /** Pages that asked for a port while there was no process. */
  readonly #waiting = new Set<WebContents>();

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
    const child = utilityProcess.fork(this.#options.entry, [], { serviceName: 'Synoptic Engine' });
    this.#process = child;
    this.#startedAt = Date.now();
    const { port1, port2 } = new MessageChannelMain();
    this.#post('host', port1);
    const ends: (() => void)[] = [];
    // The process's end rejects calls under way. Its port may tell of it later, or not at all.
    this.#connection = connect<HostApi>({
      ...portChannel(port2),
      onClose: (listener) => void ends.push(listener),
    });
    child.on('exit', () => {
      for (const end of ends) end();
      this.#ended(child);
    });
    if (this.#library !== null) {
      this.#connection.api.openLibrary({ path: this.#library }).catch(this.#options.onError);
    }
    for (const page of this.#waiting) this.connectPage(page);
    this.#waiting.clear();
  }

  /** Opens a library, which is opened again after a crash. */
  async openLibrary(path: string): Promise<LibraryState> {
    const state = await this.api.openLibrary({ path });
    this.#library = path;
    return state;
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
    page.postMessage(IPC.port, null, [port2]);
  }

  /** Lets the engine put things away; resolves when its process has ended. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#restart) clearTimeout(this.#restart);
    const child = this.#process;
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.postMessage('stop' satisfies EngineMessage);
    const impatience = setTimeout(() => child.kill(), STOP_MS);
    await ended;
    clearTimeout(impatience);
  }

  #post(message: EngineMessage, port: Electron.MessagePortMain): void {
    this.#process?.postMessage(message, [port]);
  }

  #ended(child: UtilityProcess): void {
    if (this.#process !== child) return;
    this.#process = null;
    // The pages' ports close by themselves with the process, and each page asks for another.
    this.#connection = null;
    if (this.#stopping) return;
    if (Date.now() - this.#startedAt >= WELL_AFTER_MS) this.#crashes = 0;
    const wait = RESTART_AFTER[this.#crashes++];
    if (wait === undefined) this.#options.onGivenUp();
    else this.#restart = setTimeout(() => this.start(), wait);
  }
}

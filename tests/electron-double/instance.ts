import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';

/** What a second start of an app tells the first. */
export interface Handover {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * Which of several processes with one folder of user data is the app, as Chromium's process singleton
 * decides it: by a lock file that names the process, and a local socket through which the others tell it.
 */
export class SingleInstance {
  readonly #lock: string;
  readonly #socket: string;
  #server: Server | null = null;
  /** What has to be through before this process may end. */
  handedOver: Promise<void> = Promise.resolve();

  constructor(userData: string) {
    mkdirSync(userData, { recursive: true });
    this.#lock = path.join(userData, 'SingletonLock');
    this.#socket = socketOf(userData);
  }

  get isHeld(): boolean {
    return this.#server !== null;
  }

  /** @returns false where another process has it; that one is told `mine`. */
  request(mine: Handover, onSecond: (theirs: Handover) => void): boolean {
    if (this.isHeld) return true;
    if (!this.#take()) {
      this.handedOver = this.#tell(mine);
      return false;
    }
    if (process.platform !== 'win32') rmSync(this.#socket, { force: true });
    this.#server = createServer({ allowHalfOpen: true }, (second) => {
      second.on('error', () => undefined);
      void json(second).then((theirs) => {
        onSecond(theirs as Handover);
        second.end('ok');
      });
    });
    this.#server.listen(this.#socket);
    this.#server.unref();
    return true;
  }

  release(): void {
    if (!this.#server) return;
    this.#server.close();
    this.#server = null;
    rmSync(this.#lock, { force: true });
  }

  #take(): boolean {
    for (;;) {
      try {
        writeFileSync(this.#lock, String(process.pid), { flag: 'wx' });
        return true;
      } catch {
        if (isAlive(this.#holder())) return false;
        // Left behind by a process that was killed.
        rmSync(this.#lock, { force: true });
      }
    }
  }

  #holder(): number {
    try {
      return Number(readFileSync(this.#lock, 'utf8'));
    } catch {
      return 0;
    }
  }

  #tell(mine: Handover): Promise<void> {
    return new Promise((resolve) => {
      const socket = connect(this.#socket, () => socket.end(JSON.stringify(mine)));
      socket.on('error', () => resolve());
      socket.on('close', () => resolve());
      socket.resume();
    });
  }
}

/** Short, whatever the folder: a socket's path may have little more than a hundred characters. */
function socketOf(userData: string): string {
  const name = `electron-double-${createHash('sha256').update(path.resolve(userData)).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

function isAlive(pid: number): boolean {
  // Nobody has written there yet, or it is not a number: the one who writes is at work.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * The argument vector that `second-instance` has: switches before arguments, and one of Chromium's own
 * among them.
 *
 * https://www.electronjs.org/docs/latest/api/app#event-second-instance: “The order might change and
 * additional arguments might be appended.”
 */
export function argvAsTold(argv: readonly string[], startedAt: number): string[] {
  const [program = '', ...others] = argv;
  const isSwitch = (arg: string): boolean => arg.startsWith('-');
  return [
    program,
    ...others.filter(isSwitch),
    `--original-process-start-time=${startedAt}`,
    ...others.filter((arg) => !isSwitch(arg)),
  ];
}

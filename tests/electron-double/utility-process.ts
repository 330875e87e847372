import type {
  ForkOptions,
  MessagePortMain as RealPort,
  UtilityProcess,
  utilityProcess as real,
} from 'electron';
import { fork, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { app, children } from './app.ts';
import { detached, type PortEnd } from './message-ports.ts';
import { heedOnly, only, PartialEmitter } from './unimplemented.ts';
import type { ToChild, ToMain } from './utility-wire.ts';

const ENTRY = path.join(import.meta.dirname, 'utility-entry.ts');
const HEEDED = ['env', 'execArgv', 'cwd', 'stdio', 'serviceName'];

/** https://www.electronjs.org/docs/latest/api/utility-process: a child process with Node and message ports. */
class UtilityProcessDouble extends PartialEmitter {
  readonly #child: ChildProcess;
  readonly #ports = new Map<number, PortEnd>();
  #lastPort = 0;
  #spawned = false;
  #asked = false;

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super('UtilityProcess');
    const { env, execArgv = [], cwd, stdio = 'inherit', serviceName = 'Node Utility Process' } = options;
    const streams = typeof stdio === 'string' ? [stdio, stdio, stdio] : stdio;
    const child = fork(ENTRY, [modulePath, ...args], {
      env: { ...(env ?? process.env) } as NodeJS.ProcessEnv,
      execArgv: [...execArgv],
      ...(cwd !== undefined && { cwd }),
      // “stdin is not supported”: whatever is asked for, it is ignored.
      stdio: ['ignore', streams[1] as 'pipe', streams[2] as 'pipe', 'ipc'],
      // Clones as ports do: bytes, dates and maps arrive as what they are.
      serialization: 'advanced',
    });
    this.#child = child;
    const metric = { pid: child.pid ?? 0, name: serviceName };
    child.on('spawn', () => {
      this.#spawned = true;
      children.add(metric);
      this.emit('spawn');
    });
    child.on('message', (message) => this.#receive(message as ToMain));
    child.on('exit', (code, signal) => {
      children.delete(metric);
      // Ports of a process that is gone close.
      for (const end of this.#ports.values()) end.close();
      this.#ports.clear();
      const status = code ?? (signal ? constants.signals[signal] : 1);
      this.#spawned = false;
      this.emit('exit', status);
      if (status !== 0 && !this.#asked) {
        const reason = signal ? 'killed' : 'abnormal-exit';
        const details = {
          type: 'Utility',
          reason,
          exitCode: status,
          serviceName: 'node.mojom.NodeService',
          name: serviceName,
        };
        app.emit('child-process-gone', {}, details);
      }
    });
    // Sending to a process that has just died fails; its exit is told all the same.
    child.on('error', () => undefined);
  }

  /** “undefined until the child process has spawned successfully”, and again after it has exited. */
  get pid(): number | undefined {
    return this.#spawned ? this.#child.pid : undefined;
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.#child.stdout;
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr;
  }

  postMessage(message: unknown, transfer: readonly RealPort[] = []): void {
    const ports = transfer.map((port) => this.#handOver(detached(port)));
    this.#send({ kind: 'message', data: message, ports });
  }

  /** “Terminates the process gracefully. On POSIX, it uses SIGTERM.” */
  kill(): boolean {
    this.#asked = true;
    return this.#child.kill('SIGTERM');
  }

  #handOver(end: PortEnd): number {
    const id = ++this.#lastPort;
    this.#ports.set(id, end);
    end.onMessage((data) => this.#send({ kind: 'port', id, data }));
    end.onClose(() => {
      this.#ports.delete(id);
      this.#send({ kind: 'close', id });
    });
    return id;
  }

  #send(message: ToChild): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(message: ToMain): void {
    if (message.kind === 'message') {
      this.emit('message', message.data);
      return;
    }
    const end = this.#ports.get(message.id);
    if (message.kind === 'port') {
      end?.post(message.data);
    } else {
      end?.close();
      this.#ports.delete(message.id);
    }
  }
}

export const utilityProcess: typeof real = only<typeof real>('utilityProcess', {
  fork(modulePath, args = [], options = {}) {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready.');
    heedOnly('utilityProcess.fork', options, HEEDED);
    const child = new UtilityProcessDouble(modulePath, args, options);
    return child as unknown as UtilityProcess;
  },
});

import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { connect, type Channel, type HostApi } from '../../../electron/api/index.ts';
import type { ChildMessage } from './child.ts';

const CHILD = path.join(import.meta.dirname, 'child.ts');

/** One life of the engine in a process of its own, from its start to its violent end. */
export class Life {
  readonly api: HostApi;
  /** What the engine said went wrong without a caller to tell, and what it printed. */
  readonly problems: string[] = [];
  readonly #child: ChildProcess;
  readonly #end: Promise<unknown>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    // What was said before the end still arrives after it: the end is when nothing more can come.
    this.#end = Promise.all([
      new Promise((resolve) => child.once('exit', resolve)),
      new Promise((resolve) => child.once('disconnect', resolve)),
    ]);
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'problem') this.problems.push(`${message.where}: ${message.message}`);
    });
    child.on('error', () => undefined);
    let printed = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stderr?.on('close', () => {
      if (printed.trim() !== '') this.problems.push(`printed: ${printed.trim().slice(0, 2000)}`);
    });
    this.api = connect<HostApi>(channelTo(child)).api;
  }

  /** Resolves when the engine is there and no library is open. */
  static async start(dataFolder: string): Promise<Life> {
    const child = fork(CHILD, [dataFolder], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      // Nobody's own loaders and inspectors.
      execArgv: [],
    });
    const life = new Life(child);
    await new Promise<void>((resolve, reject) => {
      child.on('message', ({ kind }: ChildMessage) => {
        if (kind === 'ready') resolve();
      });
      child.once('exit', (code) => reject(new Error(`The engine did not start (${String(code)}).`)));
    });
    return life;
  }

  /** As the power button does it. Resolves when everything it said before has been heard. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#end;
  }
}

function channelTo(child: ChildProcess): Channel {
  const heard = new Map<(message: unknown) => void, (message: ChildMessage) => void>();
  return {
    post(data) {
      if (child.connected) child.send(data as object, () => undefined);
    },
    on(listener) {
      const hear = (message: ChildMessage) => {
        if (message.kind === 'rpc') listener(message.data);
      };
      heard.set(listener, hear);
      child.on('message', hear);
    },
    off(listener) {
      const hear = heard.get(listener);
      if (hear) child.off('message', hear);
    },
    close: () => child.disconnect(),
    onClose: (listener) => void child.once('disconnect', listener),
  };
}

import type { ParentPort } from 'electron';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { identify } from './identity.ts';
import { MessagePortMain, type PortEnd } from './message-ports.ts';
import { PartialEmitter, unimplemented } from './unimplemented.ts';
import type { ToChild, ToMain } from './utility-wire.ts';

/** The entry of every utility process: makes it look as one of Electron's, then runs its module. */

const send = (message: ToMain): void => {
  if (process.connected) process.send?.(message);
};

/** The far end of a port whose near end main has. */
class RemoteEnd implements PortEnd {
  readonly #id: number;
  readonly #waiting: unknown[] = [];
  #receive: ((data: unknown) => void) | null = null;
  #tellClosed: (() => void) | null = null;

  constructor(id: number) {
    this.#id = id;
  }

  post(data: unknown): void {
    if (ends.has(this.#id)) send({ kind: 'port', id: this.#id, data });
  }
  onMessage(listener: (data: unknown) => void): void {
    this.#receive = listener;
    for (const data of this.#waiting.splice(0)) setImmediate(() => listener(data));
  }
  close(): void {
    if (ends.delete(this.#id)) send({ kind: 'close', id: this.#id });
  }
  onClose(listener: () => void): void {
    this.#tellClosed = listener;
  }

  take(data: unknown): void {
    if (this.#receive) this.#receive(data);
    else this.#waiting.push(data);
  }
  closed(): void {
    ends.delete(this.#id);
    this.#tellClosed?.();
  }
}

const ends = new Map<number, RemoteEnd>();

/** https://www.electronjs.org/docs/latest/api/parent-port */
class ParentPortDouble extends PartialEmitter {
  readonly #waiting: { data: unknown; ports: MessagePortMain[] }[] = [];

  constructor() {
    super('process.parentPort');
    // Messages wait for the first who listens.
    this.on('newListener', (name) => {
      if (name === 'message') setImmediate(() => this.#flush());
    });
  }
  postMessage(message: unknown): void {
    send({ kind: 'message', data: message });
  }
  deliver(data: unknown, ports: MessagePortMain[]): void {
    this.#waiting.push({ data, ports });
    if (this.listenerCount('message') > 0) this.#flush();
  }
  #flush(): void {
    for (const message of this.#waiting.splice(0)) this.emit('message', message);
  }
}

const parentPort = new ParentPortDouble();
process.parentPort = parentPort as unknown as ParentPort;

process.on('message', (message: ToChild) => {
  if (message.kind === 'message') {
    const ports = message.ports.map((id) => {
      const end = new RemoteEnd(id);
      ends.set(id, end);
      return new MessagePortMain(end);
    });
    parentPort.deliver(message.data, ports);
  } else if (message.kind === 'port') {
    ends.get(message.id)?.take(message.data);
  } else {
    ends.get(message.id)?.closed();
  }
});
// Nothing of Electron's outlives its main process.
process.on('disconnect', () => process.exit(0));

const modulePath = process.argv[2] ?? '';
// Electron's own: the program, the module, its arguments.
process.argv.splice(1, 1);
identify('utility');
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron' || specifier.startsWith('electron/')) {
      throw unimplemented('“electron” in a utility process');
    }
    return next(specifier, context);
  },
});
await import(pathToFileURL(modulePath).href);

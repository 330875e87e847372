import type { FromPage, ToPage } from './messages.ts';
import type { KnownFile } from '../known-files.ts';
import { crossing } from './crossing.ts';
import { BINDING, RECEIVER } from './names.ts';
import { fromWire, toWire } from '../wire.ts';

/** What a sandboxed preload finds around it. */
export interface PreloadSettings {
  readonly secret: string;
  readonly process: Readonly<Record<string, unknown>>;
}

type Listener = (event: unknown, ...args: unknown[]) => void;
type Preload = (require: (name: string) => unknown, process: object, module: object, exports: object) => void;

const notDone = (what: string): Error => new Error(`electron double: ${what} is not implemented`);

/** Asking for what is not there throws. */
function partOf<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key): unknown {
      if (typeof key === 'string' && !(key in target) && key !== 'then' && key !== 'toJSON') {
        throw notDone(`${name}.${key}`);
      }
      return Reflect.get(target, key);
    },
  });
}

function post(message: FromPage): void {
  const send = (globalThis as unknown as Record<string, (text: string) => void>)[BINDING];
  send?.(toWire(message));
}

/**
 * ipcRenderer, `invoke`: “If the handler in the main process throws an error, the promise returned by invoke
 * will reject.” Arguments that cannot be cloned reject too.
 */
function makeIpc() {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  const add = (once: boolean) => (channel: string, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener) => {
    const own = listeners.get(channel) ?? [];
    const at = own.findLastIndex((one) => one.listener === listener);
    listeners.set(
      channel,
      own.filter((_one, index) => index !== at),
    );
    return ipcRenderer;
  };
  const ipcRenderer: object = partOf('ipcRenderer', {
    on: add(false),
    addListener: add(false),
    once: add(true),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
    send: (channel: string, ...args: unknown[]) => post({ type: 'send', channel, args }),
    async invoke(channel: string, ...args: unknown[]) {
      const id = ++last;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
      post({ type: 'invoke', id, channel, args });
      return answer.promise.catch((reason: unknown) => {
        throw new Error(`Error invoking remote method '${channel}': ${String(reason)}`);
      });
    },
  });
  return {
    ipcRenderer,
    settle(id: number, work: (answer: PromiseWithResolvers<unknown>) => void) {
      const answer = waiting.get(id);
      waiting.delete(id);
      if (answer) work(answer);
    },
    emit(channel: string, args: readonly unknown[], ports: readonly MessagePort[]) {
      const event = { sender: ipcRenderer, senderId: 0, ports };
      for (const one of listeners.get(channel) ?? []) {
        if (one.once) remove(channel, one.listener);
        one.listener(event, ...args);
      }
    },
  };
}

/** Ports of the page whose other ends are in other processes. */
function makePorts() {
  const ends = new Map<number, MessagePort>();
  return {
    open(id: number): MessagePort {
      const { port1, port2 } = new MessageChannel();
      ends.set(id, port2);
      port2.onmessage = ({ data }: MessageEvent<unknown>) => post({ type: 'port-message', port: id, data });
      port2.addEventListener('close', () => {
        if (ends.delete(id)) post({ type: 'port-close', port: id });
      });
      return port1;
    },
    deliver: (id: number, data: unknown) => ends.get(id)?.postMessage(data),
    close(id: number) {
      const end = ends.get(id);
      ends.delete(id);
      end?.close();
    },
  };
}

/** webUtils, `getPathForFile`: “the empty string” for a File that is not of the file system. */
function pathOf(file: unknown, known: readonly KnownFile[]): string {
  if (!(file instanceof File))
    throw new TypeError('getPathForFile expected to receive a File object but one was not provided');
  const found = known.find(
    ({ name, size, lastModified }) =>
      name === file.name &&
      (size === null || size === file.size) &&
      (lastModified === null || lastModified === file.lastModified),
  );
  return found?.path ?? '';
}

/**
 * Runs a preload as Electron does: “Process Sandboxing › Preload scripts”: in a world of its own, with a
 * `require` that knows a few modules only, and a `process` that is part of one.
 */
export function runPreload(preload: Preload | null, failure: string | null, settings: PreloadSettings): void {
  // webPreferences, `nodeIntegrationInSubFrames`: without it no preload in frames.
  if (window !== window.top) return;
  const ipc = makeIpc();
  const ports = makePorts();
  const bridge = crossing(settings.secret, 'preload', 'page');
  let known: readonly KnownFile[] = [];

  const receive = (text: string): void => {
    const message = fromWire(text) as ToPage;
    if (message.type === 'answer') ipc.settle(message.id, ({ resolve }) => resolve(message.value));
    else if (message.type === 'refusal') ipc.settle(message.id, ({ reject }) => reject(message.reason));
    else if (message.type === 'event') ipc.emit(message.channel, message.args, message.ports.map(ports.open));
    else if (message.type === 'port-message') ports.deliver(message.port, message.data);
    else if (message.type === 'port-close') ports.close(message.port);
    else known = message.files;
  };
  Object.defineProperty(globalThis, RECEIVER, { value: receive });

  const modules: Readonly<Record<string, object>> = {
    electron: partOf('electron (in a preload)', {
      ipcRenderer: ipc.ipcRenderer,
      contextBridge: partOf('contextBridge', {
        exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
      }),
      webUtils: partOf('webUtils', { getPathForFile: (file: unknown) => pathOf(file, known) }),
    }),
  };
  const require = (name: string): unknown => {
    const found = Object.hasOwn(modules, name) ? modules[name] : undefined;
    if (found) return found;
    // The others that Electron gives it; whatever else it does not.
    if (['events', 'timers', 'url', 'node:events', 'node:timers', 'node:url'].includes(name)) {
      throw notDone(`require('${name}') in a preload`);
    }
    throw new Error(`module not found: ${name}`);
  };

  try {
    if (failure !== null) throw new Error(failure);
    const module = { exports: {} };
    preload?.(require, partOf('process (in a preload)', { ...settings.process }), module, module.exports);
  } catch (thrown) {
    post({ type: 'preload-error', error: thrown });
  }
}

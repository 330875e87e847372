import { partOf } from './parts.ts';
import { post } from './post.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;

/**
 * ipcRenderer, `invoke`: “If the handler in the main process throws an error, the promise returned by invoke
 * will reject.” Arguments that cannot be cloned reject too.
 */
export function makeIpc() {
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

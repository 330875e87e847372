import type { MessageEvent, MessagePortMain } from 'electron';
import type { Channel } from '../api/index.ts';

/** A message port as a channel, in main and in the engine's process. */
export function portChannel(port: MessagePortMain): Channel {
  const wrapped = new Map<(message: unknown) => void, (event: MessageEvent) => void>();
  return {
    post: (message) => port.postMessage(message),
    on(listener) {
      const receive = ({ data }: MessageEvent) => listener(data);
      wrapped.set(listener, receive);
      port.on('message', receive);
      port.start();
    },
    off(listener) {
      const receive = wrapped.get(listener);
      if (receive) port.off('message', receive);
      wrapped.delete(listener);
    },
    close: () => port.close(),
    onClose: (listener) => void port.once('close', listener),
  };
}

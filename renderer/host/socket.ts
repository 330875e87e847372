import { decode, encode } from '@msgpack/msgpack';
import { SynopticError, type Channel } from '../../electron/api/index.ts';

/** A channel over a WebSocket to this page's own origin; messages are MessagePack, so bytes stay bytes. */
export function socketChannel(path: string): Promise<Channel> {
  const address = new URL(path, window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      reject(new SynopticError('engine-stopped', 'The reader’s engine does not answer.'));
    };
    socket.addEventListener('close', refuse, { once: true });
    socket.addEventListener(
      'open',
      () => {
        socket.removeEventListener('close', refuse);
        resolve(channelOf(socket));
      },
      { once: true },
    );
  });
}

function channelOf(socket: WebSocket): Channel {
  const wrappers = new Map<(message: unknown) => void, (event: MessageEvent<unknown>) => void>();
  return {
    post(message) {
      socket.send(encode(message, { ignoreUndefined: true }));
    },
    on(listener) {
      const wrapper = ({ data }: MessageEvent<unknown>): void => {
        if (data instanceof ArrayBuffer) listener(decode(data));
      };
      wrappers.set(listener, wrapper);
      socket.addEventListener('message', wrapper);
    },
    off(listener) {
      const wrapper = wrappers.get(listener);
      if (wrapper) socket.removeEventListener('message', wrapper);
      wrappers.delete(listener);
    },
    close: () => socket.close(),
    onClose(listener) {
      socket.addEventListener('close', () => listener(), { once: true });
    },
  };
}

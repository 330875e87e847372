import type { WebSocket } from 'ws';
import type { Channel } from '../api/index.ts';
import { fromFrame, toFrame } from './wire.ts';

/**
 * One tab's socket as a channel. A frame that is not MessagePack, or that `accepts` refuses before it is decoded,
 * ends the connection.
 */
export function socketChannel(
  socket: WebSocket,
  accepts: (frame: Uint8Array) => boolean = () => true,
): Channel {
  const listeners = new Set<(message: unknown) => void>();
  socket.on('message', (data, isBinary) => {
    const message = isBinary && data instanceof Buffer && accepts(data) ? decoded(data) : undefined;
    if (message === undefined) {
      socket.close(1003, 'Only MessagePack of a sensible size is understood.');
      return;
    }
    for (const listener of listeners) listener(message);
  });
  // 'close' always follows an error and says all there is to say.
  socket.on('error', () => undefined);
  return {
    post(message) {
      if (socket.readyState === socket.OPEN) socket.send(toFrame(message), { compress: false });
    },
    on: (listener) => void listeners.add(listener),
    off: (listener) => void listeners.delete(listener),
    close: () => socket.close(1000),
    onClose: (listener) => void socket.once('close', listener),
  };
}

function decoded(data: Buffer): object | undefined {
  try {
    const message = fromFrame(data);
    return typeof message === 'object' && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}

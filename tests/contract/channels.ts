import { WebSocket } from 'ws';
import type { Channel } from '../../electron/api/index.ts';
import { socketChannel } from '../../electron/browser/sockets.ts';

/** Both ends of a pipe within one process. What is posted is cloned, as a message port would. */
export function channelPair(): [Channel, Channel] {
  const ends = [newEnd(), newEnd()] as const;
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    for (const end of ends) for (const listener of end.closed) listener();
  };
  const channel = (mine: End, theirs: End): Channel => ({
    post(message) {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => {
        if (open) for (const listener of theirs.messages) listener(copy);
      });
    },
    // The message arrives at the other end's listeners, so each end listens to its own.
    on: (listener) => void mine.messages.add(listener),
    off: (listener) => void mine.messages.delete(listener),
    close,
    onClose: (listener) => void mine.closed.add(listener),
  });
  return [channel(ends[0], ends[1]), channel(ends[1], ends[0])];
}

interface End {
  readonly messages: Set<(message: unknown) => void>;
  readonly closed: Set<() => void>;
}

const newEnd = (): End => ({ messages: new Set(), closed: new Set() });

/** A page's socket to the browser host, opened with the page's cookie. */
export function openSocket(origin: string, cookie: string): Promise<Channel> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/engine`, { headers: { origin, cookie } });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socketChannel(socket)));
    socket.once('error', reject);
  });
}

import { post } from './post.ts';

/** Ports of the page whose other ends are in other processes. */
export function makePorts() {
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

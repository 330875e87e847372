import { serve, toErrorShape, type Channel } from '../../../electron/api/index.ts';
import { createEngine } from '../../../electron/engine/engine.ts';

/**
 * The engine in a process of its own that waits to be killed: `child.ts DATA-FOLDER`. It answers over the process's
 * channel, and tells of errors that nobody was waiting for.
 */
export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rpc'; readonly data: unknown }
  | { readonly kind: 'problem'; readonly where: string; readonly message: string };

const [, , dataFolder] = process.argv;

function send(message: ChildMessage): void {
  process.send?.(message);
}

const channel: Channel = {
  post: (data) => send({ kind: 'rpc', data }),
  on: (listener) => void process.on('message', listener),
  off: (listener) => void process.off('message', listener),
  close: () => process.disconnect(),
  onClose: (listener) => void process.on('disconnect', listener),
};

const engine = await createEngine({
  dataFolder,
  watch: { settleMs: 20, batchMs: 20 },
  onError: (where, thrown) => {
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : toErrorShape(thrown).message;
    send({ kind: 'problem', where, message });
  },
});
serve(channel, engine, { privileged: true });
// Whoever started it is gone: it must not stay behind.
process.on('disconnect', () => process.exit(0));
send({ kind: 'ready' });

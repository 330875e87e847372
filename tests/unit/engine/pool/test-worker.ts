import { parentPort, threadId } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../../../../electron/engine/pool/jobs.ts';

/** A worker that does what the path of a `read` job tells it, or the body of another. */
const port = parentPort;
const answer = (message: FromWorker) => port?.postMessage(message);

if (process.env['SYNOPTIC_TEST_WORKER'] === 'dead') throw new Error('It cannot be started.');

let done = 0;

async function obey(command: string, number: number): Promise<void> {
  if (command === 'spin') for (;;);
  if (command === 'wait') await new Promise(() => undefined);
  if (command === 'exit') process.exit(1);
  if (command === 'throw') {
    setImmediate(() => {
      throw new Error('thrown');
    });
    await new Promise(() => undefined);
  }
  if (command === 'hoard') {
    const all: unknown[] = [];
    for (;;) all.push({ at: all.length, more: [1, 2, 3] });
  }
  if (command === 'refuse') answer({ number, error: 'refused' });
  else answer({ number, output: { kind: 'missing', command, threadId, done: done++ } });
}

let last = Promise.resolve();
port?.on('message', (message: ToWorker) => {
  if (message.kind === 'warm') return;
  const input = message.input as { path?: string; body?: string; bytes?: Uint8Array };
  const command = input.bytes ? `${input.bytes.length} bytes` : (input.path ?? input.body ?? '');
  last = last.then(() => obey(command, message.number));
});
answer({ ready: true });

import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './jobs.ts';
import { begin, perform, warmUp } from './perform.ts';

const port = parentPort;
if (!port) throw new Error('This is the entry of a worker.');

type Job = Exclude<ToWorker, { readonly kind: 'warm' }>;

async function answer({ number, kind, input }: Job, begun: Promise<unknown>): Promise<void> {
  const answered: { message: FromWorker; transfer: ArrayBuffer[] } = await perform(kind, input, begun).then(
    ({ output, transfer }) => ({ message: { number, output }, transfer }),
    (error: unknown) => ({ message: { number, error: reasonOf(error) }, transfer: [] }),
  );
  port?.postMessage(answered.message, answered.transfer);
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

// One at a time, in the order they came: whoever gave them counts on it. Only the disk is asked ahead.
let last = Promise.resolve();
port.on('message', (message: ToWorker) => {
  if (message.kind === 'warm') {
    last = last.then(warmUp);
    return;
  }
  const begun = begin(message.kind, message.input);
  // It is told of when its turn has come.
  begun.catch(() => undefined);
  last = last.then(() => answer(message, begun));
});

port.postMessage({ ready: true } satisfies FromWorker);

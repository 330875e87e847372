import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './jobs.ts';
import { perform, warmUp } from './perform.ts';

const port = parentPort;
if (!port) throw new Error('This is the entry of a worker.');

async function answer(message: ToWorker): Promise<void> {
  if (message.kind === 'warm') return warmUp();
  const { number } = message;
  const answered: { message: FromWorker; transfer: ArrayBuffer[] } = await perform(
    message.kind,
    message.input,
  ).then(
    ({ output, transfer }) => ({ message: { number, output }, transfer }),
    (error: unknown) => ({ message: { number, error: reasonOf(error) }, transfer: [] }),
  );
  port?.postMessage(answered.message, answered.transfer);
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

// One at a time, in the order they came: whoever gave them counts on it.
let last = Promise.resolve();
port.on('message', (message: ToWorker) => {
  last = last.then(() => answer(message));
});

port.postMessage({ ready: true } satisfies FromWorker);

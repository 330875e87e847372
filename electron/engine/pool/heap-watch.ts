import type { Worker } from 'node:worker_threads';

const EVERY_MS = 100;

/**
 * Looks at a worker's heap again and again, for jobs that take long: the limit that V8 itself holds ends the
 * whole process where one great piece of memory is asked for at once, so that a worker has to be ended well below it.
 *
 * @param most bytes.
 * @returns stops it.
 */
export function watchHeap(worker: Worker, most: number, onOver: () => void): () => void {
  // An interrupt answers, so that it is told of a worker that is busy, too. Older versions of Node cannot say.
  const statistics = 'getHeapStatistics' in worker ? () => worker.getHeapStatistics() : null;
  let asked = false;
  let stopped = false;
  const timer = setInterval(() => {
    if (asked || !statistics) return;
    asked = true;
    statistics().then(
      ({ used_heap_size: used }) => {
        asked = false;
        if (!stopped && used > most) onOver();
      },
      () => undefined,
    );
  }, EVERY_MS);
  timer.unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

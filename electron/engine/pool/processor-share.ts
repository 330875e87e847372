import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/**
 * How much of a processor a busy worker gets, looked at for some milliseconds: less than 1 where the computer does
 * other work, too. 1 where it cannot be told: in older versions of Node, and where the worker does not answer
 * for being deep in one call.
 */
export async function processorShare(worker: Worker, ms: number): Promise<number> {
  if (!('cpuUsage' in worker)) return 1;
  const silent = setTimeout(2 * ms + 1000, 1, { ref: false });
  return Promise.race([measuredShare(worker, ms).catch(() => 1), silent]);
}

async function measuredShare(worker: Worker, ms: number): Promise<number> {
  const before = await worker.cpuUsage();
  const start = performance.now();
  await setTimeout(ms, null, { ref: false });
  const { user, system } = await worker.cpuUsage(before);
  return Math.min(1, (user + system) / 1000 / (performance.now() - start));
}

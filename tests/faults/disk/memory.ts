import type { ArticleId } from '../../../electron/api/index.ts';
import { articleIdOf } from '../../../electron/engine/documents/ids.ts';
import { WorkerPool } from '../../../electron/engine/pool/pool.ts';
import type { Scenario } from './disk.ts';

/** A worker runs out of memory: the file it was at is left out with a word, and no other one notices. */
export const outOfMemory: Scenario = async ({ faults }) => {
  const pool = new WorkerPool({ size: 1, heapMb: 40 });
  const read = (path: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    return pool.run('read', { id: articleIdOf(path) satisfies ArticleId, path, bytes });
  };
  try {
    const small = 'The port\n\nThe port was closed on Tuesday after two barges collided in fog.\n';
    const [before, greedy, after] = await Promise.all([
      read('before.txt', small),
      read('greedy.txt', 'Short one. '.repeat(450_000)),
      read('after.txt', small),
    ]);
    if (before.kind !== 'read') faults.push(`the file before it is “${before.kind}”`);
    if (after.kind !== 'read') faults.push(`the file after it is “${after.kind}”`);
    if (greedy.kind !== 'failed') faults.push(`the greedy file is “${greedy.kind}”`);
    else if (greedy.failure.code !== 'too-demanding' || !/memory/.test(greedy.failure.message)) {
      faults.push(`the greedy file fails with ${greedy.failure.code}: ${greedy.failure.message}`);
    }
  } finally {
    await pool.close();
  }
};

import { WorkerPool } from '../../../../electron/engine/pool/pool.ts';

/** What a host does with the pool, as small as can be: reads the file that it is given, and prints what came. */
const path = process.argv[2] ?? '';
const pool = new WorkerPool({ size: 1 });
const output = await pool.run('read', {
  id: 'a'.repeat(12) as never,
  path,
  absolute: path,
  within: null,
  knownHash: null,
});
process.stdout.write(`${output.kind === 'read' ? output.record.title : JSON.stringify(output)}\n`);
await pool.close();

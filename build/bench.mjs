// npm run bench: how long things take and how large they are, as tables.
import { buildStale } from './build.mjs';
import { PARTS } from './parts.mjs';
import { run } from './run.mjs';

try {
  await buildStale(Object.keys(PARTS));
  const { code } = await run(process.execPath, ['tests/bench/run.ts', ...process.argv.slice(2)]);
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

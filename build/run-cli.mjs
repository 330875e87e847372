// npm run -s cli -- COMMAND: the command-line tool, built first where its sources changed.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PARTS, outputFolder, stale } from './parts.mjs';

// npm runs scripts in the project's folder; paths are meant from where it was called.
if (process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

const wanted = process.argv[2] === 'serve' ? ['cli', 'renderer'] : ['cli'];
const names = await stale(wanted);
if (names.length > 0) {
  // Loaded only when needed: most runs find everything built and have a second in all.
  const { build } = await import('./build.mjs');
  await build(names, { quiet: true });
}
const entry = path.join(outputFolder('cli'), PARTS.cli.output);
process.argv[1] = entry;
await import(pathToFileURL(entry).href);

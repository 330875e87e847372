// npm run -s cli -- COMMAND: the command-line tool, built first where its sources changed.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PARTS, outputFolder, stale } from './parts.mjs';

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

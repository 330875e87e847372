// npm start [-- FOLDER]: opens Synoptic on a folder (the sample library unless given). In Electron where it
// is to be had, else in the browser. SYNOPTIC_HOST=electron or =browser settles it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './build.mjs';
import { findElectron, hasDisplay, obstacle, runElectron } from './electron.mjs';
import { PARTS, ROOT, outputFolder } from './parts.mjs';

const choice = process.env.SYNOPTIC_HOST ?? '';
// npm runs scripts in the project's folder and says here where it was called.
const from = process.env.npm_lifecycle_event === 'start' ? process.env.INIT_CWD : undefined;
const folder = path.resolve(from ?? '.', process.argv[2] ?? path.join(ROOT, 'seeds'));

/** @returns whether Electron ran. */
async function startElectron() {
  const reason = obstacle();
  if (choice === '' && reason) return inBrowserBecause(`Electron is not used: ${reason}.`);
  const program = await findElectron({ insist: choice === 'electron' });
  if (!program) return inBrowserBecause('Electron could not be fetched.');
  await buildStale(['renderer', 'preload', 'engine', 'main']);
  const code = await runElectron(program, [folder]);
  if (code === null) return inBrowserBecause('Electron did not start.');
  process.exitCode = code;
  return true;
}

function inBrowserBecause(reason) {
  if (choice === 'electron') throw new Error(reason);
  console.log(`${reason} Synoptic opens in the browser instead.`);
  return false;
}

async function startBrowser() {
  await buildStale(['renderer', 'cli']);
  const entry = path.join(outputFolder('cli'), PARTS.cli.output);
  const someoneWatches = hasDisplay() && process.stdout.isTTY && !process.env.CI;
  process.argv = [process.execPath, entry, 'serve', folder, ...(someoneWatches ? ['--open'] : [])];
  await import(pathToFileURL(entry).href);
}

async function main() {
  if (!['', 'electron', 'browser'].includes(choice)) {
    throw new Error('SYNOPTIC_HOST is “electron” or “browser”, or not set.');
  }
  if (choice === 'browser' || !(await startElectron())) await startBrowser();
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, cacheFile } from './parts.mjs';
import { run } from './run.mjs';

const FOLDER = path.join(ROOT, 'node_modules', 'electron');
/** How long fetching may take, in minutes: without Electron, `npm start` has the browser to go on in. */
const FETCH_MINUTES = { asked: 10, offered: 3 };
/** A machine that could not fetch Electron a moment ago will not be asked to wait for it again. */
const RETRY_MS = 6 * 60 * 60 * 1000;

/** Why Electron cannot open a window here, whether or not it is installed; null where it can. */
export function obstacle() {
  if (process.platform !== 'linux') return null;
  if (!hasDisplay()) return 'there is no display';
  if (process.getuid?.() === 0) return 'it does not run as root';
  return null;
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The path of Electron's program, fetched if need be; null where it is not to be had. */
export async function findElectron({ insist = false } = {}) {
  const installed = await installedElectron();
  if (installed) return installed;
  const failure = cacheFile('electron-failed');
  if (!insist && (await age(failure)) < RETRY_MS) return null;
  const minutes = insist ? FETCH_MINUTES.asked : FETCH_MINUTES.offered;
  console.log(`Fetching Electron: some 110 MB, once, for ${minutes} minutes at most…`);
  await fetchElectron(minutes);
  const fetched = await installedElectron();
  await mkdir(path.dirname(failure), { recursive: true });
  await (fetched ? rm(failure, { force: true }) : writeFile(failure, ''));
  return fetched;
}

/** The path of Electron's program, if it is there already; null where it is not. */
export async function installedElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = await readFile(path.join(FOLDER, 'path.txt'), 'utf8').catch(() => null);
  const file = name && path.join(override ?? path.join(FOLDER, 'dist'), name);
  return file && existsSync(file) ? file : null;
}

async function fetchElectron(minutes) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), minutes * 60_000);
  await run(process.execPath, [path.join(FOLDER, 'install.js')], { capture: true, signal: limit.signal });
  clearTimeout(timer);
}

const age = (file) =>
  stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Infinity,
  );

/**
 * Runs the app until its window is closed.
 *
 * @returns its exit code, or null where it did not start (a library of the system is missing).
 */
export function runElectron(file, args) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(file, [ROOT, ...args], { stdio: 'inherit' });
    // Ctrl-C reaches the whole group; Electron closes its windows and we wait for it.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', () => resolve(null));
    child.on('exit', (code, signal) => {
      const early = performance.now() - started < 5000;
      resolve(code !== 0 && signal !== 'SIGTERM' && signal !== 'SIGINT' && early ? null : (code ?? 0));
    });
  });
}

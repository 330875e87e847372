import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'synoptic');

/** The engine's workers are threads of the process that it runs in, and begin with a file beside its own. */
const WORKERS = { 'worker.js': 'electron/engine/pool/worker.ts' };

/**
 * What `npm run build` makes: for each part its entry, what it is made from (files and folders whose change
 * makes it stale), the file that proves it was built, and other entries that lie beside it.
 */
export const PARTS = {
  renderer: { entry: 'renderer/index.html', sources: ['renderer', 'electron/api'], output: 'index.html' },
  main: { entry: 'electron/main/main.ts', sources: ['electron/main', 'electron/api'], output: 'main.js' },
  engine: {
    entry: 'electron/main/engine-process.ts',
    sources: ['electron/main/engine-process.ts', 'electron/engine', 'electron/api'],
    output: 'engine.js',
    beside: WORKERS,
  },
  preload: {
    entry: 'electron/preload/preload.ts',
    sources: ['electron/preload', 'electron/api'],
    output: 'preload.cjs',
  },
  cli: {
    entry: 'electron/cli/cli.ts',
    sources: ['electron/cli', 'electron/browser', 'electron/engine', 'electron/api'],
    output: 'cli.js',
    beside: WORKERS,
  },
};

/** Every part is also made from these. */
const SHARED = ['build/build.mjs', 'build/parts.mjs', 'build/vite', 'package-lock.json', 'tsconfig.json'];

export const outputFolder = (part) => path.join(ROOT, 'dist', part);

/** The parts of `names` whose sources changed since they were built, or that were never built. */
export async function stale(names) {
  const checked = await Promise.all(names.map(async (name) => ((await isCurrent(name)) ? null : name)));
  return checked.filter((name) => name !== null);
}

async function isCurrent(name) {
  if (!existsSync(path.join(outputFolder(name), PARTS[name].output))) return false;
  const built = await readFile(stampFile(name), 'utf8').catch(() => '');
  return built === (await fingerprint(name));
}

/** Path, size and time of every source: an added, removed, replaced or restored file changes it. */
export async function fingerprint(name) {
  const hash = createHash('sha256');
  for (const source of [...PARTS[name].sources, ...SHARED]) {
    for (const line of await describe(path.join(ROOT, source))) hash.update(line);
  }
  return hash.digest('hex');
}

async function describe(file) {
  const info = await stat(file).catch(() => null);
  if (!info) return [`${file} missing\n`];
  if (!info.isDirectory()) return [`${file} ${info.size} ${info.mtimeMs}\n`];
  const names = (await readdir(file)).sort();
  return (await Promise.all(names.map((name) => describe(path.join(file, name))))).flat();
}

export async function stamp(name, value) {
  await mkdir(CACHE, { recursive: true });
  await writeFile(stampFile(name), value);
}

export const unstamp = (name) => rm(stampFile(name), { force: true });

const stampFile = (name) => path.join(CACHE, `${name}.stamp`);

/** A file of ours below node_modules/.cache, which `npm ci` clears. */
export const cacheFile = (name) => path.join(CACHE, name);

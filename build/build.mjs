// Usage: node build/build.mjs [PART…]   builds the parts named, or all of them, whether stale or not.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PARTS, ROOT, fingerprint, outputFolder, stale, stamp, unstamp } from './parts.mjs';

/** Builds `names`; resolves to nothing, rejects with what went wrong. */
export async function build(names, { quiet = false } = {}) {
  for (const name of names) {
    const started = performance.now();
    await buildPart(name, quiet);
    if (!quiet) console.log(`built ${name} in ${Math.round(performance.now() - started)} ms`);
  }
}

/** Builds those of `names` whose sources changed. */
export async function buildStale(names, options) {
  await build(await stale(names), options);
}

async function buildPart(name, quiet) {
  const part = PARTS[name];
  if (!existsSync(path.join(ROOT, part.entry))) throw new Error(`${name}: ${part.entry} is missing.`);
  // Taken first: a file that changes during the build leaves the part stale.
  const print = await fingerprint(name);
  const fresh = path.join(ROOT, 'dist', `.${name}-${process.pid}`);
  try {
    const [{ build: viteBuild }, config] = await Promise.all([import('vite'), configOf(name, part, fresh)]);
    await inProduction(() => viteBuild({ ...config, logLevel: quiet ? 'error' : 'warn' }));
    if (!existsSync(path.join(fresh, part.output))) throw new Error(`${name}: no ${part.output} came out.`);
    await unstamp(name);
    await replaceFolder(fresh, outputFolder(name));
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await stamp(name, print);
}

/** What is built is what is shipped, wherever it is built: Vite and Svelte make another thing for a test or a developer. */
async function inProduction(action) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await action();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

async function configOf(name, part, outDir) {
  if (name === 'renderer') {
    const { rendererConfig } = await import('./vite/renderer.mjs');
    return rendererConfig(ROOT, outDir);
  }
  if (name === 'preload') {
    const { preloadConfig } = await import('./vite/preload.mjs');
    return preloadConfig(ROOT, outDir, part.entry, part.output);
  }
  const { nodeConfig } = await import('./vite/node.mjs');
  return nodeConfig(ROOT, outDir, { [part.output]: part.entry, ...part.beside });
}

/** Swaps a finished folder in, so that a failed build leaves the last good one in place. */
async function replaceFolder(fresh, target) {
  await mkdir(path.dirname(target), { recursive: true });
  const old = `${fresh}-old`;
  await rename(target, old).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(fresh, target);
  await rm(old, { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    console.error(`There is no part “${unknown.join('”, “')}”. Parts: ${Object.keys(PARTS).join(', ')}.`);
    process.exitCode = 2;
  } else {
    await build(names.length > 0 ? names : Object.keys(PARTS)).catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
  }
}

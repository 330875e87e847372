import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as after } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { HostApi } from '../../../electron/api/index.ts';
import { createEngine } from '../../../electron/engine/engine.ts';
import { ageLeftovers, leftovers } from './imports.ts';
import { placesIn } from './places.ts';
import type { Scene } from './scene.ts';
import { differences, seen } from '../seen.ts';
import { settledState } from '../settled.ts';

/**
 * Starts the engine again on what a kill left, and says what is wrong: lost or foreign values, imports that are
 * half done, a start that is not clean, a library that is not what a fresh look at its folder gives.
 */
export async function checkAfter(scene: Scene, library: string, data: string): Promise<string[]> {
  const faults: string[] = [];
  ageLeftovers(library);
  const watch = { settleMs: 1, batchMs: 1 };
  const engine = await createEngine({
    library,
    dataFolder: data,
    watch,
    onError: (where, thrown) => faults.push(`start not clean: ${where}: ${String(thrown)}`),
  });
  const fresh = await createEngine({ library, watch: { ...watch, watch: false } });
  try {
    const state = await settledState(engine);
    for (const { code, message } of state.notices) faults.push(`start not clean: notice ${code}: ${message}`);
    for (const { path: file, message } of state.failures)
      faults.push(`start not clean: “${file}”: ${message}`);
    if (state.watch !== 'watching') faults.push(`start not clean: the library is “${state.watch}”`);
    faults.push(...(await lost(scene, engine)));
    faults.push(...scene.imports.faults(library));
    for (const file of leftovers(library)) faults.push(`import half done: ${path.basename(file)} stays`);
    await settledState(fresh);
    const now = await seen(engine);
    faults.push(...differences(now, await seen(fresh)));
    for (const { id, path: file } of scene.random.some(now.articles, 10)) {
      const same = isDeepStrictEqual(await engine.article({ id }), await fresh.article({ id }));
      if (!same) faults.push(`the text of “${file}” is not as a fresh look finds it`);
    }
  } catch (thrown) {
    faults.push(`start not clean: ${String(thrown)}`);
  } finally {
    await Promise.all([engine.close(), fresh.close()]);
  }
  return [...faults, ...unsoundFiles(data)];
}

/** Quotes are looked for in their texts once all is read, so that highlights may take a moment to have their places. */
const ANCHORED_MS = 60_000;

async function lost(scene: Scene, engine: HostApi): Promise<string[]> {
  const until = Date.now() + ANCHORED_MS;
  for (;;) {
    const corrections = await engine.corrections();
    const faults = scene.ledger.faults(placesIn(await engine.annotations({}), corrections));
    if (corrections.notice !== undefined) faults.push(`start not clean: ${corrections.notice}`);
    if (faults.length === 0 || Date.now() > until) return faults;
    await after(50);
  }
}

const EXPECTED = /^synoptic(\.v\d+)?\.db(-wal|-shm)?$|^caches$/;

/** Databases that are damaged, and files that nobody will ever ask for again. */
function unsoundFiles(data: string): string[] {
  const faults: string[] = [];
  for (const name of readdirSync(data)) {
    if (!EXPECTED.test(name)) faults.push(`start not clean: “${name}” is left in the data folder`);
  }
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.db'),
  );
  for (const name of files) {
    const db = new DatabaseSync(path.join(data, name), { readOnly: true });
    try {
      const result = db.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
      if (result !== 'ok') faults.push(`start not clean: ${name} is damaged: ${String(result)}`);
    } catch (thrown) {
      faults.push(`start not clean: ${name}: ${String(thrown)}`);
    } finally {
      db.close();
    }
  }
  return faults;
}

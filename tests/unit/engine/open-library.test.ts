import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';

const ALL = { query: '', filters: { values: {}, match: 'all' }, offset: 0, limit: 100 } as const;
let folder: string;
let engine: Engine;
const folders: string[] = [];
const errors: unknown[] = [];

const open = async () => {
  engine = await createEngine({
    library: folder,
    dataFolder: path.join(folder, '.data'),
    watch: { settleMs: 10, batchMs: 5 },
    onError: (_, thrown) => errors.push(thrown),
  });
  await engine.rescan();
};
const found = async (query: string) => (await engine.browse({ ...ALL, query })).total;
const write = (name: string, text: string) => writeFile(path.join(folder, name), text);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-open-'));
  folders.push(folder);
  errors.length = 0;
  await write('a.txt', 'Harbour strike\n\nDockers in Karsholm stopped work on Friday.\n');
  await write('b.txt', 'Glacier\n\nA glacier above Karsholm broke off on Friday.\n');
  await open();
});
afterEach(() => engine.close());
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))));

describe('a library that is opened again', () => {
  it('is listed and found as it was left, and then compared with its folder', async () => {
    expect(await found('karsholm')).toBe(2);
    await engine.close();
    await write('b.txt', 'Glacier\n\nThe glacier above Karsholm was blown up on Saturday.\n');
    await rm(path.join(folder, 'a.txt'));
    await write('c.txt', 'Orchards\n\nA blight came over the orchards of Karsholm.\n');
    await open();
    expect([await found('dockers'), await found('saturday'), await found('blight')]).toEqual([0, 1, 1]);
    expect(await found('friday')).toBe(0);
    expect(errors).toEqual([]);
  });

  it('finds everything, and keeps labels, when nothing of the index was saved', async () => {
    const { hits } = await engine.browse({ ...ALL, query: 'dockers' });
    const articleIds = hits.map(({ article }) => article.id);
    await engine.tag({ articleIds, tag: 'strikes', on: true });
    await engine.close();
    const { DatabaseSync } = await import('node:sqlite');
    const { readdir } = await import('node:fs/promises');
    const [name] = (await readdir(path.join(folder, '.data', 'caches'))).filter((each) =>
      each.endsWith('.db'),
    );
    const db = new DatabaseSync(path.join(folder, '.data', 'caches', name ?? ''));
    db.exec('DELETE FROM segment');
    db.close();
    await open();
    await vi.waitFor(async () => {
      expect(await found('karsholm')).toBe(2);
      expect(await found('tag:strikes')).toBe(1);
    }, 20_000);
    expect(errors).toEqual([]);
  });
});

describe('what the reader says of stories', () => {
  it('makes two one, and takes one apart again', async () => {
    const { hits } = await engine.browse(ALL);
    const articleIds = hits.map(({ article }) => article.id);
    await engine.correctStories({ kind: 'together', articleIds });
    const { stories } = await engine.browse(ALL);
    expect(stories.map((story) => story.count)).toEqual([2]);
    await engine.undo();
    expect((await engine.browse(ALL)).stories).toEqual([]);
  });
});

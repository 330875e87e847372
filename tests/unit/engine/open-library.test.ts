import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LibraryChange, SentenceId } from '../../../electron/api/index.ts';
import { articleIdOf } from '../../../electron/engine/documents/ids.ts';
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

describe('a file that is renamed just after it was read', () => {
  it('is found under its new name, though nobody was told of the old one', async () => {
    await engine.close();
    let hint: (path: string) => void = () => undefined;
    engine = await createEngine({
      library: folder,
      dataFolder: path.join(folder, '.data'),
      watch: {
        settleMs: 0,
        // Nothing is told for as long as the rest takes.
        batchMs: 1000,
        watch: (_, listener) => {
          ({ hint } = listener);
          listener.ready();
          return () => Promise.resolve();
        },
      },
      onError: (_, thrown) => errors.push(thrown),
    });
    await engine.rescan();
    const told = vi.fn<(change: LibraryChange) => void>();
    engine.on('changed', told);
    const isThere = (name: string) =>
      vi.waitFor(() => engine.article({ id: articleIdOf(name) }), { timeout: 10_000, interval: 5 });

    await write('c.txt', 'Orchards\n\nA blight came over the orchards of Karsholm.\n');
    hint('c.txt');
    await isThere('c.txt');
    await rename(path.join(folder, 'c.txt'), path.join(folder, 'd.txt'));
    hint('c.txt');
    hint('d.txt');
    await isThere('d.txt');
    expect(told).not.toHaveBeenCalled();

    await vi.waitFor(async () => expect(await found('blight')).toBe(1), 10_000);
    expect(told.mock.calls.flatMap(([{ added }]) => added)).toEqual([articleIdOf('d.txt')]);
    expect(errors).toEqual([]);
  });
});

describe('a pause while a library is read', () => {
  it('lets nothing that is still to be read count as gone', async () => {
    const SAME = 'Dockers in Karsholm stopped work on Friday.';
    const { hits } = await engine.browse({ ...ALL, query: 'dockers' });
    const marked = await engine.article({ id: hits[0]?.article.id as never });
    const sentence = marked.blocks.flatMap(({ sentences }) => sentences).find(({ text }) => text === SAME);
    await engine.highlight({ sentenceId: sentence?.id as SentenceId, note: 'Who says so?' });
    await engine.close();
    await rm(path.join(folder, '.data', 'caches'), { recursive: true });
    // Read last; another article, which is read first, says the same.
    await utimes(path.join(folder, 'a.txt'), 1_000_000_000, 1_000_000_000);
    for (let i = 0; i < 60; i++) {
      await write(
        `other-${i}.txt`,
        `Number ${i}\n\n${i === 59 ? SAME : 'Nothing else.'} That is all of ${i}.\n`,
      );
    }

    engine = await createEngine({ library: folder, dataFolder: path.join(folder, '.data'), workers: 1 });
    await vi.waitFor(async () => {
      expect((await engine.libraryState())?.articleCount).toBeGreaterThan(0);
    }, 20_000);
    await engine.pause({ paused: true });
    await engine.rescan();
    expect((await engine.libraryState())?.articleCount).toBeLessThan(60);
    await new Promise((done) => setTimeout(done, 200));
    await engine.pause({ paused: false });
    await engine.rescan();
    await vi.waitFor(async () => {
      const { highlights } = await engine.annotations({});
      expect(highlights).toMatchObject([{ articleId: marked.id, sentenceId: sentence?.id }]);
    }, 20_000);
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

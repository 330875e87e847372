import { cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArticleId, Corrections, SentenceId } from '../../../../electron/api/index.ts';
import { createEngine, type Engine } from '../../../../electron/engine/engine.ts';

const SEEDS = path.resolve(import.meta.dirname, '../../../../seeds');
const ALL = { query: '', filters: { values: {}, match: 'all' }, offset: 0, limit: 100 } as const;
const DATE = '2019-03-02';
const NOTHING: Corrections = { dismissed: [], dates: [] };

let folder: string;
let library: string;
const engines: Engine[] = [];
const onError = vi.fn();
beforeEach(async () => {
  onError.mockClear();
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-engine-'));
  library = path.join(folder, 'library');
  await cp(SEEDS, library, { recursive: true });
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  await rm(folder, { recursive: true, force: true });
  expect(onError).not.toHaveBeenCalled();
});

/** As the next start has it; looks at the folder when it is asked to. */
async function start(root = library): Promise<Engine> {
  const engine = await createEngine({
    library: root,
    dataFolder: path.join(folder, 'data'),
    watch: { watch: false, settleMs: 10, batchMs: 5 },
    onError,
  });
  engines.push(engine);
  await engine.rescan();
  return engine;
}

interface Known {
  readonly id: ArticleId;
  readonly path: string;
  readonly sentenceIds: readonly SentenceId[];
}

async function articles(engine: Engine): Promise<[Known, Known, ...Known[]]> {
  const { hits } = await engine.browse(ALL);
  const sorted = hits.map(({ article }) => article).sort((a, b) => (a.path < b.path ? -1 : 1));
  const known = sorted.map(async ({ id }) => {
    const article = await engine.article({ id });
    const sentenceIds = article.blocks.flatMap(({ sentences }) => sentences.map((each) => each.id));
    return { id, path: article.path, sentenceIds };
  });
  const [first, second, ...others] = await Promise.all(known);
  if (!first || !second) throw new Error('There are fewer than two articles.');
  return [first, second, ...others];
}

async function datings(engine: Engine, id: ArticleId) {
  const { datings } = await engine.compare({ articleIds: [id] });
  return datings.map(({ date, origin }) => ({ date, origin }));
}

const CORRECTED = [{ date: DATE, origin: 'corrected' }];

describe('the engine', () => {
  test('makes no file before there is something to keep', async () => {
    const engine = await start();
    const [{ id }] = await articles(engine);
    await engine.compare({ articleIds: [id] });
    expect(await engine.corrections()).toEqual(NOTHING);
    // What can be made again at any time is no such thing.
    expect(await readdir(path.join(folder, 'data'))).toEqual(['caches']);
  });

  test('compares with what was corrected at once, and at the next start', async () => {
    const engine = await start();
    const [{ id }] = await articles(engine);
    const before = await datings(engine, id);
    expect(before).not.toEqual(CORRECTED);
    await engine.correctDate({ articleId: id, date: DATE });
    expect(await datings(engine, id)).toEqual(CORRECTED);
    await engine.close();

    const next = await start();
    expect(await datings(next, id)).toEqual(CORRECTED);
    await next.correctDate({ articleId: id, date: null });
    expect(await datings(next, id)).toEqual(before);
  });

  test('tells everyone of each correction, whoever had asked for them', async () => {
    const engine = await start();
    const [{ id, sentenceIds }] = await articles(engine);
    const told = vi.fn();
    engine.on('corrected', told);
    const dismissal = { kind: 'number', sentenceIds: sentenceIds.slice(0, 2) } as const;
    const corrections = await engine.dismiss(dismissal);
    expect(corrections).toEqual({ dismissed: [dismissal], dates: [] });
    expect(told).toHaveBeenLastCalledWith(corrections);
    await engine.correctDate({ articleId: id, date: DATE });
    await engine.restore(dismissal);
    expect(told).toHaveBeenCalledTimes(3);
    expect(told).toHaveBeenLastCalledWith({ dismissed: [], dates: [{ articleId: id, date: DATE }] });
  });

  test('knows nothing of what was corrected in another library, though its articles have the same names', async () => {
    const copy = path.join(folder, 'copy');
    await cp(SEEDS, copy, { recursive: true });
    const engine = await start();
    const [{ id }] = await articles(engine);
    await engine.correctDate({ articleId: id, date: DATE });
    expect(await datings(engine, id)).toEqual(CORRECTED);

    await engine.openLibrary({ path: copy });
    await engine.rescan();
    expect(await engine.corrections()).toEqual(NOTHING);
    expect(await datings(engine, id)).not.toEqual(CORRECTED);

    await engine.openLibrary({ path: library });
    await engine.rescan();
    expect(await datings(engine, id)).toEqual(CORRECTED);
  });

  test('takes corrections along when an article is renamed, and tells of them after the new name', async () => {
    const engine = await start();
    const [first, second] = await articles(engine);
    await engine.correctDate({ articleId: first.id, date: DATE });
    await engine.dismiss({ kind: 'date', sentenceIds: [...first.sentenceIds, ...second.sentenceIds] });

    const told: string[] = [];
    let whenTold: Promise<Corrections> | null = null;
    engine.on('changed', ({ renamed }) => {
      if (renamed.length === 0) return;
      told.push('renamed');
      whenTold = engine.corrections();
    });
    engine.on('corrected', () => void told.push('corrected'));
    await rename(path.join(library, first.path), path.join(library, 'renamed.txt'));
    await engine.rescan();

    const moved = (await articles(engine)).find(({ path }) => path === 'renamed.txt');
    const expected: Corrections = {
      dates: [{ articleId: moved?.id as ArticleId, date: DATE }],
      dismissed: [{ kind: 'date', sentenceIds: [...(moved?.sentenceIds ?? []), ...second.sentenceIds] }],
    };
    expect(moved?.id).not.toBe(first.id);
    expect(await engine.corrections()).toEqual(expected);
    expect(await datings(engine, moved?.id as ArticleId)).toEqual(CORRECTED);
    expect(told).toEqual(['renamed', 'corrected']);
    expect(await whenTold).toEqual(expected);
    await engine.close();
    expect(await (await start()).corrections()).toEqual(expected);
  });

  test('takes them along when the article was renamed while nobody looked, also after an edit', async () => {
    const engine = await start();
    const [{ id, path: name }] = await articles(engine);
    await engine.correctDate({ articleId: id, date: DATE });
    await writeFile(
      path.join(library, name),
      'Edited\n\nThis text was edited after its date was corrected.\n',
    );
    await engine.rescan();
    await engine.close();
    await rename(path.join(library, name), path.join(library, 'renamed.txt'));

    const next = await start();
    const moved = (await articles(next)).find(({ path }) => path === 'renamed.txt');
    expect(await datings(next, moved?.id as ArticleId)).toEqual(CORRECTED);
  });

  test('finds them again when the folder itself was renamed, and adds to them what was said since', async () => {
    const engine = await start();
    const [first, second] = await articles(engine);
    await engine.correctDate({ articleId: first.id, date: DATE });
    await engine.close();
    const renamed = path.join(folder, 'renamed');
    await rename(library, renamed);

    const next = await start(renamed);
    await expect
      .poll(() => next.corrections())
      .toEqual({ ...NOTHING, dates: [{ articleId: first.id, date: DATE }] });
    await next.correctDate({ articleId: second.id, date: DATE });
    const both = await next.corrections();
    await next.close();
    await rename(renamed, library);
    const last = await start();
    await expect.poll(() => last.corrections()).toEqual(both);
  });

  test('takes nothing over where the articles of the folder are others, and leaves it where it was', async () => {
    const engine = await start();
    const [{ id, path: name }] = await articles(engine);
    await engine.correctDate({ articleId: id, date: DATE });
    await engine.close();
    const renamed = path.join(folder, 'renamed');
    await rename(library, renamed);
    await writeFile(
      path.join(renamed, name),
      'Another\n\nThis is another text, under a name that was known.\n',
    );

    const next = await start(renamed);
    await next.correctDate({ articleId: id, date: null });
    await next.close();
    await rename(renamed, library);
    expect((await (await start()).corrections()).dates).toEqual([{ articleId: id, date: DATE }]);
  });

  test('shows what another process has corrected in the same library', async () => {
    const [mine, theirs] = [await start(), await start()];
    const [{ id }] = await articles(mine);
    expect(await datings(theirs, id)).not.toEqual(CORRECTED);
    const told = vi.fn();
    theirs.on('corrected', told);
    await mine.correctDate({ articleId: id, date: DATE });
    expect(await datings(theirs, id)).toEqual(CORRECTED);
    expect(told).toHaveBeenCalledOnce();
  });

  test('says that an article is not there, of a date or of a sentence', async () => {
    const engine = await start();
    const unknown = { code: 'unknown-article' };
    const id = 'aaaaaaaaaaaa' as ArticleId;
    await expect(engine.correctDate({ articleId: id, date: DATE })).rejects.toMatchObject(unknown);
    const sentenceIds = [`${id}.s1111111111` as SentenceId];
    await expect(engine.dismiss({ kind: 'date', sentenceIds })).rejects.toMatchObject(unknown);
    expect(await engine.corrections()).toEqual(NOTHING);
  });

  test('corrects nothing where no library is open', async () => {
    const engine = await createEngine();
    const none = { code: 'no-library' };
    await expect(
      engine.correctDate({ articleId: 'aaaaaaaaaaaa' as ArticleId, date: null }),
    ).rejects.toMatchObject(none);
    await expect(engine.restore({ kind: 'date', sentenceIds: [] })).rejects.toMatchObject(none);
    expect(await engine.corrections()).toEqual(NOTHING);
    await engine.close();
  });
});

import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LibraryChange, LibraryState } from '../../../electron/api/index.ts';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';

const SEEDS = path.resolve(import.meta.dirname, '../../../seeds');
const ALL = { query: '', filters: { values: {}, match: 'all' }, offset: 0, limit: 100 } as const;
let folder: string;
let engine: Engine;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-engine-'));
  await cp(SEEDS, path.join(folder, 'library'), { recursive: true });
  engine = await createEngine({ library: path.join(folder, 'library'), watch: { settleMs: 10, batchMs: 5 } });
  await engine.rescan();
});
afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

const file = (name: string) => path.join(folder, 'library', name);
const NOTE =
  'A note on herring\n\nHerring prices in Karsholm doubled within a week, traders said on Friday.\n';

describe('the engine', () => {
  test('answers nothing about a library before one is open', async () => {
    const closed = await createEngine();
    expect(await closed.libraryState()).toBeNull();
    await expect(closed.browse(ALL)).rejects.toMatchObject({ code: 'no-library' });
    await closed.close();
  });

  test('finds what was added, and no longer what was removed', async () => {
    const search = { ...ALL, query: 'herring' };
    expect((await engine.browse(search)).total).toBe(0);
    await writeFile(file('note.txt'), NOTE);
    await engine.rescan();
    expect((await engine.browse(search)).total).toBe(1);
    await rm(file('note.txt'));
    await engine.rescan();
    expect((await engine.browse(search)).total).toBe(0);
  });

  test('searches the topics and names it found itself', async () => {
    const { facets } = await engine.browse(ALL);
    for (const [field, facet] of [
      ['topic', facets.topic[0]],
      ['person', facets.person[0]],
      ['place', facets.place[0]],
    ] as const) {
      const word = facet?.label.split(' ').at(-1) ?? '';
      const { total } = await engine.browse({ ...ALL, query: `${field}:${word}` });
      expect(total).toBeGreaterThanOrEqual(facet?.count ?? 1);
    }
  });

  test('tells of a renamed file as one article at another place', async () => {
    const changes: LibraryChange[] = [];
    engine.on('changed', (change) => changes.push(change));
    await rename(file('000_c0ea86e87695bb21.txt'), file('renamed.txt'));
    await engine.rescan();
    expect(changes.flatMap((change) => change.renamed)).toHaveLength(1);
    expect(changes.flatMap((change) => [...change.added, ...change.removed])).toEqual([]);
  });

  test('answers in a large library before its topics and stories are found, and tells when they are', async () => {
    const many = path.join(folder, 'many');
    await mkdir(many);
    for (let i = 0; i < 160; i++) await writeFile(path.join(many, `${i}.txt`), `Notice ${i}\n\n${NOTE}`);
    await engine.openLibrary({ path: many });
    await engine.rescan();
    const first = await engine.browse({ ...ALL, query: 'herring' });
    expect(first.total).toBe(160);
    const told: number[] = [];
    engine.on('changed', ({ state }) => told.push(state.version));
    await vi.waitFor(async () => {
      const { stories, version } = await engine.browse(ALL);
      expect(stories.length).toBeGreaterThan(0);
      expect(told).toContain(version);
    }, 10_000);
  });

  test('forgets one library when it opens another', async () => {
    const opened = vi.fn<(state: LibraryState) => void>();
    engine.on('opened', opened);
    const [before] = (await engine.browse(ALL)).hits;
    await cp(file('004_94cb5e7c09e284fb.txt'), path.join(folder, 'other', 'only.txt'));
    const state = await engine.openLibrary({ path: path.join(folder, 'other') });
    await engine.rescan();
    expect(opened).toHaveBeenCalledTimes(1);
    expect(state.name).toBe('other');
    expect((await engine.browse(ALL)).total).toBe(1);
    if (before)
      await expect(engine.article({ id: before.article.id })).rejects.toMatchObject({
        code: 'unknown-article',
      });
  });

  test('keeps the open library when another cannot be opened', async () => {
    await expect(engine.openLibrary({ path: path.join(folder, 'none') })).rejects.toMatchObject({
      code: 'library-unavailable',
    });
    expect((await engine.browse(ALL)).total).toBe(5);
  });

  test('cites in a story summary the accounts that report the same, and each sentence word for word', async () => {
    const ids = (await engine.browse(ALL)).hits.map((hit) => hit.article.id);
    const summary = await engine.summarise({ articleIds: ids, budget: { words: 100 } });
    const texts = new Map(
      (await Promise.all(ids.map((id) => engine.article({ id })))).flatMap((article) =>
        article.blocks.flatMap((block) =>
          block.sentences.map((sentence) => [sentence.id, sentence.text] as const),
        ),
      ),
    );
    expect(summary.words).toBeLessThanOrEqual(100);
    expect(summary.sentences.length).toBeGreaterThan(2);
    for (const { sentenceId, text, supportedBy, articleId } of summary.sentences) {
      expect(texts.get(sentenceId)).toBe(text);
      expect(supportedBy.map((citation) => citation.articleId)).not.toContain(articleId);
    }
    expect(summary.sentences.some((sentence) => sentence.supportedBy.length > 0)).toBe(true);
  });

  test('takes the two rewrites of one text in the sample library for one account', async () => {
    const hits = (await engine.browse(ALL)).hits;
    const { accounts } = await engine.compare({ articleIds: hits.map((hit) => hit.article.id) });
    const paths = new Map(hits.map((hit) => [hit.article.id, hit.article.path.slice(0, 3)]));
    expect(accounts.map((account) => account.articleIds.map((id) => paths.get(id)).join('+')).sort()).toEqual(
      ['000', '001+004', '002', '003'],
    );
  });
});

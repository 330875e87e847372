import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Article, ArticleId, LibraryState } from '../../../electron/api/index.ts';
import { deriveLibrary, sketchOf, type SketchedArticle } from '../../../electron/engine/derived.ts';
import { Deriving } from '../../../electron/engine/deriving.ts';
import { LibraryCache } from '../../../electron/engine/library/cache/library-cache.ts';
import type { Library } from '../../../electron/engine/library/library.ts';
import { recordOf, type ArticleRecord } from '../../../electron/engine/library/record.ts';
import type { WorkerPool } from '../../../electron/engine/pool/pool.ts';
import { readDocument } from '../../../electron/engine/documents/read.ts';
import { articleIdOf } from '../../../electron/engine/documents/ids.ts';

const EVENTS = ['harbour strike', 'glacier collapse', 'orchard blight', 'railway tender'];

async function article(path: string, words: string): Promise<Article> {
  const [first, second] = words.split(' ');
  const text =
    `The ${words} ${path}\n\nThe ${words} went on in Karsholm on Friday, said Anna Lindqvist of the ${first} ` +
    `council.\n\nNobody in Karsholm had expected the ${words}; the ${second} cost the ${first} dearly.\n`;
  const result = await readDocument({ id: articleIdOf(path), path, bytes: Buffer.from(text) });
  if ('failure' in result) throw new Error(result.failure.message);
  return result.article;
}

/** A library of articles in memory, with a pool that works at once. */
class Fixture {
  readonly texts = new Map<ArticleId, Article>();
  readonly articles = new Map<ArticleId, ArticleRecord>();
  readonly sketches = new Map<string, Uint8Array>();
  readonly cache = new LibraryCache({ root: '/library' });
  readonly jobs: string[] = [];
  /** What looking at the whole waits for. */
  held = Promise.resolve<unknown>(undefined);
  version = 1;
  progress: LibraryState['progress'];
  deriving = false;

  /** `words`: how many it is said to have. */
  async add(path: string, about: string, { words }: { words?: number } = {}): Promise<ArticleId> {
    const made = await article(path, about);
    this.texts.set(made.id, made);
    const record = recordOf(made);
    this.articles.set(made.id, { ...record, wordCount: words ?? record.wordCount });
    this.version++;
    return made.id;
  }

  /** The same text under another name. */
  async move(id: ArticleId, path: string): Promise<ArticleId> {
    const before = this.articles.get(id);
    const text = this.texts.get(id);
    if (!before || !text) throw new Error('There is no such article.');
    const made = { ...text, id: articleIdOf(path), path };
    this.remove(id);
    this.texts.set(made.id, made);
    this.articles.set(made.id, { ...recordOf(made), contentHash: before.contentHash });
    return made.id;
  }

  remove(id: ArticleId): void {
    this.articles.delete(id);
    this.version++;
  }

  get library(): Library {
    const hash = (id: ArticleId) => this.articles.get(id)?.contentHash ?? '';
    return {
      articles: this.articles,
      cache: this.cache,
      state: () => ({ version: this.version, progress: this.progress }),
      article: (id: ArticleId) => {
        const text = this.texts.get(id);
        return text ? Promise.resolve(text) : Promise.reject(new Error('It cannot be read.'));
      },
      bodyOf: (id: ArticleId) => {
        const text = this.texts.get(id);
        return text ? JSON.stringify(text) : null;
      },
      sketchOf: (id: ArticleId) => this.sketches.get(hash(id)) ?? null,
      putSketch: (id: ArticleId, sketch: Uint8Array) => this.sketches.set(hash(id), sketch),
      set deriving(now: boolean) {
        fixture.deriving = now;
      },
    } as unknown as Library;
  }

  get pool(): WorkerPool {
    const run = (kind: string, input: readonly unknown[]) => {
      this.jobs.push(`${kind} ${input.length}`);
      return (kind === 'derive' ? this.held : Promise.resolve()).then(() =>
        kind === 'derive'
          ? deriveLibrary(input as SketchedArticle[])
          : (input as { body: string }[]).map(({ body }) => sketchOf(JSON.parse(body) as Article)),
      );
    };
    return { size: 2, run } as unknown as WorkerPool;
  }
}

let fixture: Fixture;
let found: number;
let deriving: Deriving;
const open = () =>
  new Deriving(fixture.library, fixture.pool, {
    found: () => {
      found++;
      // Whenever somebody may look.
      const placed = deriving.stories.flatMap(({ articleIds }) => articleIds);
      expect(new Set(placed).size, 'articles in one story each').toBe(placed.length);
      return Promise.resolve();
    },
    error: (thrown) => {
      throw thrown;
    },
  });
const quiet = () => vi.waitFor(() => expect(fixture.deriving).toBe(false), 10_000);
const storyOf = (id: ArticleId) => deriving.stories.find(({ articleIds }) => articleIds.includes(id));

beforeEach(() => {
  fixture = new Fixture();
  found = 0;
});
afterEach(() => deriving.close());

async function many(): Promise<void> {
  for (let i = 0; i < 160; i++) {
    await fixture.add(`${i}.txt`, i < 8 ? (EVENTS[i % 4] ?? '') : `matter${i}a subject${i}b`);
  }
}

describe('topics and stories of a few articles', () => {
  it('are there when they are asked for, without any worker', async () => {
    const ids = [await fixture.add('a.txt', 'harbour strike'), await fixture.add('b.txt', 'harbour strike')];
    deriving = open();
    await deriving.refresh();
    expect(found).toBe(1);
    expect(storyOf(ids[0] as ArticleId)?.articleIds).toEqual(expect.arrayContaining(ids));
    await deriving.refresh();
    expect(found).toBe(1);
    expect(fixture.jobs).toEqual([]);
  });

  it('do not come by halves while the rest is read, unless that takes long', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    await fixture.add('a.txt', 'harbour strike');
    fixture.progress = { done: 1, total: 3 };
    deriving = open();
    await fixture.add('b.txt', 'harbour strike');
    await deriving.refresh();
    expect(deriving.stories).toEqual([]);
    now.mockReturnValue(20_000);
    await deriving.refresh();
    expect(deriving.stories).toHaveLength(1);
    now.mockRestore();
  });

  it('do not name an article that went', async () => {
    const [a, b] = [
      await fixture.add('a.txt', 'harbour strike'),
      await fixture.add('b.txt', 'harbour strike'),
    ];
    deriving = open();
    await deriving.refresh();
    fixture.remove(a);
    await deriving.refresh();
    expect(found).toBe(2);
    expect(deriving.stories.flatMap(({ articleIds }) => articleIds)).toEqual([b]);
  });
});

describe('topics and stories of many articles', () => {
  it('follow, told of once they are found, and say so meanwhile', async () => {
    await many();
    deriving = open();
    await deriving.refresh();
    expect(fixture.deriving).toBe(true);
    expect(deriving.stories).toEqual([]);
    await quiet();
    expect(found).toBeGreaterThan(0);
    expect(deriving.stories.filter(({ articleIds }) => articleIds.length > 1)).toHaveLength(4);
    expect(fixture.jobs.filter((job) => job.startsWith('derive'))).toEqual(['derive 160']);
  });

  it('are not looked for as a whole when one article comes, goes or has another name', async () => {
    await many();
    deriving = open();
    await deriving.refresh();
    await quiet();
    fixture.jobs.length = 0;
    const late = await fixture.add('late.txt', 'glacier collapse');
    await deriving.refresh();
    await quiet();
    expect(fixture.jobs).toEqual(['sketch 1']);
    expect(storyOf(late)?.articleIds).toHaveLength(3);
    expect(deriving.labelsOf(late).people).toContain('Anna Lindqvist');

    fixture.remove(late);
    await deriving.refresh();
    await quiet();
    expect(storyOf(late)).toBeUndefined();
    expect(fixture.jobs).toEqual(['sketch 1']);
  });

  it('are looked for as a whole when many come', async () => {
    await many();
    deriving = open();
    await deriving.refresh();
    await quiet();
    fixture.jobs.length = 0;
    for (let i = 0; i < 60; i++) await fixture.add(`more-${i}.txt`, `affair${i}c theme${i}d`);
    await deriving.refresh();
    await quiet();
    expect(fixture.jobs).toContain('derive 220');
    expect(deriving.stories.flatMap(({ articleIds }) => articleIds)).toHaveLength(220);
  });

  it('are kept for the next start, which follows what changed since', async () => {
    await many();
    deriving = open();
    await deriving.refresh();
    await quiet();
    const before = deriving.stories;
    deriving.close();
    fixture.jobs.length = 0;
    const late = await fixture.add('late.txt', 'orchard blight');
    deriving = open();
    expect(deriving.stories).toEqual(before);
    await deriving.refresh();
    await quiet();
    expect(fixture.jobs).toEqual(['sketch 1']);
    expect(storyOf(late)?.articleIds).toHaveLength(3);
  });

  it('are each in one story, when what were a few articles become too long to be looked at at once', async () => {
    const long = { words: 6000 };
    for (let i = 0; i < 41; i++) await fixture.add(`${i}.txt`, EVENTS[i % 4] ?? '', long);
    deriving = open();
    await deriving.refresh();
    expect(fixture.jobs).toEqual([]);
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    fixture.held = held;
    for (let i = 41; i < 45; i++) {
      const id = await fixture.add(`${i}.txt`, EVENTS[i % 4] ?? '', long);
      await deriving.refresh();
      await vi.waitFor(() => expect(storyOf(id)?.articleIds.length).toBeGreaterThan(10));
    }
    release(undefined);
    await quiet();
    const placed = deriving.stories.flatMap(({ articleIds }) => articleIds);
    expect([...placed].sort()).toEqual([...fixture.articles.keys()].sort());
    expect(deriving.stories).toHaveLength(4);
    for (const { articleIds } of deriving.topics.people) {
      expect(new Set(articleIds).size).toBe(articleIds.length);
    }
  });

  it('are each in one story, when some of those before cannot be read any more', async () => {
    await many();
    deriving = open();
    await deriving.refresh();
    await quiet();
    deriving.close();
    const [lost = '' as ArticleId, renamed = '' as ArticleId] = [...fixture.articles.keys()];
    for (const id of [lost, renamed]) fixture.sketches.delete(fixture.articles.get(id)?.contentHash ?? '');
    const text = fixture.texts.get(lost);
    fixture.texts.delete(lost);
    const moved = await fixture.move(renamed, 'moved.txt');
    deriving = open();
    await deriving.refresh();
    await quiet();
    expect(storyOf(moved)?.articleIds).toHaveLength(2);
    // It comes back.
    if (text) fixture.texts.set(lost, text);
    fixture.version++;
    await deriving.refresh();
    await quiet();
    const placed = deriving.stories.flatMap(({ articleIds }) => articleIds);
    expect([...placed].sort()).toEqual([...fixture.articles.keys()].sort());
  });

  it('are not looked for again and again where that fails', async () => {
    await many();
    const errors: unknown[] = [];
    const run = (kind: string) => {
      fixture.jobs.push(kind);
      return Promise.reject(new Error('out of memory'));
    };
    deriving = new Deriving(fixture.library, { size: 2, run } as unknown as WorkerPool, {
      found: () => Promise.resolve(),
      error: (thrown) => errors.push(thrown),
    });
    await deriving.refresh();
    await quiet();
    const { length } = fixture.jobs;
    await deriving.refresh();
    await new Promise((done) => setTimeout(done, 300));
    expect(fixture.jobs).toHaveLength(length);
    expect(errors.map(String)).toContain('Error: out of memory');
  });

  it('wait for the files that are soon read', async () => {
    await many();
    fixture.progress = { done: 160, total: 400, secondsLeft: 5 };
    deriving = open();
    await deriving.refresh();
    expect(fixture.deriving).toBe(false);
    fixture.progress = { done: 160, total: 40_000, secondsLeft: 500 };
    await deriving.refresh();
    await quiet();
    expect(fixture.jobs).toContain('derive 160');
  });

  it('are found again when what was kept is none of ours', async () => {
    await many();
    fixture.cache.putDerived('derived', '{"version": 0');
    deriving = open();
    await deriving.refresh();
    await quiet();
    expect(deriving.stories.length).toBeGreaterThan(0);
  });
});

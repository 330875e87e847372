import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connect,
  READER_METHODS,
  HOST_METHODS,
  type ArticleId,
  type Channel,
  type Connection,
  type Corrections,
  type HostApi,
  type LibraryChange,
  type ReaderApi,
  type SentenceId,
} from '../../electron/api/index.ts';

/** A host as the contract's tests need it. */
export interface HostUnderTest {
  /** A new channel as the page gets one. */
  readonly reader: () => Promise<Channel>;
  /** Ends the engine's side of all channels, as a crash or an exit would. */
  readonly stop: () => Promise<void>;
}

const SEEDS = path.resolve(import.meta.dirname, '../../seeds');
const ALL = { query: '', filters: { values: {}, match: 'all' }, offset: 0, limit: 100 } as const;
const PARTS = {
  summary: true,
  onlyOne: false,
  differences: false,
  quotations: false,
  timeline: false,
  facts: false,
  articleSummaries: true,
  fullText: false,
} as const;

const FIRE = (dead: string) =>
  `Fire in Karsholm\n\nA fire destroyed the fish market of Karsholm on 3 March 2024, killing ${dead} people, the police said.\n`;

/** Opens the library given, and keeps in the other folder what readers make. */
type StartHost = (library: string, dataFolder: string) => Promise<HostUnderTest>;

/** What every host must do alike. */
export function describeContract(name: string, start: StartHost): void {
  describe(`the contract, as ${name} keeps it`, () => {
    let folder: string;
    let library: string;
    let host: HostUnderTest;
    let connection: Connection<ReaderApi>;
    let api: ReaderApi;
    let ids: readonly ArticleId[];
    let stopped: Promise<void> | undefined;

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'synoptic-contract-'));
      library = path.join(folder, 'library');
      await cp(SEEDS, library, { recursive: true });
      host = await start(library, path.join(folder, 'data'));
      connection = connect(await host.reader());
      api = connection.api;
      // Resolves when all files have been read.
      await api.rescan();
      ids = (await api.browse(ALL)).hits.map(({ article }) => article.id);
    });

    afterAll(async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    });

    const stop = () => (stopped ??= host.stop());

    const sentencesOf = async (id: ArticleId) =>
      (await api.article({ id })).blocks.flatMap(({ sentences }) => sentences);

    const sentence = async (id: SentenceId): Promise<string> => {
      const all = (await Promise.all(ids.map(sentencesOf))).flat();
      return all.find((each) => each.id === id)?.text ?? '';
    };

    /** A call by its bare name, as a page that does not keep to the types could make it. */
    const call = (method: string, argument?: unknown): Promise<unknown> =>
      (api as unknown as Record<string, (argument?: unknown) => Promise<unknown>>)[method]?.(argument) ??
      Promise.reject(new Error('unreachable'));

    it('answers libraryState', async () => {
      const state = await api.libraryState();
      expect(state).toMatchObject({ name: path.basename(library), articleCount: 5, failures: [] });
      expect(state?.version).toBeTypeOf('number');
    });

    it('answers browse', async () => {
      const result = await api.browse(ALL);
      expect(result.total).toBe(5);
      expect(result.problem).toBeUndefined();
      expect(Object.keys(result.facets).sort()).toEqual(
        ['language', 'mark', 'person', 'place', 'source', 'tag', 'topic', 'year'].sort(),
      );
      expect(result.stories).toHaveLength(1);
      expect(result.stories[0]?.articleIds).toHaveLength(5);
    });

    it('answers browse with what a query found, and with what is wrong with one', async () => {
      const found = await api.browse({ ...ALL, query: 'donbas' });
      expect(found.hits[0]?.snippet.some((part) => part.found)).toBe(true);
      const wrong = await api.browse({ ...ALL, query: 'nosuchfield:donbas' });
      expect(wrong.problem?.message).toBeTypeOf('string');
    });

    it('answers article, with sentences whose ids are its own', async () => {
      const [id] = ids as [ArticleId];
      const article = await api.article({ id });
      expect(article).toMatchObject({ id, language: 'en', direction: 'ltr' });
      const sentences = article.blocks.flatMap((block) => block.sentences);
      expect(new Set(sentences.map((sentence) => sentence.id)).size).toBe(sentences.length);
      expect(sentences.every((sentence) => sentence.id.startsWith(`${id}.`))).toBe(true);
    });

    it('answers compare, in the order asked', async () => {
      const asked = [...ids].reverse();
      const comparison = await api.compare({ articleIds: asked });
      expect(comparison.articles.map(({ id }) => id)).toEqual(asked);
      expect(comparison.accounts.flatMap(({ articleIds }) => articleIds).toSorted()).toEqual(ids.toSorted());
      expect(comparison.alignment.pairs.length).toBeGreaterThan(0);
    });

    it('answers evidence, with places in the sentences of the pair', async () => {
      const { alignment } = await api.compare({ articleIds: [...ids] });
      const [{ a, b }] = alignment.pairs as [(typeof alignment.pairs)[number]];
      const evidence = await api.evidence({ articleIds: [...ids], a, b });
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
      const lengths = await Promise.all([a, b].map(async (id) => (await sentence(id)).length));
      for (const each of evidence) {
        for (const [index, spans] of [each.a, each.b].entries()) {
          for (const { start, end } of spans) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(lengths[index] ?? 0);
          }
        }
      }
    });

    it('answers corrections, and tells every page of each', async () => {
      const other = connect(await host.reader());
      await other.api.corrections();
      const told: Corrections[] = [];
      other.on('corrected', (corrections) => void told.push(corrections));
      const [id] = ids as [ArticleId];
      const NONE = { dismissed: [], dates: [] };
      expect(await api.corrections()).toEqual(NONE);

      const date = '2019-03-02';
      const dated = { ...NONE, dates: [{ articleId: id, date }] };
      expect(await api.correctDate({ articleId: id, date })).toEqual(dated);
      const { datings } = await other.api.compare({ articleIds: [id] });
      expect(datings).toMatchObject([{ articleId: id, date, origin: 'corrected' }]);
      expect(await api.correctDate({ articleId: id, date: null })).toEqual(NONE);

      const sentenceIds = (await sentencesOf(id)).slice(0, 2).map((each) => each.id);
      const dismissal = { kind: 'number', sentenceIds } as const;
      const dismissed = { ...NONE, dismissed: [dismissal] };
      expect(await api.dismiss(dismissal)).toEqual(dismissed);
      expect(await other.api.corrections()).toEqual(dismissed);
      expect(await api.restore({ ...dismissal, sentenceIds: sentenceIds.slice(1) })).toEqual(NONE);
      await expect.poll(() => told).toEqual([dated, NONE, dismissed, NONE]);
      other.close();
    });

    it('keeps what is corrected when the host ends, and compares with it when it has started again', async () => {
      const texts = path.join(folder, 'texts');
      const data = path.join(folder, 'other-data');
      await mkdir(texts);
      await writeFile(path.join(texts, 'a.txt'), FIRE('12'));
      await writeFile(path.join(texts, 'b.txt'), FIRE('14'));
      const differences = async (page: ReaderApi) => {
        await page.rescan();
        const { hits } = await page.browse(ALL);
        const articleIds = hits.map(({ article }) => article.id).toSorted();
        return (await page.compare({ articleIds })).discrepancies;
      };
      const first = await start(texts, data);
      const before = connect(await first.reader());
      const [found] = await differences(before.api);
      if (!found) throw new Error('Nothing differs.');
      expect(found.dismissed).toBe(false);
      const claims = found.readings.flatMap((reading) => reading.claims);
      const sentenceIds = claims.map(({ value }) => value.sentenceId);
      const corrections = await before.api.dismiss({ kind: found.kind, sentenceIds });
      await first.stop();

      const second = await start(texts, data);
      try {
        const { api: after } = connect(await second.reader());
        expect(await after.corrections()).toEqual(corrections);
        expect((await differences(after))[0]).toEqual({ ...found, dismissed: true });
        await after.restore({ kind: found.kind, sentenceIds });
        expect((await differences(after))[0]).toEqual(found);
      } finally {
        await second.stop();
      }
    });

    it('says that an article to be dated is not there', async () => {
      const correction = { articleId: 'no-such-article', date: '2019-03-02' };
      await expect(call('correctDate', correction)).rejects.toMatchObject({
        code: 'unknown-article',
        message: expect.stringMatching(/no longer/) as string,
      });
    });

    it.each([{ words: 100 }, { sentences: 3 }, { ratio: 0.05 }])(
      'answers summarise within %o',
      async (budget) => {
        const summary = await api.summarise({ articleIds: [...ids], budget });
        expect(summary.sentences.length).toBeGreaterThan(0);
        if ('words' in budget) expect(summary.words).toBeLessThanOrEqual(budget.words ?? 0);
        if ('sentences' in budget)
          expect(summary.sentences.length).toBeLessThanOrEqual(budget.sentences ?? 0);
        const articles = await Promise.all(ids.map((id) => api.article({ id })));
        const published = new Map(
          articles.flatMap(({ blocks }) =>
            blocks.flatMap(({ sentences }) => sentences.map((s) => [s.id, s.text])),
          ),
        );
        for (const sentence of summary.sentences) {
          expect(published.get(sentence.sentenceId)).toBe(sentence.text);
          for (const support of sentence.supportedBy) expect(published.has(support.sentenceId)).toBe(true);
        }
      },
    );

    it.each([
      ['html', 'text/html', '.html'],
      ['markdown', 'text/markdown', '.md'],
      ['json', 'application/json', '.json'],
    ] as const)('answers brief as %s', async (format, mediaType, extension) => {
      const request = {
        articleIds: [...ids],
        budget: { words: 100 },
        parts: PARTS,
        format,
        paper: 'A4',
      } as const;
      const brief = await api.brief(request);
      expect(brief.mediaType).toContain(mediaType);
      expect(brief.fileName).toMatch(new RegExp(`^[^/\\\\]+\\${extension}$`));
      expect(brief.content).toContain(brief.title);
    });

    it('imports bytes and text, tells a duplicate, and says what changed', async () => {
      const changed = nextChange(connection, (change) => change.added.length > 0);
      const text =
        'A harbour opens\n\nThe new harbour of Varna opened on Friday. Ships came from nine countries.\n';
      const file = { relativePath: 'news/harbour.txt', bytes: new TextEncoder().encode(text) };
      const added = await api.importFile(file);
      expect(added).toMatchObject({
        status: 'added',
        path: expect.stringContaining('harbour.txt') as string,
      });
      expect((await changed).added).toEqual([added.articleId]);
      expect(await api.importFile(file)).toMatchObject({ status: 'duplicate', articleId: added.articleId });
      const pasted = await api.importText({
        text: 'A bridge closes\n\nThe bridge at Ruse closed on Sunday for repairs.',
      });
      expect(pasted.status).toBe('added');
      expect(await api.rescan()).toMatchObject({ articleCount: 7 });
    });

    it('says that a file which is no text has failed, and why', async () => {
      const bytes = Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256);
      const outcome = await api.importFile({ relativePath: 'picture.txt', bytes });
      expect(outcome).toMatchObject({ status: 'failed', failure: { message: expect.any(String) as string } });
    });

    it('notices a file that somebody else puts into the folder', async () => {
      const changed = nextChange(connection, (change) => change.added.length > 0);
      await writeFile(
        path.join(library, 'late.txt'),
        'Late news\n\nThe train from Sofia was late on Monday.\n',
      );
      const { added } = await changed;
      expect(await api.article({ id: added[0] as ArticleId })).toMatchObject({ path: 'late.txt' });
    });

    it('keeps what the reader marks, tells it, and takes it back', async () => {
      const { hits } = await api.browse(ALL);
      const article = await api.article({ id: hits[0]?.article.id as ArticleId });
      const sentence = article.blocks.flatMap(({ sentences }) => sentences)[0];
      const told = new Promise((done) => connection.on('annotated', done));
      await api.tag({ articleIds: [article.id], tag: ' late  news ', on: true });
      expect(await told).toMatchObject({ articleIds: [article.id], marks: [{ tags: ['late news'] }] });
      const { id } = await api.highlight({ sentenceId: sentence?.id as SentenceId, note: 'Ask again.' });
      const annotations = await api.annotations({ articleIds: [article.id] });
      expect(annotations).toMatchObject({
        marks: [{ articleId: article.id, tags: ['late news'], starred: false }],
        highlights: [{ id, sentenceId: sentence?.id, note: 'Ask again.', quote: { exact: sentence?.text } }],
      });
      expect((await api.browse({ ...ALL, query: 'tag:late' })).total).toBe(1);
      expect(
        (await api.browse({ ...ALL, filters: { values: { mark: ['noted'] }, match: 'all' } })).total,
      ).toBe(1);
      expect(await api.undo()).toMatchObject({ label: expect.any(String) as string });
      expect(await api.undo()).toMatchObject({ label: expect.stringContaining('late news') as string });
      expect(await api.annotations({ articleIds: [article.id] })).toMatchObject({ highlights: [] });
      expect((await api.browse({ ...ALL, query: 'tag:late' })).total).toBe(0);
    });

    it('takes back everything, one after the other, until there is nothing', async () => {
      while ((await api.undo()) !== null);
      expect(await api.annotations({})).toEqual({ marks: [], highlights: [] });
    });

    it('reads nothing new while it is paused, and all of it afterwards', async () => {
      expect(await api.pause({ paused: true })).toMatchObject({ progress: { paused: true } });
      await writeFile(path.join(library, 'waiting.txt'), 'Waiting\n\nThis waits for the end of a pause.\n');
      await api.rescan();
      expect((await api.browse({ ...ALL, query: 'waits' })).total).toBe(0);
      await api.pause({ paused: false });
      await api.rescan();
      expect((await api.browse({ ...ALL, query: 'waits' })).total).toBe(1);
    });

    it('tells an unknown article', async () => {
      await expect(call('article', { id: 'no-such-article' })).rejects.toMatchObject({
        code: 'unknown-article',
      });
    });

    const BAD: Record<keyof typeof READER_METHODS, unknown> = {
      libraryState: { extra: 1 },
      browse: { ...ALL, limit: -1 },
      article: { id: '../../etc/passwd' },
      compare: { articleIds: [] },
      evidence: { articleIds: ['abcd'], a: 'abcd.s1', b: '../../etc/passwd' },
      corrections: { of: 'another library' },
      dismiss: { kind: 'number', sentenceIds: [] },
      restore: { kind: 'date', sentenceIds: ['abcd.s1'], spans: [] },
      correctDate: { articleId: 'abcd', date: '2 March 2019' },
      summarise: { articleIds: ['abcd'], budget: { words: 0 } },
      brief: { articleIds: ['abcd'], format: 'docx' },
      importFile: { relativePath: 'a.txt', bytes: 'not bytes' },
      importText: { text: 7 },
      rescan: 'now',
      pause: { paused: 'for a while' },
      annotations: { articleIds: [] },
      tag: { articleIds: ['abcd'], tag: 'two, tags', on: true },
      renameTag: { from: ' ', to: 'war' },
      star: { articleIds: ['abcd'] },
      markRead: { articleIds: ['../../etc/passwd'], read: true },
      highlight: { sentenceId: 'abcd.s1', note: 'x'.repeat(20_001) },
      changeNote: { id: 'h1234', note: null },
      removeHighlight: { id: '../../etc/passwd' },
      correctStories: { kind: 'together', articleIds: ['abcd'] },
      undo: 'everything',
      exportAnnotations: { to: '../../etc/passwd' },
      importAnnotations: { json: 7 },
    };
    it.each(Object.entries(BAD))('refuses an argument of %s that does not fit', async (method, argument) => {
      await expect(call(method, argument)).rejects.toMatchObject({
        name: 'SynopticError',
        code: 'invalid-argument',
        message: expect.not.stringContaining('passwd') as string,
      });
    });

    it.each(['toString', 'constructor', '__proto__', 'on', 'close', 'deleteEverything'])(
      'does not know %s',
      async (method) => {
        await expect(call(method)).rejects.toMatchObject({ code: 'unknown-method' });
      },
    );

    const FOR_HOSTS = Object.keys(HOST_METHODS).filter((method) => !(method in READER_METHODS));
    it.each(FOR_HOSTS as (keyof HostApi)[])('does not let a page ask for %s', async (method) => {
      await expect(call(method, { path: '/' })).rejects.toMatchObject({ code: 'not-permitted' });
    });

    it('serves several pages at once, and goes on when one leaves', async () => {
      const other = connect(await host.reader());
      const [mine, theirs] = await Promise.all([api.libraryState(), other.api.libraryState()]);
      expect(theirs).toEqual(mine);
      other.close();
      expect(await api.libraryState()).toEqual(mine);
    });

    it('rejects what is asked when the engine stops', async () => {
      const last = connect(await host.reader());
      await last.api.libraryState();
      const asked = last.api.compare({ articleIds: [...ids] });
      const refused = expect(asked).rejects.toMatchObject({ code: 'engine-stopped' });
      await stop();
      await refused;
      await expect(last.api.libraryState()).rejects.toMatchObject({ code: 'engine-stopped' });
    });
  });
}

/** The first change from now on that is as wanted; the test's own time limit bounds the wait. */
function nextChange(
  connection: Connection<ReaderApi>,
  wanted: (change: LibraryChange) => boolean,
): Promise<LibraryChange> {
  return new Promise((resolve) => {
    const off = connection.on('changed', (change) => {
      if (!wanted(change)) return;
      off();
      resolve(change);
    });
  });
}

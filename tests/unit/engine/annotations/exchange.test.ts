import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleId, SentenceId } from '../../../../electron/api/index.ts';
import { LibraryAnnotations } from '../../../../electron/engine/annotations/library-annotations.ts';
import { LibraryCorrections } from '../../../../electron/engine/store/library-corrections.ts';
import { Store } from '../../../../electron/engine/store/store.ts';
import { EMPTY, MadeLibrary } from './library.ts';

const TEXTS = [
  'One thing was said on Monday.',
  'Another was denied at great length.',
  'A third is not known yet.',
];
const NAMES = ['a.txt', 'b.txt', 'c.txt'];
const filled = () =>
  new MadeLibrary(Object.fromEntries(NAMES.map((name) => [name, TEXTS.map((text) => `${name}: ${text}`)])));

async function start(library = filled()) {
  const store = new Store();
  const nobody = { forget: () => undefined, tell: () => undefined, onError: () => undefined };
  const corrections = new LibraryCorrections(store, nobody);
  const annotations = new LibraryAnnotations(store, { corrections });
  corrections.opened(library);
  annotations.opened(library);
  await annotations.settled();
  const id = (name: string) =>
    [...library.articles.values()].find(({ path }) => path === name)?.id ?? ('' as ArticleId);
  const highlight = (name: string, index: number, note = '') =>
    annotations.highlight({ sentenceId: library.sentence(id(name), `${name}: ${TEXTS[index] ?? ''}`), note });
  /** Everything but ids of highlights, which are new in each library. */
  const seen = () => ({
    marks: annotations.annotations().marks,
    highlights: annotations
      .annotations()
      .highlights.map(({ id: own, ...rest }) => ({ ...rest, id: own === '' })),
    stories: annotations.storyCorrections(),
    corrections: corrections.current(),
  });
  return { library, store, corrections, annotations, id, highlight, seen };
}

type Started = Awaited<ReturnType<typeof start>>;

const changes: fc.Arbitrary<(started: Started) => unknown>[] = [
  fc.tuple(fc.constantFrom(...NAMES), fc.stringMatching(/^[a-zA-ZäЖ中]{1,4}$/)).map(
    ([name, tag]) =>
      ({ annotations, id }) =>
        annotations.tag({ articleIds: [id(name)], tag, on: true }),
  ),
  fc.constantFrom(...NAMES).map(
    (name) =>
      ({ annotations, id }) =>
        annotations.star({ articleIds: [id(name)], starred: true }),
  ),
  fc.constantFrom(...NAMES).map(
    (name) =>
      ({ annotations, id }) =>
        annotations.markRead({ articleIds: [id(name)], read: true }),
  ),
  fc.tuple(fc.constantFrom(...NAMES), fc.nat(2), fc.string({ unit: 'grapheme', maxLength: 30 })).map(
    ([name, index, note]) =>
      ({ highlight }) =>
        highlight(name, index, note),
  ),
  fc.subarray(NAMES, { minLength: 1 }).map(
    (names) =>
      ({ annotations, id }) =>
        annotations.correctStories({
          kind: names.length > 1 ? 'together' : 'apart',
          articleIds: names.map(id),
        }),
  ),
  fc.constantFrom(...NAMES).map(
    (name) =>
      ({ corrections, library, id }) =>
        corrections.correctDate(library, id(name), '2024-02-29'),
  ),
  fc.constantFrom(...NAMES).map(
    (name) =>
      ({ corrections, library, id }) =>
        corrections.dismiss(library, {
          kind: 'number',
          sentenceIds: [`${id(name)}.s0123456789` as SentenceId],
          spans: [{ start: 1, end: 2 }],
        }),
  ),
];

describe('what is exported', () => {
  test('is the same once it is imported elsewhere, and a second time adds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(...changes), { maxLength: 20 }), async (done) => {
        const one = await start();
        for (const change of done) await change(one);
        const json = one.annotations.exportAnnotations();
        const other = await start();
        const first = await other.annotations.importAnnotations({ json });
        expect(other.seen()).toEqual(one.seen());
        expect(first).toMatchObject({ known: 0, waiting: 0 });
        expect(await other.annotations.importAnnotations({ json })).toEqual({
          added: 0,
          known: first.added,
          waiting: 0,
        });
        expect(await one.annotations.importAnnotations({ json })).toMatchObject({ added: 0, waiting: 0 });
        expect(one.seen()).toEqual(other.seen());
      }),
      { numRuns: 40 },
    );
  });

  test('says where articles were, and what was marked in them', async () => {
    const { annotations, highlight } = await start();
    await highlight('a.txt', 1, 'Why?');
    expect(JSON.parse(annotations.exportAnnotations())).toMatchObject({
      synopticAnnotations: 1,
      library: 'library',
      articles: [
        {
          path: 'a.txt',
          contentHash: expect.any(String) as string,
          title: 'About a.txt',
          highlights: [{ quote: { exact: `a.txt: ${TEXTS[1] ?? ''}` }, note: 'Why?' }],
        },
      ],
    });
  });
});

describe('what is imported', () => {
  test('finds its article by its content under another name, then by its name with other content', async () => {
    const { annotations, highlight } = await start();
    await highlight('a.txt', 0);
    await highlight('b.txt', 1);
    const library = filled();
    const [a, b] = [...library.articles.keys()];
    if (!a || !b) throw new Error('There are no articles.');
    const renamed = library.rename(a, 'z/renamed.txt').to;
    library.write('b.txt', [`b.txt: ${TEXTS[1]?.replace('great', 'greater') ?? ''}`]);
    const other = await start(library);
    expect(await other.annotations.importAnnotations({ json: annotations.exportAnnotations() })).toEqual({
      added: 2,
      known: 0,
      waiting: 0,
    });
    expect(other.annotations.annotations().highlights).toMatchObject([
      {
        articleId: b,
        sentenceId: expect.any(String) as string,
        quote: { exact: expect.stringContaining('greater') as string },
      },
      { articleId: renamed, sentenceId: library.sentence(renamed, `a.txt: ${TEXTS[0] ?? ''}`) },
    ]);
  });

  test('waits for articles that are not here, and shows when they come, whatever they are called', async () => {
    const { annotations, highlight, id } = await start();
    await highlight('a.txt', 0, 'n');
    annotations.tag({ articleIds: [id('b.txt')], tag: 'war', on: true });
    const json = annotations.exportAnnotations();
    const library = new MadeLibrary();
    const other = await start(library);
    expect(await other.annotations.importAnnotations({ json })).toEqual({ added: 0, known: 0, waiting: 2 });
    expect(other.annotations.annotations().highlights).toMatchObject([{ sentenceId: null, path: 'a.txt' }]);
    expect(await other.annotations.importAnnotations({ json })).toEqual({ added: 0, known: 2, waiting: 0 });
    const came = library.write(
      'other/name.txt',
      TEXTS.map((text) => `a.txt: ${text}`),
    );
    const same = library.write(
      'b.txt',
      TEXTS.map((text) => `b.txt: ${text}`),
    );
    other.annotations.follow({ ...EMPTY, added: [came, same] });
    await other.annotations.idle();
    expect(other.annotations.annotations()).toMatchObject({
      marks: [{ articleId: same, tags: ['war'] }],
      highlights: [
        { articleId: came, sentenceId: library.sentence(came, `a.txt: ${TEXTS[0] ?? ''}`), note: 'n' },
      ],
    });
  });

  test('takes nothing away: of two notes on a sentence both stay', async () => {
    const one = await start();
    await one.highlight('a.txt', 0, 'mine');
    const other = await start();
    await other.highlight('a.txt', 0, 'theirs');
    const json = other.annotations.exportAnnotations();
    expect(await one.annotations.importAnnotations({ json })).toMatchObject({ added: 1 });
    expect(one.annotations.annotations().highlights).toMatchObject([{ note: 'mine\n\ntheirs' }]);
    expect(await one.annotations.importAnnotations({ json })).toMatchObject({ added: 0, known: 1 });
  });

  test.each([
    ['nothing', '', /not JSON/],
    ['half of it', '{"synopticAnnotations": 1, "articles": [', /not JSON/],
    ['another file', '{"name": "synoptic"}', /no file of highlights/],
    ['a list', '[1]', /no file of highlights/],
    ['null', 'null', /no file of highlights/],
    ['a newer one', '{"synopticAnnotations": 2}', /newer version/],
    [
      'a damaged one',
      '{"synopticAnnotations": 1, "articles": [{"id": "aaaaaaaaaaaa", "path": 5}]}',
      /damaged, at “articles\.0\.path”/,
    ],
  ])('is refused where it is %s', async (_what, json, message) => {
    const { annotations, seen } = await start();
    const before = seen();
    await expect(annotations.importAnnotations({ json })).rejects.toMatchObject({
      code: 'invalid-argument',
      message: expect.stringMatching(message) as string,
    });
    expect(seen()).toEqual(before);
  });
});

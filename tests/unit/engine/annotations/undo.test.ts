import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleId, Dismissal, SentenceId, Undoable } from '../../../../electron/api/index.ts';
import { LibraryAnnotations } from '../../../../electron/engine/annotations/library-annotations.ts';
import { UndoStack } from '../../../../electron/engine/annotations/undo.ts';
import { LibraryCorrections } from '../../../../electron/engine/store/library-corrections.ts';
import { Store } from '../../../../electron/engine/store/store.ts';
import { EMPTY, MadeLibrary } from './library.ts';

const TEXTS = ['One thing was said.', 'Another was denied at length.', 'A third is not known yet.'];
const NAMES = ['a.txt', 'b.txt', 'c.txt'];

async function start() {
  const library = new MadeLibrary(
    Object.fromEntries(NAMES.map((name) => [name, TEXTS.map((text) => `${name}: ${text}`)])),
  );
  const store = new Store();
  const next: (Undoable | null)[] = [];
  const undo = new UndoStack((each) => next.push(each));
  const nobody = { forget: () => undefined, tell: () => undefined, onError: () => undefined };
  const corrections = new LibraryCorrections(store, nobody, undo);
  const annotations = new LibraryAnnotations(store, { undo, corrections });
  corrections.opened(library);
  annotations.opened(library);
  await annotations.settled();
  const ids = [...library.articles.keys()];
  const id = (index: number): ArticleId => ids[index % ids.length] ?? ('' as ArticleId);
  /** All that a reader can see of what they made; in no order where there is none. */
  const seen = () => ({
    ...annotations.annotations(),
    stories: annotations.storyCorrections(),
    dismissed: corrections
      .current()
      .dismissed.map((each) => JSON.stringify(each))
      .sort(),
    dates: [...corrections.current().dates].sort((a, b) => (a.articleId < b.articleId ? -1 : 1)),
  });
  return { library, store, undo, next, corrections, annotations, id, ids, seen };
}

type Started = Awaited<ReturnType<typeof start>>;

const about = (id: ArticleId, kind: Dismissal['kind']): Dismissal => ({
  kind,
  sentenceIds: [`${id}.s0123456789` as SentenceId],
});

/** What a reader may do; each does it or nothing, where it is not to be done. */
const changes: fc.Arbitrary<(started: Started) => unknown>[] = [
  fc
    .tuple(
      fc.subarray([0, 1, 2], { minLength: 1 }),
      fc.constantFrom('war', 'War', 'peace', 'x'),
      fc.boolean(),
    )
    .map(
      ([some, tag, on]) =>
        ({ annotations, id }) =>
          annotations.tag({ articleIds: some.map(id), tag, on }),
    ),
  fc.tuple(fc.constantFrom('war', 'peace', 'x'), fc.constantFrom('WAR', 'peace', 'new')).map(
    ([from, to]) =>
      ({ annotations }) =>
        annotations.renameTag({ from, to }),
  ),
  fc.tuple(fc.subarray([0, 1, 2], { minLength: 1 }), fc.boolean()).map(
    ([some, starred]) =>
      ({ annotations, id }) =>
        annotations.star({ articleIds: some.map(id), starred }),
  ),
  fc.boolean().map(
    (read) =>
      ({ annotations, ids }) =>
        annotations.markRead({ articleIds: ids, read }),
  ),
  fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom('', 'a note', 'another')).map(
    ([article, sentence, note]) =>
      ({ annotations, library, id }) =>
        annotations.highlight({
          sentenceId: library.sentence(id(article), `${NAMES[article] ?? ''}: ${TEXTS[sentence] ?? ''}`),
          note,
        }),
  ),
  fc.tuple(fc.nat(5), fc.string({ maxLength: 5 })).map(([which, note]) => ({ annotations }) => {
    const highlight = annotations.annotations().highlights[which];
    if (highlight) annotations.changeNote({ id: highlight.id, note });
  }),
  fc.nat(5).map((which) => ({ annotations }) => {
    const highlight = annotations.annotations().highlights[which];
    if (highlight) annotations.removeHighlight({ id: highlight.id });
  }),
  fc.subarray([0, 1, 2], { minLength: 1 }).map((some) => ({ annotations, id }) => {
    const kind = some.length > 1 ? 'together' : 'apart';
    annotations.correctStories({ kind, articleIds: some.map(id) });
  }),
  fc.tuple(fc.nat(2), fc.constantFrom<Dismissal['kind']>('number', 'date'), fc.boolean()).map(
    ([article, kind, dismiss]) =>
      ({ corrections, library, id }) =>
        dismiss
          ? corrections.dismiss(library, about(id(article), kind))
          : corrections.restore(library, about(id(article), kind)),
  ),
  fc.tuple(fc.nat(2), fc.constantFrom('2024-01-01', '2025-01-01', null)).map(
    ([article, date]) =>
      ({ corrections, library, id }) =>
        corrections.correctDate(library, id(article), date),
  ),
];

describe('taking back', () => {
  test('brings back exactly what was there, change after change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(...changes), { maxLength: 25 }), async (done) => {
        const started = await start();
        const before = [started.seen()];
        for (const change of done) {
          const known = started.next.length;
          await change(started);
          // What changed nothing cannot be taken back, and what can be has changed something.
          const pushed = started.next.length > known;
          expect(pushed).toBe(JSON.stringify(started.seen()) !== JSON.stringify(before.at(-1)));
          if (pushed) before.push(started.seen());
        }
        for (const state of before.slice(0, -1).reverse()) {
          expect(started.undo.next()?.label).toMatch(/\S/u);
          started.undo.undo();
          expect(started.seen()).toEqual(state);
        }
        expect(started.undo.undo()).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('also an import, of which nothing is left', async () => {
    const { annotations, library, id, ids, seen, undo, corrections } = await start();
    annotations.tag({ articleIds: ids, tag: 'war', on: true });
    await annotations.highlight({
      sentenceId: library.sentence(id(0), `a.txt: ${TEXTS[0] ?? ''}`),
      note: 'n',
    });
    corrections.correctDate(library, id(1), '2024-01-01');
    const json = annotations.exportAnnotations();
    const other = await start();
    other.annotations.star({ articleIds: [other.id(2)], starred: true });
    const before = other.seen();
    await other.annotations.importAnnotations({ json });
    expect(other.seen()).toMatchObject({ dates: [{ date: '2024-01-01' }], highlights: [{ note: 'n' }] });
    expect(other.undo.undo()).toEqual({ label: 'Highlights, notes and tags imported' });
    expect(other.seen()).toEqual(before);
    expect(undo.next()).toEqual({ label: 'Date corrected' });
    expect(seen().marks).toHaveLength(3);
  });

  test('finds articles that were renamed since', async () => {
    const { annotations, corrections, library, id, undo } = await start();
    const first = id(0);
    annotations.tag({ articleIds: [first], tag: 'war', on: true });
    corrections.dismiss(library, about(first, 'number'));
    const renamed = [library.rename(first, 'moved.txt')];
    annotations.follow({ ...EMPTY, renamed });
    corrections.follow({ renamed, changed: [] });
    const again = [library.rename(renamed[0]?.to ?? first, 'moved again.txt')];
    annotations.follow({ ...EMPTY, renamed: again });
    corrections.follow({ renamed: again, changed: [] });
    undo.undo();
    expect(corrections.current().dismissed).toEqual([]);
    undo.undo();
    expect(annotations.annotations().marks).toEqual([]);
  });

  test('leaves alone what is done to another library', async () => {
    const { annotations, undo, id } = await start();
    annotations.star({ articleIds: [id(0)], starred: true });
    annotations.opened(new MadeLibrary({}, '/other'));
    undo.undo();
    expect(annotations.annotations()).toEqual({ marks: [], highlights: [] });
  });

  test('says what it would take back, as a reader would', async () => {
    const { annotations, ids, id, undo } = await start();
    const [one] = [[id(0)]];
    const labels: (string | undefined)[] = [];
    const note = () => labels.push(undo.next()?.label);
    annotations.tag({ articleIds: ids, tag: 'war', on: true });
    note();
    annotations.tag({ articleIds: one, tag: 'war', on: false });
    note();
    annotations.tag({ articleIds: ids, tag: 'war', on: false });
    note();
    annotations.tag({ articleIds: one, tag: 'a', on: true });
    annotations.renameTag({ from: 'a', to: 'b' });
    note();
    annotations.tag({ articleIds: one, tag: 'c', on: true });
    annotations.renameTag({ from: 'c', to: 'b' });
    note();
    annotations.markRead({ articleIds: ids, read: true });
    note();
    annotations.correctStories({ kind: 'apart', articleIds: one });
    note();
    expect(labels).toEqual([
      'Tag “war” added to 3 articles',
      'Tag “war” removed',
      'Tag “war” taken off 2 articles',
      'Tag “a” renamed to “b”',
      'Tag “c” merged into “b”',
      '3 articles marked as read',
      'Article set apart from its story',
    ]);
  });

  test('is not offered for an article that was read', async () => {
    const { annotations, id, undo } = await start();
    annotations.markRead({ articleIds: [id(0)], read: true });
    expect(undo.next()).toBeNull();
    annotations.markRead({ articleIds: [id(0)], read: false });
    expect(undo.next()).toEqual({ label: 'Marked as unread' });
  });
});

describe('the stack', () => {
  test('keeps a change that could not be taken back now', () => {
    const undo = new UndoStack();
    let fails = true;
    undo.push('A change', () => {
      if (fails) throw new Error('The disk is full.');
    });
    expect(() => undo.undo()).toThrow('full');
    fails = false;
    expect(undo.undo()).toEqual({ label: 'A change' });
  });

  test('has a limit, and tells what is next', () => {
    const told: (string | null)[] = [];
    const undo = new UndoStack((next) => told.push(next?.label ?? null));
    for (let count = 1; count <= 102; count += 1) undo.push(`${count}`, () => undefined);
    let last: Undoable | null = null;
    for (let taken = undo.undo(); taken; taken = undo.undo()) last = taken;
    expect(last).toEqual({ label: '3' });
    expect(told.slice(-2)).toEqual(['3', null]);
    undo.clear();
    expect(told).toHaveLength(202);
  });

  test('knows names by way of others, once however often it is told', () => {
    const [a, b, c] = ['a', 'b', 'c'] as [ArticleId, ArticleId, ArticleId];
    const undo = new UndoStack();
    let names: ArticleId[] = [];
    undo.push('A change', (now) => (names = [a, b, c].map(now)));
    const swapped = [
      { from: a, to: b },
      { from: b, to: a },
    ];
    undo.renamed(swapped);
    undo.renamed(swapped);
    undo.renamed([{ from: b, to: c }]);
    undo.undo();
    expect(names).toEqual([c, a, c]);
  });
});

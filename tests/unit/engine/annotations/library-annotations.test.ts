import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnnotationsChange, ArticleId, Undoable } from '../../../../electron/api/index.ts';
import { LibraryAnnotations } from '../../../../electron/engine/annotations/library-annotations.ts';
import { UndoStack } from '../../../../electron/engine/annotations/undo.ts';
import { LibraryCorrections } from '../../../../electron/engine/store/library-corrections.ts';
import { Store } from '../../../../electron/engine/store/store.ts';
import { EMPTY, MadeLibrary } from './library.ts';

const FIRST = 'The minister met the delegation in Geneva on Tuesday.';
const SECOND = 'Talks lasted five hours and ended without a statement.';
const THIRD = 'A second round is planned for the spring, officials said.';
const OTHER = 'Grain prices rose for the third week in a row.';

let folder: string;
let library: MadeLibrary;
const stores: Store[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-annotations-'));
  library = new MadeLibrary({ 'a.txt': [FIRST, SECOND, THIRD], 'sub/b.txt': [OTHER] });
});
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a start, or another process, has it; all articles are known unless said otherwise. */
async function start({ settle = true, of = library, data = folder as string | undefined } = {}) {
  const store = new Store({ folder: data });
  stores.push(store);
  const undoable: (Undoable | null)[] = [];
  const undo = new UndoStack((next) => undoable.push(next));
  const onError = vi.fn();
  const corrections = new LibraryCorrections(
    store,
    { forget: () => undefined, tell: () => undefined, onError },
    undo,
  );
  const annotations = new LibraryAnnotations(store, { undo, corrections, onError });
  const told: AnnotationsChange[] = [];
  annotations.onChange((change) => told.push(change));
  corrections.opened(of);
  annotations.opened(of);
  if (settle) {
    corrections.settled();
    await annotations.settled();
  }
  return { store, undo, undoable, corrections, annotations, told, onError };
}

const id = (name: string): ArticleId => {
  const found = [...library.articles.values()].find((each) => each.path === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found.id;
};
const [A, B] = ['a.txt', 'sub/b.txt'];
const marksOf = (annotations: LibraryAnnotations, articleId: ArticleId) =>
  annotations.annotations({ articleIds: [articleId] }).marks[0];

describe('tags, stars and read marks', () => {
  test('are there at the next start', async () => {
    const { annotations } = await start();
    annotations.tag({ articleIds: [id(A), id(B)], tag: 'war', on: true });
    annotations.tag({ articleIds: [id(A)], tag: 'Élysée', on: true });
    annotations.star({ articleIds: [id(A)], starred: true });
    annotations.markRead({ articleIds: [id(B)], read: true });
    const next = await start();
    expect(next.annotations.annotations()).toEqual({
      marks: [
        { articleId: id(A), tags: ['war', 'Élysée'], starred: true, read: false },
        { articleId: id(B), tags: ['war'], starred: false, read: true },
      ],
      highlights: [],
    });
    expect(next.annotations.annotations()).toEqual(annotations.annotations());
  });

  test('are answered and told with the articles concerned, also where nothing is left', async () => {
    const { annotations, told } = await start();
    const on = annotations.tag({ articleIds: [id(A)], tag: 'war', on: true });
    expect(on.marks).toEqual([{ articleId: id(A), tags: ['war'], starred: false, read: false }]);
    const off = annotations.tag({ articleIds: [id(A)], tag: 'WAR', on: false });
    expect(off).toEqual({ marks: [], highlights: [] });
    expect(told).toEqual([
      { articleIds: [id(A)], ...on },
      { articleIds: [id(A)], ...off },
    ]);
  });

  test('that change nothing are told to nobody and make no file', async () => {
    const { annotations, told, undo } = await start();
    annotations.tag({ articleIds: [id(A)], tag: 'war', on: false });
    annotations.star({ articleIds: [id(A)], starred: false });
    annotations.markRead({ articleIds: [id(A)], read: false });
    annotations.renameTag({ from: 'none', to: 'other' });
    expect(told).toEqual([]);
    expect(undo.next()).toBeNull();
  });

  test('of an article that is nowhere are refused', async () => {
    const { annotations } = await start();
    expect(() => annotations.star({ articleIds: ['nowhere00000' as ArticleId], starred: true })).toThrow(
      expect.objectContaining({ code: 'unknown-article' }) as Error,
    );
  });

  test('a tag written in another case is the same one, as it was written first', async () => {
    const { annotations } = await start();
    annotations.tag({ articleIds: [id(A)], tag: 'War', on: true });
    annotations.tag({ articleIds: [id(A), id(B)], tag: 'wAR', on: true });
    expect(annotations.annotations().marks.map(({ tags }) => tags)).toEqual([['War'], ['War']]);
  });

  test('a tag can be renamed, merged, and written otherwise', async () => {
    const { annotations } = await start();
    annotations.tag({ articleIds: [id(A)], tag: 'war', on: true });
    annotations.tag({ articleIds: [id(A), id(B)], tag: 'conflict', on: true });
    annotations.renameTag({ from: 'war', to: 'Conflict' });
    expect(annotations.annotations().marks.map(({ tags }) => tags)).toEqual([['Conflict'], ['Conflict']]);
    annotations.renameTag({ from: 'conflict', to: 'peace' });
    const next = await start();
    expect(next.annotations.annotations().marks.map(({ tags }) => tags)).toEqual([['peace'], ['peace']]);
  });

  test('are of their own library', async () => {
    const { annotations } = await start();
    annotations.star({ articleIds: [id(A)], starred: true });
    const other = new MadeLibrary({ 'a.txt': [FIRST, SECOND, THIRD] }, '/other');
    annotations.opened(other);
    expect(annotations.annotations()).toEqual({ marks: [], highlights: [] });
    annotations.opened(library);
    expect(annotations.annotations().marks).toHaveLength(1);
  });

  test('hold until the end where there is no folder to keep them in', async () => {
    const { annotations, undo } = await start({ data: undefined });
    annotations.star({ articleIds: [id(A)], starred: true });
    annotations.tag({ articleIds: [id(B)], tag: 'war', on: true });
    expect(annotations.annotations().marks).toHaveLength(2);
    undo.undo();
    expect(annotations.annotations().marks).toHaveLength(1);
  });

  test('that another process changed show at the next look, and are told', async () => {
    const [mine, theirs] = [await start(), await start()];
    mine.annotations.tag({ articleIds: [id(A)], tag: 'war', on: true });
    theirs.annotations.look();
    expect(theirs.told).toMatchObject([{ articleIds: [id(A)], marks: [{ tags: ['war'] }] }]);
    theirs.annotations.tag({ articleIds: [id(A)], tag: 'WAR', on: false });
    mine.annotations.star({ articleIds: [id(A)], starred: true });
    expect(marksOf(mine.annotations, id(A))).toMatchObject({ tags: [], starred: true });
    expect(mine.annotations.labelsOf(id(A))).toEqual({ tags: [], notes: [], marks: ['starred', 'unread'] });
  });
});

describe('a highlight', () => {
  test('knows its sentence, what stands around it, and its article', async () => {
    const { annotations } = await start();
    const made = await annotations.highlight({
      sentenceId: library.sentence(id(A), SECOND),
      note: 'Why so long?',
    });
    expect(made).toMatchObject({
      articleId: id(A),
      sentenceId: library.sentence(id(A), SECOND),
      quote: { exact: SECOND, prefix: FIRST, suffix: THIRD },
      note: 'Why so long?',
      title: 'About a.txt',
      path: 'a.txt',
    });
    expect((await start()).annotations.annotations().highlights).toEqual([made]);
  });

  test('comes in the order of the text, whenever it was made', async () => {
    const { annotations } = await start();
    for (const text of [THIRD, FIRST])
      await annotations.highlight({ sentenceId: library.sentence(id(A), text) });
    const { highlights } = annotations.annotations({ articleIds: [id(A)] });
    expect(highlights.map(({ quote }) => quote.exact)).toEqual([FIRST, THIRD]);
  });

  test('is there once, and loses no note', async () => {
    const { annotations } = await start();
    const sentenceId = library.sentence(id(A), FIRST);
    const made = await annotations.highlight({ sentenceId });
    expect(await annotations.highlight({ sentenceId })).toEqual(made);
    expect(await annotations.highlight({ sentenceId, note: 'one' })).toMatchObject({
      id: made.id,
      note: 'one',
    });
    expect(await annotations.highlight({ sentenceId, note: 'two' })).toMatchObject({ note: 'one\n\ntwo' });
    expect(annotations.annotations().highlights).toHaveLength(1);
  });

  test('can have another note, and be removed', async () => {
    const { annotations } = await start();
    const made = await annotations.highlight({ sentenceId: library.sentence(id(A), FIRST) });
    expect(annotations.changeNote({ id: made.id, note: 'new' })).toMatchObject({
      ...made,
      note: 'new',
      changedAt: expect.any(String) as string,
    });
    annotations.removeHighlight({ id: made.id });
    expect((await start()).annotations.annotations().highlights).toEqual([]);
    expect(() => annotations.changeNote({ id: made.id, note: 'late' })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }) as Error,
    );
  });

  test('of a sentence that is not there is refused', async () => {
    const { annotations } = await start();
    const sentenceId = library.sentence(id(A), FIRST);
    library.write('a.txt', [SECOND]);
    await expect(annotations.highlight({ sentenceId })).rejects.toMatchObject({ code: 'invalid-argument' });
  });
});

describe('labels of an article', () => {
  test('say what it can be filtered by', async () => {
    const { annotations } = await start();
    expect(annotations.labelsOf(id(A))).toEqual({ tags: [], notes: [], marks: ['unread'] });
    annotations.tag({ articleIds: [id(A)], tag: 'war', on: true });
    annotations.star({ articleIds: [id(A)], starred: true });
    annotations.markRead({ articleIds: [id(A)], read: true });
    await annotations.highlight({ sentenceId: library.sentence(id(A), FIRST), note: 'a note' });
    expect(annotations.labelsOf(id(A))).toEqual({
      tags: ['war'],
      notes: ['a note'],
      marks: ['starred', 'highlighted', 'noted'],
    });
    expect(annotations.labelsOf(id(B))).toEqual({ tags: [], notes: [], marks: ['unread'] });
  });
});

describe('articles that change', () => {
  test('take everything with them to another name', async () => {
    const { annotations, told } = await start();
    const from = id(A);
    annotations.tag({ articleIds: [from], tag: 'war', on: true });
    annotations.correctStories({ kind: 'together', articleIds: [from, id(B)] });
    await annotations.highlight({ sentenceId: library.sentence(from, FIRST), note: 'n' });
    told.length = 0;
    const renamed = library.rename(from, 'new/a.txt');
    annotations.follow({ ...EMPTY, renamed: [renamed] });
    await annotations.idle();
    const now = annotations.annotations();
    expect(now.marks).toEqual([{ articleId: renamed.to, tags: ['war'], starred: false, read: false }]);
    expect(now.highlights).toMatchObject([
      {
        articleId: renamed.to,
        sentenceId: library.sentence(renamed.to, FIRST),
        path: 'new/a.txt',
        note: 'n',
      },
    ]);
    expect(annotations.storyCorrections()).toEqual([{ kind: 'together', articleIds: [renamed.to, id(B)] }]);
    expect(new Set(told.flatMap(({ articleIds }) => articleIds))).toEqual(new Set([from, renamed.to]));
    expect((await start()).annotations.annotations()).toEqual(now);
  });

  test('can change names with each other', async () => {
    const { annotations } = await start();
    const [a, b] = [id(A), id(B)];
    annotations.tag({ articleIds: [a], tag: 'of a', on: true });
    annotations.tag({ articleIds: [b], tag: 'of b', on: true });
    library.write('a.txt', [OTHER]);
    library.write('sub/b.txt', [FIRST, SECOND, THIRD]);
    annotations.follow({
      ...EMPTY,
      renamed: [
        { from: a, to: b },
        { from: b, to: a },
      ],
    });
    expect(marksOf(annotations, a)?.tags).toEqual(['of b']);
    expect(marksOf(annotations, b)?.tags).toEqual(['of a']);
    expect((await start()).annotations.annotations()).toEqual(annotations.annotations());
  });

  test('take nothing away from one that had the name before, and that may come back', async () => {
    const { annotations } = await start();
    const [a, b] = [id(A), id(B)];
    annotations.tag({ articleIds: [b], tag: 'of b', on: true });
    annotations.star({ articleIds: [a], starred: true });
    library.remove(b);
    annotations.follow({ ...EMPTY, removed: [b] });
    const renamed = library.rename(a, 'sub/b.txt');
    annotations.follow({ ...EMPTY, renamed: [renamed] });
    expect(marksOf(annotations, b)).toMatchObject({ tags: [], starred: true });
    const back = library.write('back.txt', [OTHER]);
    annotations.follow({ ...EMPTY, added: [back] });
    expect(marksOf(annotations, back)?.tags).toEqual(['of b']);
  });

  test('are found again that were renamed while nobody looked', async () => {
    const { annotations, store } = await start();
    annotations.star({ articleIds: [id(A)], starred: true });
    await annotations.highlight({ sentenceId: library.sentence(id(A), FIRST) });
    store.close();
    const { to } = library.rename(id(A), 'renamed.txt');
    const next = await start();
    expect(next.annotations.annotations()).toMatchObject({
      marks: [{ articleId: to, starred: true }],
      highlights: [{ articleId: to, sentenceId: library.sentence(to, FIRST), path: 'renamed.txt' }],
    });
  });

  test('are found again that were renamed and edited while nobody looked, by what is marked in them', async () => {
    const { annotations, store } = await start();
    annotations.tag({ articleIds: [id(A)], tag: 'war', on: true });
    for (const text of [FIRST, THIRD])
      await annotations.highlight({ sentenceId: library.sentence(id(A), text) });
    store.close();
    library.remove(id(A));
    const to = library.write('elsewhere.txt', [FIRST, 'Nobody said why they took so long.', THIRD]);
    library.write('quotes-one.txt', [FIRST, OTHER]);
    const next = await start();
    expect(marksOf(next.annotations, to)?.tags).toEqual(['war']);
    expect(next.annotations.annotations().highlights.map(({ articleId }) => articleId)).toEqual([to, to]);
  });

  test('stay as they were where two may be the one that was renamed and edited', async () => {
    const { annotations, store } = await start();
    await annotations.highlight({ sentenceId: library.sentence(id(A), FIRST) });
    store.close();
    library.remove(id(A));
    for (const name of ['x.txt', 'y.txt']) library.write(name, [FIRST, name]);
    const { highlights } = (await start()).annotations.annotations();
    expect(highlights).toMatchObject([{ sentenceId: null, path: 'a.txt', title: 'About a.txt' }]);
  });

  test('that were copied keep what is said of them when they are edited', async () => {
    const { annotations, store } = await start();
    annotations.star({ articleIds: [id(A)], starred: true });
    store.close();
    library.write('copy of a.txt', [FIRST, SECOND, THIRD]);
    library.write('a.txt', [FIRST, THIRD]);
    expect((await start()).annotations.annotations().marks).toMatchObject([{ articleId: id(A) }]);
  });
});

describe('a highlight in a text that is edited', () => {
  async function edited(blocks: readonly string[]) {
    const started = await start();
    const made = await started.annotations.highlight({
      sentenceId: library.sentence(id(A), SECOND),
      note: 'n',
    });
    library.write('a.txt', blocks);
    started.annotations.follow({ ...EMPTY, changed: [id(A)] });
    await started.annotations.idle();
    expect(started.onError).not.toHaveBeenCalled();
    return { ...started, made, now: started.annotations.annotations().highlights };
  }

  test('stays at its sentence wherever that goes', async () => {
    const { now, made } = await edited([SECOND, 'Something new was written here.', FIRST, THIRD]);
    expect(now).toEqual([
      {
        ...made,
        quote: { exact: SECOND, prefix: '', suffix: expect.stringContaining('Something') as string },
      },
    ]);
  });

  test('follows a sentence whose words were corrected, and keeps the ones that were marked', async () => {
    const corrected = SECOND.replace('five', 'six').replace('a statement', 'a joint statement');
    const { now, annotations } = await edited([FIRST, corrected, THIRD]);
    expect(now).toMatchObject([
      { sentenceId: library.sentence(id(A), corrected), quote: { exact: corrected }, note: 'n' },
    ]);
    library.write('a.txt', [SECOND, FIRST, THIRD]);
    annotations.follow({ ...EMPTY, changed: [id(A)] });
    await annotations.idle();
    expect(annotations.annotations().highlights).toMatchObject([{ quote: { exact: SECOND } }]);
  });

  test('is an orphan once its sentence is gone, with the words that were marked, and comes back with it', async () => {
    const { now, made, annotations } = await edited([FIRST, THIRD]);
    expect(now).toEqual([{ ...made, sentenceId: null }]);
    library.write('a.txt', [FIRST, OTHER, SECOND]);
    annotations.follow({ ...EMPTY, changed: [id(A)] });
    await annotations.idle();
    expect(annotations.annotations().highlights).toMatchObject([
      { id: made.id, sentenceId: made.sentenceId },
    ]);
  });

  test('is found again at the next start when it was edited while nobody looked', async () => {
    const { annotations, store } = await start();
    await annotations.highlight({ sentenceId: library.sentence(id(A), SECOND) });
    store.close();
    const corrected = SECOND.replace('hours', 'long hours');
    library.write('a.txt', [FIRST, corrected, THIRD]);
    const next = await start();
    expect(next.annotations.annotations().highlights).toMatchObject([
      { sentenceId: library.sentence(id(A), corrected) },
    ]);
  });

  test('waits while its article is gone', async () => {
    const { annotations, told } = await start();
    const made = await annotations.highlight({ sentenceId: library.sentence(id(A), SECOND) });
    const article = id(A);
    library.remove(article);
    told.length = 0;
    annotations.follow({ ...EMPTY, removed: [article] });
    expect(told).toMatchObject([
      { articleIds: [article], highlights: [{ sentenceId: null, path: 'a.txt' }] },
    ]);
    library.write('a.txt', [FIRST, SECOND, THIRD]);
    annotations.follow({ ...EMPTY, added: [article] });
    expect(annotations.annotations().highlights).toEqual([made]);
  });

  test('does not count as gone while articles are still being read', async () => {
    const { annotations, store } = await start();
    const made = await annotations.highlight({ sentenceId: library.sentence(id(A), SECOND) });
    store.close();
    const reading = new MadeLibrary();
    const next = await start({ of: reading, settle: false });
    expect(next.annotations.annotations().highlights).toMatchObject([{ sentenceId: made.sentenceId }]);
    await next.annotations.settled();
    expect(next.annotations.annotations().highlights).toMatchObject([{ sentenceId: null }]);
    expect(next.told.at(-1)).toMatchObject({ highlights: [{ sentenceId: null }] });
  });
});

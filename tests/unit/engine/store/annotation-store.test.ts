import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LibraryAnnotations } from '../../../../electron/engine/annotations/library-annotations.ts';
import { UndoStack } from '../../../../electron/engine/annotations/undo.ts';
import { openDatabase } from '../../../../electron/engine/store/database.ts';
import { MIGRATIONS } from '../../../../electron/engine/store/migrations.ts';
import { Store } from '../../../../electron/engine/store/store.ts';
import { EMPTY, MadeLibrary, ROOT } from '../annotations/library.ts';
import { contents, fill } from './salvage/filled.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-store-'));
  file = path.join(folder, 'synoptic.db');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const texts = ['The first sentence of it.', 'The second sentence of it.'];

function start() {
  const library = new MadeLibrary({ 'a.txt': texts, 'b.txt': texts.map((text) => `${text} Again.`) });
  const store = new Store({ folder });
  const undo = new UndoStack();
  const onError = vi.fn();
  const annotations = new LibraryAnnotations(store, { undo, onError });
  annotations.opened(library);
  const [a, b] = [...library.articles.keys()];
  if (!a || !b) throw new Error('There are no articles.');
  return { library, store, undo, annotations, onError, a, b };
}

/** What SQLite would do with such statements where there is no room (13), or a file cannot be written to (8). */
function failing(which: (sql: string, db: DatabaseSync) => boolean, errcode: number) {
  const { exec } = DatabaseSync.prototype;
  vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
    if (which(sql, this)) throw Object.assign(new Error('It cannot be done.'), { errcode });
    exec.call(this, sql);
  });
}

describe('a disk without room', () => {
  test('is said in words, and nothing has changed', async () => {
    const { annotations, library, a, store, undo } = start();
    annotations.tag({ articleIds: [a], tag: 'war', on: true });
    const before = annotations.annotations();
    store.close();
    const limited = start();
    limited.annotations.look();
    failing((sql) => sql === 'COMMIT', 13);
    const failed = { code: 'write-failed', message: 'Your change could not be kept: the disk is full.' };
    await expect(
      limited.annotations.highlight({ sentenceId: library.sentence(a, texts[0] ?? ''), note: 'x' }),
    ).rejects.toMatchObject(failed);
    expect(() => limited.annotations.star({ articleIds: [a], starred: true })).toThrow(
      expect.objectContaining(failed) as Error,
    );
    expect(limited.annotations.annotations()).toEqual(before);
    expect(limited.undo.next()).toBeNull();
    expect(undo.next()).not.toBeNull();
    vi.restoreAllMocks();
    limited.annotations.star({ articleIds: [a], starred: true });
    expect(limited.annotations.annotations().marks).toMatchObject([{ starred: true }]);
    limited.store.close();
  });
});

describe('an import that cannot be kept whole', () => {
  test('is not kept at all', async () => {
    const one = start();
    one.annotations.tag({ articleIds: [one.a, one.b], tag: 'war', on: true });
    const json = JSON.stringify({
      ...(JSON.parse(one.annotations.exportAnnotations()) as object),
      dates: [{ articleId: one.a, date: '2024-01-01' }],
    });
    one.store.close();
    rmSync(folder, { recursive: true });
    const other = start();
    other.annotations.star({ articleIds: [other.a], starred: true });
    const before = other.annotations.annotations();
    const db = new DatabaseSync(file);
    db.exec("CREATE TRIGGER full BEFORE INSERT ON corrected_date BEGIN SELECT RAISE(ABORT, 'full'); END");
    db.close();
    await expect(other.annotations.importAnnotations({ json })).rejects.toMatchObject({
      code: 'write-failed',
    });
    expect(other.annotations.annotations()).toEqual(before);
    other.store.close();
    const next = start();
    expect(next.annotations.annotations()).toEqual(before);
    next.store.close();
  });
});

describe('a file that can only be read', () => {
  test('is read, and what is changed holds until the end', () => {
    const one = start();
    one.annotations.tag({ articleIds: [one.a], tag: 'war', on: true });
    one.store.close();
    const bytes = readFileSync(file);
    failing((sql, db) => sql.startsWith('PRAGMA journal_mode') && db.location() !== null, 8);
    const next = start();
    expect(next.annotations.annotations().marks).toMatchObject([{ tags: ['war'] }]);
    next.annotations.star({ articleIds: [next.a], starred: true });
    expect(next.annotations.annotations().marks).toMatchObject([{ tags: ['war'], starred: true }]);
    expect(next.store.notices()).toMatchObject([
      {
        code: 'store-unavailable',
        message: expect.stringContaining('can be read, but not written to') as string,
      },
    ]);
    expect(readFileSync(file)).toEqual(bytes);
    next.store.close();
  });
});

describe('a file of the first version', () => {
  test('comes with all that is in it, after a copy', () => {
    fill(folder, 30).close();
    const whole = contents(file);
    const db = new DatabaseSync(file);
    db.exec(`DROP TABLE highlight; DROP TABLE tagged; DROP TABLE annotated; DROP TABLE story_correction;
      PRAGMA application_id = 0; PRAGMA user_version = 1; VACUUM`);
    db.close();
    copyFileSync(file, path.join(folder, 'first.db'));
    openDatabase(file).db.close();
    const now = contents(file);
    for (const table of ['library', 'article', 'corrected_date', 'dismissal'])
      expect(now.get(table), table).toEqual(whole.get(table));
    expect(now.get('highlight')).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['first.db', 'synoptic.db', 'synoptic.v1.db']);
    expect(MIGRATIONS).toHaveLength(2);
  });
});

test('a folder that was renamed has its annotations, with those made since', async () => {
  const one = start();
  one.annotations.tag({ articleIds: [one.a, one.b], tag: 'war', on: true });
  await one.annotations.highlight({ sentenceId: one.library.sentence(one.a, texts[0] ?? '') });
  const db = new DatabaseSync(file);
  db.exec(`UPDATE library SET path = 'lost:1'`);
  db.close();
  one.annotations.look();
  one.annotations.star({ articleIds: [one.a], starred: true });
  expect(one.store.adopt(ROOT, one.library.articles)).not.toBeNull();
  const next = start();
  await next.annotations.settled();
  expect(next.annotations.annotations()).toMatchObject({
    marks: [{ tags: ['war'], starred: true }, { tags: ['war'] }],
    highlights: [{ quote: { exact: texts[0] } }],
  });
  expect(one.annotations.annotations()).toEqual(next.annotations.annotations());
  one.annotations.follow(EMPTY);
  for (const { store } of [one, next]) store.close();
});

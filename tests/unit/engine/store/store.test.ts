import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArticleId, SentenceId } from '../../../../electron/api/index.ts';
import { NO_CORRECTIONS } from '../../../../electron/engine/compare/compare.ts';
import { dating, dismissing, renaming, restoring } from '../../../../electron/engine/store/corrections.ts';
import { MIGRATIONS } from '../../../../electron/engine/store/migrations.ts';
import { Store } from '../../../../electron/engine/store/store.ts';

const [A, B] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'] as [ArticleId, ArticleId];
const DISMISSAL = {
  kind: 'number',
  sentenceIds: [`${A}.s1111111111`, `${B}.s2222222222`] as SentenceId[],
  spans: [
    { start: 0, end: 3 },
    { start: 4, end: 9 },
  ],
} as const;
const DATED = { articleId: A, date: '2025-12-14' };
const PLACES = new Map([
  [A, { path: 'a.txt', contentHash: 'aa' }],
  [B, { path: 'sub/b.txt', contentHash: 'bb' }],
]);
const ROOT = path.resolve('/texts');

let folder: string;
let file: string;
const opened: Store[] = [];
const onProblem = vi.fn<(problem: Error) => void>();
beforeEach(async () => {
  onProblem.mockClear();
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-store-'));
  file = path.join(folder, 'synoptic.db');
});
afterEach(async () => {
  for (const store of opened.splice(0)) store.close();
  await rm(folder, { recursive: true, force: true });
});

/** As another process, or another start, has it. */
function another(): Store {
  const store = new Store({ folder, onProblem });
  opened.push(store);
  return store;
}

const dismissed = dismissing(DISMISSAL);
const dated = dating(DATED.articleId, DATED.date);

describe('what was corrected', () => {
  test('is there at the next start, in the order it was made', () => {
    const store = another();
    store.change(ROOT, dismissed, PLACES);
    store.change(ROOT, dismissing({ kind: 'date', sentenceIds: [`${B}.s3` as SentenceId] }), PLACES);
    expect(store.change(ROOT, dated, PLACES)).toEqual(store.read(ROOT));
    store.close();
    expect(another().read(ROOT)).toEqual({
      dismissed: [DISMISSAL, { kind: 'date', sentenceIds: [`${B}.s3`] }],
      dates: [DATED],
    });
    expect(onProblem).not.toHaveBeenCalled();
  });

  test('is gone at the next start when it was taken back', () => {
    const store = another();
    for (const edit of [dismissed, dated, restoring(DISMISSAL), dating(A, null)])
      store.change(ROOT, edit, PLACES);
    expect(another().read(ROOT)).toEqual(NO_CORRECTIONS);
  });

  test('is of its own library', () => {
    const store = another();
    store.change(ROOT, dismissed, PLACES);
    const other = path.resolve('/other');
    expect(store.read(other)).toEqual(NO_CORRECTIONS);
    store.change(other, dated, PLACES);
    expect(another().read(other)).toEqual({ dismissed: [], dates: [DATED] });
    expect(another().read(ROOT)).toEqual({ dismissed: [DISMISSAL], dates: [] });
  });

  test('is one object as long as nothing changes', () => {
    const store = another();
    store.change(ROOT, dismissed, PLACES);
    expect(store.read(ROOT)).toBe(store.read(ROOT));
  });

  test('comes with where its articles were seen last, and with none of their words', async () => {
    const store = another();
    store.change(ROOT, dismissed, PLACES);
    expect(store.places(ROOT)).toEqual(PLACES);
    const moved = 'cccccccccccc' as ArticleId;
    const now = new Map([[moved, { path: 'c.txt', contentHash: 'aa' }]]);
    store.change(ROOT, renaming([{ from: A, to: moved }]), now);
    expect(another().places(ROOT)).toEqual(new Map([...now, [B, { path: 'sub/b.txt', contentHash: 'bb' }]]));
    store.change(ROOT, () => NO_CORRECTIONS, now);
    expect(store.places(ROOT)).toEqual(new Map());
  });
});

describe('reading', () => {
  test('makes no file', async () => {
    const store = another();
    expect(store.read(ROOT)).toEqual(NO_CORRECTIONS);
    expect(store.places(ROOT)).toEqual(new Map());
    expect(await readdir(folder)).toEqual([]);
  });

  test('shows what another has written since', () => {
    const [mine, theirs] = [another(), another()];
    expect(mine.read(ROOT)).toEqual(NO_CORRECTIONS);
    theirs.change(ROOT, dismissed, PLACES);
    expect(mine.read(ROOT).dismissed).toEqual([DISMISSAL]);
    mine.change(ROOT, dated, PLACES);
    expect(theirs.read(ROOT)).toEqual({ dismissed: [DISMISSAL], dates: [DATED] });
    theirs.change(ROOT, restoring(DISMISSAL), PLACES);
    expect(mine.read(ROOT)).toEqual({ dismissed: [], dates: [DATED] });
  });

  test('leaves out what it does not understand, and writing leaves it alone', () => {
    another().change(ROOT, dismissed, PLACES);
    const db = new DatabaseSync(file);
    db.exec("INSERT INTO dismissal (library, kind, made_at) SELECT id, 'tone', '2026' FROM library");
    db.exec(
      "INSERT INTO dismissed_sentence SELECT id, 0, 'x', NULL, NULL FROM dismissal WHERE kind = 'tone'",
    );
    const store = another();
    expect(store.read(ROOT).dismissed).toEqual([DISMISSAL]);
    store.change(ROOT, restoring(DISMISSAL), PLACES);
    expect(db.prepare('SELECT kind FROM dismissal').all()).toMatchObject([{ kind: 'tone' }]);
    db.close();
  });
});

describe('where nothing can be kept', () => {
  test('without a folder, it holds until the end', () => {
    const store = new Store({ onProblem });
    expect(store.change(ROOT, dismissed, PLACES)).toEqual({ dismissed: [DISMISSAL], dates: [] });
    expect(store.read(ROOT)).toEqual({ dismissed: [DISMISSAL], dates: [] });
    expect(store.read(path.resolve('/other'))).toEqual(NO_CORRECTIONS);
    expect(onProblem).not.toHaveBeenCalled();
  });

  test('with a folder that cannot be used, it holds until the end, and that is said once', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const store = new Store({ folder: path.join(folder, 'file'), onProblem });
    store.change(ROOT, dated, PLACES);
    const now = store.change(ROOT, dismissed, PLACES);
    expect(now).toMatchObject({ dismissed: [DISMISSAL], dates: [DATED] });
    expect(now.notice).toContain('until Synoptic ends');
    expect(store.read(ROOT)).toBe(now);
    expect(onProblem).toHaveBeenCalledOnce();
    expect(onProblem.mock.lastCall?.[0].name).toBe('StoreUnavailable');
  });

  test('with a file that cannot be read, too', async () => {
    await mkdir(file);
    const store = another();
    expect(store.read(ROOT)).toMatchObject({ ...NO_CORRECTIONS, notice: expect.any(String) as string });
    expect(store.change(ROOT, dismissed, PLACES).dismissed).toEqual([DISMISSAL]);
    expect(onProblem.mock.lastCall?.[0].name).toBe('StoreUnavailable');
  });

  test('with a file of a newer version, what it says is read, and what is changed holds until the end', async () => {
    another().change(ROOT, dismissed, PLACES);
    const db = new DatabaseSync(file);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    const store = another();
    expect(store.read(ROOT)).toMatchObject({ dismissed: [DISMISSAL], dates: [] });
    expect(store.change(ROOT, dated, PLACES)).toMatchObject({ dismissed: [DISMISSAL], dates: [DATED] });
    expect(store.read(ROOT).notice).toContain('newer version');
    expect(onProblem.mock.lastCall?.[0].name).toBe('StoreNewer');
    expect(another().read(ROOT)).toMatchObject({ dismissed: [DISMISSAL], dates: [] });
  });

  test('with a file of a newer version that has become another thing, nothing is read and nothing destroyed', async () => {
    const db = new DatabaseSync(file);
    db.exec(`CREATE TABLE thing (a TEXT) STRICT; PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    const before = await readFile(file);
    const store = another();
    expect(store.read(ROOT)).toMatchObject(NO_CORRECTIONS);
    expect(store.read(ROOT).notice).toContain('newer version');
    store.change(ROOT, dated, PLACES);
    expect(onProblem).toHaveBeenCalledOnce();
    expect(await readFile(file)).toEqual(before);
  });
});

describe('a write that fails', () => {
  test('says so, and changes nothing', () => {
    const store = another();
    store.change(ROOT, dismissed, PLACES);
    // As a full disk would.
    const db = new DatabaseSync(file);
    db.exec("CREATE TRIGGER full BEFORE INSERT ON corrected_date BEGIN SELECT RAISE(ABORT, 'full'); END");
    expect(() => store.change(ROOT, dated, PLACES)).toThrow(
      expect.objectContaining({ code: 'write-failed' }) as Error,
    );
    expect(store.read(ROOT)).toEqual({ dismissed: [DISMISSAL], dates: [] });
    db.exec('DROP TRIGGER full');
    db.close();
    expect(store.change(ROOT, dated, PLACES).dates).toEqual([DATED]);
  });
});

test('of a damaged file it is said that it was set aside', async () => {
  await writeFile(file, 'This is no database. '.repeat(300));
  const store = another();
  expect(store.read(ROOT).notice).toMatch(/damaged.*“synoptic\.damaged-\w+\.db”/);
  expect(store.change(ROOT, dismissed, PLACES).notice).toMatch(/damaged/);
  expect(onProblem).toHaveBeenCalledOnce();
  expect(another().read(ROOT)).toEqual({ dismissed: [DISMISSAL], dates: [] });
});

describe('a file that is deleted while it is open', () => {
  test('is written anew with everything, the folder as well', async () => {
    const store = another();
    store.change(ROOT, dating(A, DATED.date), PLACES);
    await rm(folder, { recursive: true });
    store.change(ROOT, dismissing(DISMISSAL), PLACES);
    store.close();
    const again = another();
    expect(again.read(ROOT)).toMatchObject({ dates: [DATED], dismissed: [DISMISSAL] });
    expect(onProblem).not.toHaveBeenCalled();
  });

  test('and another has its name by then, gives way to that one', async () => {
    const store = another();
    store.change(ROOT, dating(A, DATED.date), PLACES);
    await rm(folder, { recursive: true });
    await mkdir(folder);
    const other = another();
    other.change(ROOT, dating(B, DATED.date), PLACES);
    store.change(ROOT, dismissing(DISMISSAL), PLACES);
    expect(other.read(ROOT)).toMatchObject({ dates: [{ articleId: B }], dismissed: [DISMISSAL] });
  });
});

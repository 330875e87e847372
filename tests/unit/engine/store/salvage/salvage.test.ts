import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../../../electron/engine/store/database.ts';
import { StoreDamaged, type StoreProblem } from '../../../../../electron/engine/store/problems.ts';
import { Store } from '../../../../../electron/engine/store/store.ts';
import { ROOTS, bytesOf, contents, fill, randomOf } from './filled.ts';

const PAGE = 4096;
/** More of them in a long run. */
const SEEDS = Number(process.env['SYNOPTIC_SEEDS'] ?? 12);
const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);

let source: string;
let whole: Map<string, string[]>;
let sound: Buffer;
beforeAll(() => {
  source = mkdtempSync(path.join(tmpdir(), 'synoptic-salvage-'));
  fill(source).close();
  whole = contents(path.join(source, 'synoptic.db'));
  sound = bytesOf(source);
});
afterAll(() => rmSync(source, { recursive: true, force: true }));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-salvage-'));
  file = path.join(folder, 'synoptic.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens what is there, and gives what is in it then, with what was said. */
function opened(): { readonly kept: Map<string, string[]>; readonly problem: StoreProblem | null } {
  const { db, problem, writable } = openDatabase(file);
  expect(writable).toBe(true);
  expect(db.prepare('PRAGMA integrity_check').get()?.['integrity_check']).toBe('ok');
  db.close();
  return { kept: contents(file), problem };
}

const lost = (kept: Map<string, string[]>, table: string) => {
  const left = new Set(kept.get(table));
  return (whole.get(table) ?? []).filter((row) => !left.has(row));
};

test('the file of these tests has many pages, with rows in every table', () => {
  expect(sound.length / PAGE).toBeGreaterThan(60);
  for (const [, rows] of whole) expect(rows.length).toBeGreaterThan(1);
});

describe('everything is recovered', () => {
  test('where the head of the file is destroyed', () => {
    writeFileSync(file, Buffer.from(sound).fill(0x5a, 0, PAGE));
    const { kept, problem } = opened();
    expect(kept).toEqual(whole);
    expect(problem).toBeInstanceOf(StoreDamaged);
    expect(problem?.message).toMatch(
      /^The file that keeps what you made was damaged\. 120 highlights, 240 tags, 30 stars, 60 read marks, 80 dismissals and dates and 4 corrections of stories were recovered\. The damaged file is kept as “synoptic\.damaged-\w+\.db” in/,
    );
  });

  test('where the list of tables is lost, and with it whose rows are whose', () => {
    writeFileSync(file, Buffer.from(sound).fill(0, 100, PAGE));
    expect(opened().kept).toEqual(whole);
  });

  test('where what leads to the rows is lost', () => {
    const bytes = Buffer.from(sound);
    for (let at = PAGE; at < bytes.length; at += PAGE) if (bytes[at] === 5) bytes.fill(0xff, at, at + PAGE);
    writeFileSync(file, bytes);
    expect(opened().kept).toEqual(whole);
  });

  test('where the heads of all pages are lost', () => {
    const bytes = Buffer.from(sound);
    for (let at = PAGE; at < bytes.length; at += PAGE) if (bytes[at] === 13) bytes.fill(0xee, at, at + 8);
    writeFileSync(file, bytes);
    const { kept } = opened();
    for (const table of ['annotated', 'tagged', 'highlight', 'story_correction', 'dismissal'])
      expect(lost(kept, table), table).toEqual([]);
  });

  test('also of what was only in the log, up to where that is cut off', () => {
    const store = fill(folder);
    copyFileSync(file, `${file}.copy`);
    const log = readFileSync(`${file}-wal`);
    store.close();
    rmSync(`${file}-shm`, { force: true });
    writeFileSync(file, readFileSync(`${file}.copy`).fill(0, 0, 20));
    writeFileSync(`${file}-wal`, log);
    expect(opened().kept).toEqual(whole);
  });

  test('and what was deleted stays deleted', () => {
    const store = fill(folder);
    const [root] = ROOTS;
    const { highlights } = store.annotations.read(root);
    store.annotations.change(root, () =>
      [...highlights.values()].map(({ id, articleId }) => ({ kind: 'remove', id, articleId })),
    );
    store.close();
    const before = contents(file);
    writeFileSync(file, bytesOf(folder).fill(0x5a, 0, PAGE));
    expect(opened().kept).toEqual(before);
  });

  test('also of a file of the first version', () => {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version');
    db.close();
    rmSync(file);
    const first = openDatabase(file);
    first.db.close();
    const store = fill(folder, 30);
    store.close();
    const before = contents(file);
    const older = new DatabaseSync(file);
    older.exec(`DROP TABLE highlight; DROP TABLE tagged; DROP TABLE annotated; DROP TABLE story_correction;
      PRAGMA application_id = 0; PRAGMA user_version = 1; VACUUM`);
    older.close();
    writeFileSync(file, bytesOf(folder).fill(0, 0, 60));
    const { kept } = opened();
    for (const table of ['library', 'article', 'corrected_date', 'dismissal'])
      expect(kept.get(table), table).toEqual(before.get(table));
  });
});

describe('what is not damaged is recovered, and nothing is made up', () => {
  /** Rows may lose a part of their text; then that part is the beginning of what was there. */
  function checkNothingMadeUp(kept: Map<string, string[]>) {
    const ids = new Set((whole.get('highlight') ?? []).map((row) => /"id","([^"]+)"/u.exec(row)?.[1]));
    for (const row of kept.get('highlight') ?? []) expect(ids).toContain(/"id","([^"]+)"/u.exec(row)?.[1]);
    const known = new Set(
      (whole.get('tagged') ?? []).map((row) => row.replace(/"owner".*/u, '').toLowerCase()),
    );
    for (const row of kept.get('tagged') ?? [])
      expect(known).toContain(row.replace(/"owner".*/u, '').toLowerCase());
  }

  test.each(seeds)('where pages hold other bytes, %i', (seed) => {
    const random = randomOf(seed);
    const bytes = Buffer.from(sound);
    const pages = bytes.length / PAGE;
    const hit = new Set<number>();
    for (let count = 0; count < 1 + (seed % 8); count += 1) {
      const page = Math.floor(random() * pages);
      hit.add(page);
      const [from, to] = seed % 3 === 0 ? [0, PAGE] : [Math.floor(random() * PAGE), PAGE];
      for (let at = from; at < to; at += 1) bytes[page * PAGE + at] = Math.floor(random() * 256);
    }
    writeFileSync(file, bytes);
    const { kept } = opened();
    checkNothingMadeUp(kept);
    // A page holds at most 40 tags, 25 articles or 20 highlights; long notes lose nothing but themselves.
    for (const [table, most] of [
      ['tagged', 60],
      ['annotated', 40],
      ['highlight', 30],
    ] as const)
      expect(lost(kept, table).length, table).toBeLessThanOrEqual(most * hit.size);
    expect(kept.get('highlight')?.length).toBeGreaterThan(120 - 30 * hit.size);
  });

  test.each(seeds)('where the file is cut off, %i', (seed) => {
    const end = Math.floor(randomOf(seed)() * sound.length);
    writeFileSync(file, sound.subarray(0, end));
    const { kept } = opened();
    checkNothingMadeUp(kept);
    if (end < 100) return;
    const half = end > sound.length * 0.9;
    if (half) expect(kept.get('highlight')?.length).toBeGreaterThan(30);
  });

  test.each(seeds)('where the log is cut off or overwritten, %i', (seed) => {
    const random = randomOf(seed);
    const store = fill(folder, 30);
    const log = readFileSync(`${file}-wal`);
    const main = readFileSync(file);
    store.close();
    rmSync(`${file}-shm`, { force: true });
    const at = Math.floor(random() * log.length);
    const damaged = seed % 2 === 0 ? log.subarray(0, at) : Buffer.from(log).fill(0xa5, at, at + 5000);
    writeFileSync(file, seed % 3 === 0 ? Buffer.from(main).fill(0, 0, 16) : main);
    writeFileSync(`${file}-wal`, damaged);
    expect(() => opened()).not.toThrow();
  });
});

test('a note whose end is lost keeps its beginning, and says that there was more', () => {
  const bytes = Buffer.from(sound).fill(0x5a, 0, 100);
  const pages = Array.from({ length: bytes.length / PAGE }, (_, index) =>
    bytes.subarray(index * PAGE, (index + 1) * PAGE),
  );
  // The last of the pages that such a note goes on in leads to none.
  const last = pages.find((page) => page.readUInt32BE(0) === 0 && page.includes('Long note 50. '));
  last?.fill(0xff);
  writeFileSync(file, bytes);
  const row = opened()
    .kept.get('highlight')
    ?.find((each) => each.includes('Long note 50. ') && each.includes('[…]'));
  expect(row).toBeDefined();
});

describe('a file of the name that is none of Synoptic’s', () => {
  test.each([
    ['text', () => Buffer.from('These are not the bytes of a database. '.repeat(500))],
    ['a few bytes', () => Buffer.from('SQL')],
    ['zeros', () => Buffer.alloc(20_000)],
  ])('of %s is set aside', (_what, bytes) => {
    writeFileSync(file, bytes());
    const { kept, problem } = opened();
    expect(kept.get('library')).toEqual([]);
    expect(problem?.message).toContain('Nothing could be recovered');
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1);
  });

  test.each([0, 2])(
    'which is a database of another program, of its version %i, is set aside as it is',
    (version) => {
      const db = new DatabaseSync(file);
      db.exec(`CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('x');
      PRAGMA user_version = ${version}; PRAGMA application_id = ${version}`);
      db.close();
      const before = readFileSync(file);
      const { problem } = opened();
      expect(problem).toBeInstanceOf(StoreDamaged);
      const aside = readdirSync(folder).find((name) => name.includes('damaged')) ?? '';
      expect(readFileSync(path.join(folder, aside))).toEqual(before);
    },
  );

  test('which was emptied is set aside with its log, and that is said', () => {
    writeFileSync(file, '');
    writeFileSync(`${file}-wal`, 'what was written last');
    const { problem } = opened();
    expect(problem).toBeInstanceOf(StoreDamaged);
    const logs = readdirSync(folder).filter((name) => name.endsWith('-wal') && name.includes('damaged'));
    expect(logs.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([
      'what was written last',
    ]);
    expect(opened().problem).toBeNull();
  });

  test('which is a folder is left alone', () => {
    mkdirSync(file);
    expect(() => openDatabase(file)).toThrow();
    const store = new Store({ folder });
    expect(store.read(ROOTS[0]).dates).toEqual([]);
    expect(store.notices()).toMatchObject([{ code: 'store-unavailable' }]);
    store.close();
  });
});

describe('where nothing is left of the corrections', () => {
  test('those of the last copy are taken, and that is said', () => {
    fill(folder, 30).close();
    const before = contents(file);
    copyFileSync(file, path.join(folder, 'synoptic.v1.db'));
    writeFileSync(file, Buffer.alloc(40_000, 0x33));
    const { kept, problem } = opened();
    for (const table of ['corrected_date', 'dismissal', 'article'])
      expect(kept.get(table), table).toEqual(before.get(table));
    expect(problem?.message).toContain('40 dismissals and dates come from an older copy');
  });
});

describe('a recovery that was cut short', () => {
  test('before the damaged file gave way begins again', () => {
    writeFileSync(path.join(folder, 'synoptic.recovered.db'), 'half of it');
    writeFileSync(file, Buffer.from(sound).fill(0, 0, 100));
    expect(opened().kept).toEqual(whole);
  });

  test('after that is brought to its end, without the log of the damaged file', () => {
    writeFileSync(path.join(folder, 'synoptic.recovered.db'), sound);
    writeFileSync(`${file}-wal`, 'the log of the damaged file');
    expect(opened().kept).toEqual(whole);
    expect(existsSync(path.join(folder, 'synoptic.recovered.db'))).toBe(false);
  });
});

test('what comes to be damaged while it is in use is recovered', () => {
  fill(folder).close();
  const onProblem = vi.fn();
  const store = new Store({ folder, onProblem });
  const [root] = ROOTS;
  store.read(root);
  truncateSync(file, PAGE * 30);
  writeFileSync(file, bytesOf(folder).fill(0x7f, 0, 100));
  const other = new Store({ folder });
  expect(other.annotations.read(root).highlights.size).toBeGreaterThan(0);
  expect(other.notices()).toMatchObject([{ code: 'store-damaged' }]);
  other.close();
  store.close();
});

import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Notice } from '../../../../../electron/api/index.ts';
import { articleIdOf } from '../../../../../electron/engine/documents/ids.ts';
import { cacheFileOf, openCacheFile } from '../../../../../electron/engine/library/cache/cache-file.ts';
import {
  LibraryCache,
  type CacheOptions,
} from '../../../../../electron/engine/library/cache/library-cache.ts';
import { contentKey } from '../../../../../electron/engine/library/cache/rows.ts';
import type { Entry } from '../../../../../electron/engine/library/entries.ts';
import { openFile } from '../../../../../electron/engine/store/sqlite.ts';
import { tempFolder } from '../folder.ts';

const ROOT = '/home/someone/News';
const bytes = (...values: number[]) => Uint8Array.from(values);

function entry(path: string, hash: string): Entry {
  const id = articleIdOf(path);
  const record = {
    id,
    path,
    title: `Title of ${path}`,
    titleOrigin: 'heading' as const,
    source: null,
    publishedAt: '2025-05-01',
    language: 'en',
    wordCount: 3,
    contentHash: hash,
  };
  const stamp = { modified: 1.5, touched: 2.25, born: 0, size: 10, inode: 2 ** 53 + 2, device: 7 };
  return { path, stamp, hash, result: { record } };
}

const failure: Entry = {
  path: 'b.txt',
  stamp: null,
  hash: null,
  result: { failure: { path: 'b.txt', code: 'unreadable', message: 'No.' } },
  passing: true,
};

function open(dataFolder: string | undefined, more: Partial<CacheOptions> = {}) {
  const told = { notices: [] as (Notice | null)[], lost: 0, errors: [] as unknown[] };
  const cache = new LibraryCache({
    root: ROOT,
    dataFolder,
    onNotice: (notice) => told.notices.push(notice),
    onLost: () => told.lost++,
    onError: (thrown) => told.errors.push(thrown),
    ...more,
  });
  onTestFinished(() => cache.close());
  return { cache, told };
}

/** A cache with something of each kind, closed; its file. */
async function filled(): Promise<{ dataFolder: string; file: string }> {
  const dataFolder = await tempFolder();
  const { cache } = open(dataFolder, { sketchVersion: 3 });
  cache.putEntry(entry('a.txt', 'aa'));
  cache.putEntry(failure);
  cache.putBody(contentKey('aa', 'a.txt'), '{"text":"A."}');
  cache.putSketch(contentKey('aa', 'a.txt'), bytes(1, 2));
  cache.segments.save('one', bytes(3, 4));
  cache.putDerived('topics', '["x"]');
  cache.close();
  return { dataFolder, file: cacheFileOf(dataFolder, ROOT) };
}

describe('a library’s cache', () => {
  it('gives back at the next start what it was given', async () => {
    const { dataFolder } = await filled();
    const { cache, told } = open(dataFolder, { sketchVersion: 3 });
    expect(cache.entries()).toEqual([entry('a.txt', 'aa'), failure]);
    expect(cache.body(contentKey('aa', 'x/y.text'))).toBe('{"text":"A."}');
    expect(cache.sketch(contentKey('aa', 'a.txt'))).toEqual(bytes(1, 2));
    expect(cache.segments.list()).toEqual(['one']);
    expect(cache.segments.load('one')).toEqual(bytes(3, 4));
    expect(cache.derived('topics')).toBe('["x"]');
    expect(told).toEqual({ notices: [], lost: 0, errors: [] });
  });

  it('gives what was put a moment ago, and not what was removed a moment ago', async () => {
    const { dataFolder } = await filled();
    const { cache } = open(dataFolder, { sketchVersion: 3 });
    cache.putBody('k', 'Body.');
    cache.putSketch('k', bytes(9));
    cache.segments.save('two', bytes(5));
    cache.segments.remove('one');
    expect(cache.body('k')).toBe('Body.');
    expect(cache.sketch('k')).toEqual(bytes(9));
    expect(cache.segments.list()).toEqual(['two']);
    expect(cache.segments.load('one')).toBeNull();
    cache.flush();
    expect(cache.segments.list()).toEqual(['two']);
    expect(cache.segments.load('one')).toBeNull();
  });

  it('keeps apart what the same bytes give as text and as markup, and sketches of other versions', async () => {
    const { dataFolder } = await filled();
    const { cache } = open(dataFolder, { sketchVersion: 4 });
    expect(cache.body(contentKey('aa', 'a.html'))).toBeNull();
    expect(cache.sketch(contentKey('aa', 'a.txt'))).toBeNull();
  });

  it('removes what no file has any more', async () => {
    const { dataFolder } = await filled();
    const { cache } = open(dataFolder, { sketchVersion: 3 });
    const gone = contentKey('bb', 'b.txt');
    cache.putBody(gone, 'Gone.');
    cache.putSketch(gone, bytes(1));
    cache.prune();
    expect([cache.body(gone), cache.sketch(gone)]).toEqual([null, null]);
    expect(cache.body(contentKey('aa', 'a.txt'))).not.toBeNull();
    expect(cache.sketch(contentKey('aa', 'a.txt'))).not.toBeNull();
    cache.dropEntry('a.txt');
    cache.prune();
    expect(cache.body(contentKey('aa', 'a.txt'))).toBeNull();
  });

  it('is nobody else’s to read', async () => {
    const { file, dataFolder } = await filled();
    open(dataFolder);
    const modes = readdirSync(join(dataFolder, 'caches')).map(
      (name) => statSync(join(dataFolder, 'caches', name)).mode & 0o777,
    );
    expect(modes.length).toBeGreaterThan(1);
    expect(new Set(modes)).toEqual(new Set([0o600]));
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  it('works without a folder, for as long as it is open', () => {
    const { cache } = open(undefined);
    cache.putBody('k', 'Body.');
    cache.flush();
    expect(cache.body('k')).toBe('Body.');
  });

  it('may be open in two processes', async () => {
    const { dataFolder } = await filled();
    const [one, two] = [open(dataFolder), open(dataFolder)];
    one.cache.putBody('k', 'One.');
    two.cache.putBody('k', 'Two.');
    one.cache.flush();
    two.cache.flush();
    expect(one.cache.body('k')).toBe('Two.');
    expect([...one.told.errors, ...two.told.errors]).toEqual([]);
  });

  it('waits with what it has while another holds the file', async () => {
    const { dataFolder, file } = await filled();
    const { cache, told } = open(dataFolder);
    const other = openFile(file);
    other.exec('BEGIN IMMEDIATE');
    cache.putBody('k', 'Body.');
    cache.flush();
    other.exec('ROLLBACK');
    other.close();
    expect(cache.body('k')).toBe('Body.');
    cache.flush();
    expect(told).toEqual({ notices: [], lost: 0, errors: [] });
    cache.close();
    expect(open(dataFolder).cache.body('k')).toBe('Body.');
  });
});

describe('a cache that cannot be used', () => {
  it.each([
    ['is no database', (file: string) => writeFileSync(file, 'nothing of the kind '.repeat(500))],
    ['is empty', (file: string) => writeFileSync(file, '')],
    [
      'is of another version',
      (file: string) => {
        const db = openFile(file);
        db.exec('PRAGMA user_version = 999999');
        db.close();
      },
    ],
  ])('is begun anew where it %s', async (_, damage) => {
    const { dataFolder, file } = await filled();
    damage(file);
    const { cache, told } = open(dataFolder);
    expect(cache.entries()).toEqual([]);
    cache.putBody('k', 'Body.');
    cache.flush();
    expect(cache.body('k')).toBe('Body.');
    expect(told.notices).toEqual([]);
  });

  it.each([
    ['its first pages', 16_384, 3 * 16_384],
    ['all but its head', 100, Infinity],
  ])('is begun anew where %s turn out to be damaged while it is used', async (_, from, to) => {
    const { dataFolder, file } = await filled();
    const content = readFileSync(file);
    writeFileSync(file, content.fill(0xa5, from, Math.min(to, content.length)));
    const { cache, told } = open(dataFolder);
    cache.entries();
    cache.body(contentKey('aa', 'a.txt'));
    cache.putBody('k', 'Body.');
    cache.flush();
    expect(cache.body('k')).toBe('Body.');
    expect(told.notices).toEqual([]);
    cache.close();
    expect(open(dataFolder).cache.body('k')).toBe('Body.');
  });

  it('tells that all is lost, so that it can be put again', async () => {
    const { dataFolder, file } = await filled();
    const db = openFile(file);
    db.exec("UPDATE file SET record = '[not JSON'");
    db.close();
    const { cache, told } = open(dataFolder);
    expect(cache.entries()).toEqual([]);
    expect(told).toMatchObject({ notices: [], lost: 1 });
    expect(told.errors).toHaveLength(1);
  });

  it('is done without where it cannot be made, and the reader is told', async () => {
    const dataFolder = await tempFolder({ caches: 'A file is in the way.' });
    const { cache, told } = open(dataFolder);
    expect(cache.notice?.code).toBe('cache-unwritable');
    expect(cache.notice?.message).toMatch(/^[A-Z].*\.$/);
    cache.putBody('k', 'Body.');
    cache.putEntry(failure);
    expect([cache.body('k'), cache.entries(), cache.segments.list()]).toEqual([null, [], []]);
    expect(told.errors).toHaveLength(1);
  });

  it('is still read where the disk is full, and the reader is told once', async () => {
    const { dataFolder } = await filled();
    const full = (file: string) => {
      const db = openCacheFile(file);
      // As little room as the database has now.
      db.exec('PRAGMA max_page_count = 1');
      return db;
    };
    const { cache, told } = open(dataFolder, { sketchVersion: 3, open: full });
    for (let i = 0; i < 3; i++) {
      cache.putBody(`k${i}`, 'Body.'.repeat(20_000));
      cache.flush();
    }
    expect(told.notices.map((notice) => notice?.code)).toEqual(['cache-unwritable']);
    expect(cache.body('k0')).toBeNull();
    expect(cache.body(contentKey('aa', 'a.txt'))).toBe('{"text":"A."}');
    expect(cache.entries()).toHaveLength(2);
  });
});

describe('caches of libraries that nobody opens any more', () => {
  it('go when another is opened, after ninety days', async () => {
    const { dataFolder } = await filled();
    const folder = join(dataFolder, 'caches');
    await mkdir(folder, { recursive: true });
    const names = ['0000000000000001.db', '0000000000000001.db-wal', '0000000000000002.db', 'notes.txt'];
    for (const name of names) await writeFile(join(folder, name), 'x');
    const age = (name: string, days: number) => {
      const then = Date.now() / 1000 - days * 86_400;
      utimesSync(join(folder, name), then, then);
    };
    for (const name of names) age(name, 91);
    age('0000000000000002.db', 89);
    open(dataFolder);
    const left = readdirSync(folder).filter((name) => /^0|^n/.test(name));
    expect(left.sort()).toEqual(['0000000000000002.db', 'notes.txt']);
  });
});

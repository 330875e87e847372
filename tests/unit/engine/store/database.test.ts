import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase, type Opened } from '../../../../electron/engine/store/database.ts';
import { StoreDamaged, StoreNewer } from '../../../../electron/engine/store/problems.ts';

const FIRST = 'CREATE TABLE note (text TEXT NOT NULL) STRICT';
const SECOND = "ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT 'unknown'";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-store-'));
  file = path.join(folder, 'data', 'synoptic.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const files = async () => (await readdir(path.dirname(file))).sort();
const notes = ({ db }: Pick<Opened, 'db'>) =>
  db
    .prepare('SELECT * FROM note')
    .all()
    .map((row) => ({ ...row }));
const pragma = ({ db }: Opened, name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];

/** What `work` makes of the file, which is closed then. */
function using<T>(migrations: readonly string[], work: (opened: Opened) => T): T {
  const opened = openDatabase(file, migrations);
  try {
    return work(opened);
  } finally {
    opened.db.close();
  }
}

const write = (text: string) => (opened: Opened) =>
  opened.db.prepare('INSERT INTO note (text) VALUES (?)').run(text);

/** Writes more than fits on one page of the file. */
const fill = ({ db }: Opened) =>
  db.exec(`
    WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 500)
    INSERT INTO note (text) SELECT 'note ' || n FROM number`);

describe('a new file', () => {
  test('is made with its folder, and is of the newest version', () => {
    expect(using([FIRST, SECOND], (opened) => pragma(opened, 'user_version'))).toBe(2);
  });

  test.skipIf(process.platform === 'win32')('is in a folder that is the reader’s alone', async () => {
    using([FIRST], () => undefined);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
  });

  test('is written so that what is committed is on the disk', () => {
    using([FIRST], (opened) => {
      expect(pragma(opened, 'journal_mode')).toBe('wal');
      expect(pragma(opened, 'synchronous')).toBe(2);
      expect(pragma(opened, 'foreign_keys')).toBe(1);
    });
  });

  test('is whole when it has its name, and leaves nothing else', async () => {
    using([FIRST], () => undefined);
    expect(await files()).toEqual(['synoptic.db']);
    expect((await stat(file)).nlink).toBe(1);
  });

  test('is rid of what a process that was ended left beside it', async () => {
    using([FIRST], () => undefined);
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(path.join(path.dirname(file), `synoptic.${pid}.new.db`), 'cut short');
    using([FIRST], () => undefined);
    expect(await files()).toEqual(['synoptic.db']);
  });

  test('says nothing on the terminal', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    using([FIRST], () => undefined);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe('a file of an older version', () => {
  test('is brought to the newest with all that is in it, after a copy', async () => {
    using([FIRST], write('kept'));
    using([FIRST, SECOND], (opened) => {
      expect(notes(opened)).toEqual([{ text: 'kept', author: 'unknown' }]);
      expect(pragma(opened, 'user_version')).toBe(2);
    });
    expect(await files()).toEqual(['synoptic.db', 'synoptic.v1.db']);
    const copy = new DatabaseSync(path.join(path.dirname(file), 'synoptic.v1.db'));
    expect(notes({ db: copy })).toEqual([{ text: 'kept' }]);
    copy.close();
  });

  test('stays as it was when a step fails, however many came before', async () => {
    using([FIRST], write('kept'));
    expect(() => openDatabase(file, [FIRST, SECOND, 'CREATE TABLE note (again)'])).toThrow(/already exists/);
    using([FIRST], (opened) => {
      expect(notes(opened)).toEqual([{ text: 'kept' }]);
      expect(opened).toMatchObject({ writable: true, problem: null });
    });
    expect(await files()).not.toContainEqual(expect.stringContaining('.new'));
  });

  test('leaves no draft of a copy that was cut short, and those of others that are at it', async () => {
    using([FIRST], write('early'));
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const names = [`${dead}.new`, `${dead}.new-journal`, `${process.ppid}.new`, `${process.pid}.new`];
    for (const name of names) await writeFile(path.join(path.dirname(file), `synoptic.v1.${name}`), 'half');
    using([FIRST, SECOND], () => undefined);
    expect(await files()).toEqual(
      ['synoptic.db', `synoptic.v1.${process.ppid}.new`, 'synoptic.v1.db'].sort(),
    );
  });

  test('has a copy that takes the place of one from an attempt before', async () => {
    using([FIRST], write('early'));
    expect(() => openDatabase(file, [FIRST, 'no SQL'])).toThrow();
    using([FIRST], write('late'));
    using([FIRST, SECOND], () => undefined);
    const copy = new DatabaseSync(path.join(path.dirname(file), 'synoptic.v1.db'));
    expect(notes({ db: copy })).toEqual([{ text: 'early' }, { text: 'late' }]);
    copy.close();
  });
});

describe('a file of a newer version', () => {
  test('is read, and cannot be written to', () => {
    using([FIRST, SECOND], write('newer'));
    using([FIRST], (opened) => {
      expect(opened.writable).toBe(false);
      expect(opened.problem).toBeInstanceOf(StoreNewer);
      expect(notes(opened)).toEqual([{ text: 'newer', author: 'unknown' }]);
      expect(() => write('older')(opened)).toThrow(/readonly/);
    });
    using([FIRST, SECOND], (opened) => expect(notes(opened)).toHaveLength(1));
  });
});

describe('a damaged file', () => {
  test.each([
    ['is no database', () => Buffer.from('These are not the bytes of a database. '.repeat(200))],
    ['has a page that is overwritten', (bytes: Buffer) => bytes.fill(0xaa, 4096, 8192)],
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, 6000)],
  ])('which %s is set aside as it is, and a new one begun', async (_what, damage) => {
    using([FIRST], fill);
    const damaged = damage(await readFile(file));
    await writeFile(file, damaged);

    using([FIRST], (opened) => {
      expect(opened.writable).toBe(true);
      expect(opened.problem).toBeInstanceOf(StoreDamaged);
      expect(notes(opened)).toEqual([]);
      write('new')(opened);
    });
    const aside = (await files()).find((name) => name.includes('damaged')) ?? '';
    expect(aside).toMatch(/^synoptic\.damaged-\d{8}T\d{9}Z\.db$/);
    expect(await readFile(path.join(path.dirname(file), aside))).toEqual(damaged);
    using([FIRST], (opened) => {
      expect(opened.problem).toBeNull();
      expect(notes(opened)).toEqual([{ text: 'new' }]);
    });
  });

  test('keeps what had only come into its log', async () => {
    using([FIRST], fill);
    const live = openDatabase(file, [FIRST]);
    write('only in the log')(live);
    const [before, log] = [await readFile(file), await readFile(`${file}-wal`)];
    live.db.close();
    expect(before.includes('only in the log')).toBe(false);
    await writeFile(file, before.fill(0xaa, 0, 4096));
    await writeFile(`${file}-wal`, log);

    using([FIRST], (opened) => expect(notes(opened)).toEqual([]));
    const aside = (await files()).filter((name) => name.includes('damaged'));
    const kept = await Promise.all(aside.map((name) => readFile(path.join(path.dirname(file), name))));
    expect(Buffer.concat(kept).includes('only in the log')).toBe(true);
  });
});

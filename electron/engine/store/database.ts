import { mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { removeDrafts } from './drafts.ts';
import { APPLICATION, MIGRATIONS } from './migrations.ts';
import { StoreFull, StoreNewer, StoreReadOnly, type StoreProblem } from './problems.ts';
import { begin, leftRecovery, readableCopy, recover } from './recovery.ts';
import { damage, openFile, saysBusy, saysDamaged, saysNoRoom, saysReadOnly, transact } from './sqlite.ts';

export interface Opened {
  readonly db: DatabaseSync;
  /** False of a file that may only be read; of a newer version's, not all of it may be understood. */
  readonly writable: boolean;
  readonly problem: StoreProblem | null;
}

/** Two that make the file at one time may find it locked in a moment that SQLite does not wait for. */
const ATTEMPTS = 5;
/** More versions than there will be. */
const MOST_VERSIONS = 10_000;

/**
 * Opens the store's database, checks it and brings it to the newest version, after a copy of the old one. A file
 * that is damaged is set aside, and a new one made of what can be read in it. One that cannot be written to is read.
 *
 * @param file absolute path; made, with its folder, where there is none
 * @throws where the file can be neither used nor set aside.
 */
export function openDatabase(file: string, migrations: readonly string[] = MIGRATIONS): Opened {
  const prepareDraft = (draft: string) => {
    const db = openFile(draft);
    try {
      prepare(db, draft, migrations);
      return db;
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  };
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    removeDrafts(file);
    if (!leftRecovery(file)) {
      begin(file, prepareDraft);
      return checked(file, migrations);
    }
  } catch (thrown) {
    if (isFile(file)) {
      const options = { cause: thrown };
      if (saysReadOnly(thrown)) return onlyRead(file, migrations, new StoreReadOnly(options));
      if (saysNoRoom(thrown)) return onlyRead(file, migrations, new StoreFull(options));
    }
    if (!saysDamaged(thrown)) throw thrown;
  }
  const problem = recover(file, {
    // Another Synoptic may have done it meanwhile.
    sound: () => {
      checked(file, migrations).db.close();
    },
    prepare: prepareDraft,
  });
  const opened = checked(file, migrations);
  return problem ? { ...opened, problem } : opened;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function onlyRead(file: string, migrations: readonly string[], problem: StoreProblem): Opened {
  const db = readableCopy(file, (copy) => migrate(copy, migrations));
  return { db, writable: false, problem };
}

function checked(file: string, migrations: readonly string[]): Opened {
  // SQLite would take it for a new one, and drop the log that may be beside it.
  if (isFile(file) && statSync(file).size === 0) throw damage('The database was emptied.');
  for (let attempt = 1; ; attempt += 1) {
    const db = openFile(file);
    try {
      if (prepare(db, file, migrations)) return { db, writable: true, problem: null };
    } catch (thrown) {
      db.close();
      if (saysBusy(thrown) && attempt < ATTEMPTS) continue;
      throw thrown;
    }
    db.close();
    return { db: openFile(file, { readOnly: true }), writable: false, problem: new StoreNewer() };
  }
}

/** False of a newer version, which is then as it was. */
function prepare(db: DatabaseSync, file: string, migrations: readonly string[]): boolean {
  checkIntegrity(db);
  const version = versionOf(db);
  if (version > migrations.length) return false;
  // A commit is on the disk before it is acknowledged. Not every disk can have a log beside the file; then it
  // is SQLite's older way, as safe and slower.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON');
  // What the reader deletes is gone from the file, too, and is not taken for something when that is damaged.
  db.exec('PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
  if (version < migrations.length) {
    if (version > 0) backUp(db, file, version);
    migrate(db, migrations);
  }
  return true;
}

function checkIntegrity(db: DatabaseSync): void {
  const result = db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
  if (result !== 'ok') throw damage('The database is damaged.');
  const version = versionOf(db);
  const application = Number(db.prepare('PRAGMA application_id').get()?.['application_id']);
  const tables = Number(db.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count']);
  const foreign = application !== 0 && application !== APPLICATION;
  if (foreign || version < 0 || version > MOST_VERSIONS || (version === 0) !== (tables === 0))
    throw damage('The database is not Synoptic’s.');
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** `synoptic.v1.db` beside the file: of each version the last copy, which is whole once it has its name. */
function backUp(db: DatabaseSync, file: string, version: number): void {
  const { dir, name, ext } = path.parse(file);
  const draft = path.join(dir, `${name}.v${version}.${process.pid}.new`);
  db.prepare('VACUUM INTO ?').run(draft);
  renameSync(draft, path.join(dir, `${name}.v${version}${ext}`));
}

/** All or nothing; another process may do the same at the same time. */
function migrate(db: DatabaseSync, migrations: readonly string[]): void {
  transact(db, () => {
    const version = versionOf(db);
    if (version >= migrations.length) return;
    for (const statements of migrations.slice(version)) db.exec(statements);
    db.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';
import { StoreDamaged, StoreNewer, type StoreProblem } from './problems.ts';
import { setAside } from './set-aside.ts';
import { openFile, saysBusy, saysDamaged } from './sqlite.ts';

export interface Opened {
  readonly db: DatabaseSync;
  /** False of a newer version's file: it may only be read, and not all of it may be understood. */
  readonly writable: boolean;
  readonly problem: StoreProblem | null;
}

/** Two that make the file at one time may find it locked in a moment that SQLite does not wait for. */
const ATTEMPTS = 5;

/**
 * Opens the store's database, checks it and brings it to the newest version, after a copy of the old one. A file
 * that is damaged is set aside, and a new one begun.
 *
 * @param file absolute path; made, with its folder, where there is none
 * @throws where the file can be neither used nor set aside.
 */
export function openDatabase(file: string, migrations: readonly string[] = MIGRATIONS): Opened {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    return checked(file, migrations);
  } catch (thrown) {
    if (!saysDamaged(thrown)) throw thrown;
  }
  try {
    // Another Synoptic may have set it aside meanwhile.
    return checked(file, migrations);
  } catch (cause) {
    if (!saysDamaged(cause)) throw cause;
    const problem = new StoreDamaged(setAside(file), { cause });
    return { ...checked(file, migrations), problem };
  }
}

function checked(file: string, migrations: readonly string[]): Opened {
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
  db.exec('PRAGMA foreign_keys = ON');
  if (version < migrations.length) {
    if (version > 0) backUp(db, file, version);
    migrate(db, migrations);
  }
  return true;
}

function checkIntegrity(db: DatabaseSync): void {
  const result = db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
  // As SQLite itself says it when it comes upon the damage.
  if (result !== 'ok') throw Object.assign(new Error('The database is damaged.'), { errcode: 11 });
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** `synoptic.v1.db` beside the file: of each version the last copy, which is whole once it has its name. */
function backUp(db: DatabaseSync, file: string, version: number): void {
  const { dir, name, ext } = path.parse(file);
  const draft = path.join(dir, `${name}.v${version}.${process.pid}.new`);
  rmSync(draft, { force: true });
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

/** Commits what `work` writes, or, when it throws, none of it. No other process writes meanwhile. */
export function transact<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (thrown) {
    // SQLite itself has done so after some errors.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}

import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { removeDrafts } from './drafts.ts';
import { StoreDamaged } from './problems.ts';
import { findIn, restore, type Salvaged } from './salvage/salvage.ts';
import { setAside } from './set-aside.ts';
import { openFile, saysBusy, saysDamaged, saysLost, transact } from './sqlite.ts';

interface Means {
  /** @throws what `saysDamaged` knows while the file is damaged */
  readonly sound: () => void;
  /** Makes an empty database of the newest version. */
  readonly prepare: (file: string) => DatabaseSync;
}

/** Waiting for another Synoptic that does the same; each attempt takes SQLite's own time of waiting. */
const ATTEMPTS = 12;

/** A recovery came to its end but for the last step: the file has been set aside, what takes its place has not. */
export function leftRecovery(file: string): boolean {
  return !existsSync(file) && existsSync(recovered(file));
}

/**
 * Makes the file where there is none. It is whole from the first, so that one of no bytes is known to have been
 * emptied.
 */
export function begin(file: string, prepare: Means['prepare']): void {
  if (existsSync(file)) return;
  const draft = drafted(file, prepare);
  try {
    // Unlike another name, a second one is not given where somebody else has been quicker.
    linkSync(draft, file);
  } catch {
    // Or where the disk knows no second names.
    if (!existsSync(file)) renameSync(draft, file);
  }
  rmSync(draft, { force: true });
}

/**
 * Sets a damaged file aside and puts a new one in its place, made of what can be read in it. Whenever this is cut
 * short, the next start does the rest: the new file is whole before the old one gives way.
 *
 * @returns null where it was sound after all
 * @throws where the file cannot be set aside, or the new one not be written
 */
export function recover(file: string, { sound, prepare }: Means): StoreDamaged | null {
  return alone(file, () => {
    if (leftRecovery(file)) {
      setAside(file);
      renameSync(recovered(file), file);
      return null;
    }
    try {
      sound();
      return null;
    } catch (cause) {
      if (!saysDamaged(cause)) throw cause;
      const salvaged = makeAnew(file, prepare);
      const aside = setAside(file);
      renameSync(recovered(file), file);
      return new StoreDamaged(aside, salvaged, { cause });
    }
  });
}

/** A database in memory with what can be read of a file that cannot be opened where it is. */
export function readableCopy(file: string, migrate: (db: DatabaseSync) => void): DatabaseSync {
  const db = openFile(':memory:');
  migrate(db);
  transact(db, () => restore(db, findIn(file), file));
  return db;
}

const recovered = (file: string): string => beside(file, 'recovered');

function beside(file: string, what: string): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}.${what}${ext}`);
}

/** Null where nothing could be made of what was found: it stays in the file that is set aside. */
function makeAnew(file: string, prepare: Means['prepare']): Salvaged | null {
  const found = findIn(file);
  let salvaged: Salvaged | null = null;
  const draft = drafted(file, (name) => {
    const db = prepare(name);
    try {
      salvaged = transact(db, () => restore(db, found, file));
    } catch {
      // An empty file is better than none.
    }
    return db;
  });
  renameSync(draft, recovered(file));
  return salvaged;
}

/** Makes a whole database beside the file, or nothing; returns its name. */
function drafted(file: string, make: Means['prepare']): string {
  const draft = beside(file, `${process.pid}.new`);
  try {
    const db = make(draft);
    // One file, which can be given another name.
    db.exec('PRAGMA journal_mode = DELETE');
    db.close();
    return draft;
  } catch (thrown) {
    removeDrafts(file);
    throw thrown;
  }
}

/** Does `work` while no other process does the same. */
function alone<T>(file: string, work: () => T): T {
  const lock = beside(file, 'lock');
  const db = locked(lock);
  try {
    return work();
  } finally {
    // Ends the transaction, too, as the end of the process would.
    db.close();
    removeIfEmpty(lock);
  }
}

function locked(lock: string): DatabaseSync {
  for (let attempt = 1; ; attempt += 1) {
    const db = openFile(lock);
    try {
      db.exec('BEGIN EXCLUSIVE');
      return db;
    } catch (thrown) {
      db.close();
      // Whoever had it has removed it, perhaps: then there is another to be had.
      if (!(saysBusy(thrown) || saysLost(thrown)) || attempt === ATTEMPTS) throw thrown;
    }
  }
}

function removeIfEmpty(lock: string): void {
  try {
    if (statSync(lock).size === 0) rmSync(lock, { force: true });
  } catch {
    // Another one has it, or has removed it.
  }
}

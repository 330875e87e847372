import type * as Sqlite from 'node:sqlite';

/** How long one waits for another Synoptic on the same file, in ms: writes take a few. */
const BUSY_MS = 5000;

/** SQLite's result codes, without what extends them: https://www.sqlite.org/rescode.html */
const RESULT = {
  busy: 5,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/**
 * Opens a database file; it is made where there is none, unless it is only to be read.
 *
 * @throws where it cannot be opened, or where this Node has no SQLite.
 */
export function openFile(file: string, { readOnly = false } = {}): Sqlite.DatabaseSync {
  const { DatabaseSync } = sqlite();
  return new DatabaseSync(file, { readOnly, timeout: BUSY_MS });
}

/** The file is none of SQLite's, or is damaged. */
export function saysDamaged(thrown: unknown): boolean {
  const result = resultOf(thrown);
  return result === RESULT.corrupt || result === RESULT.notADatabase;
}

/** Another process has the file, and had it all the time that one waits. */
export function saysBusy(thrown: unknown): boolean {
  return resultOf(thrown) === RESULT.busy;
}

/** The file cannot be got at, for one because it has been removed since it was opened. */
export function saysLost(thrown: unknown): boolean {
  return resultOf(thrown) === RESULT.io;
}

/** As SQLite itself says it when it comes upon the damage. */
export function damage(message: string): Error {
  return Object.assign(new Error(message), { errcode: RESULT.corrupt });
}

/** The file, or its folder, cannot be written to; or cannot be opened at all. */
export function saysReadOnly(thrown: unknown): boolean {
  const result = resultOf(thrown);
  return result === RESULT.readOnly || result === RESULT.cannotOpen;
}

/** There is no room left for what was to be written. */
export function saysFull(thrown: unknown): boolean {
  return resultOf(thrown) === RESULT.full;
}

/** There is no room, or the disk fails: of what it shares between processes, SQLite does not tell which. */
export function saysNoRoom(thrown: unknown): boolean {
  return saysFull(thrown) || saysLost(thrown);
}

function resultOf(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) return null;
  return typeof thrown.errcode === 'number' ? thrown.errcode & 0xff : null;
}

/** Commits what `work` writes, or, when it throws, none of it. No other process writes meanwhile. */
export function transact<T>(db: Sqlite.DatabaseSync, work: () => T): T {
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

/** Node's own module: asked for only when it is needed, since the oldest Node that runs Synoptic has none. */
function sqlite(): typeof Sqlite {
  const module = quietly(() => process.getBuiltinModule('node:sqlite') as typeof Sqlite | undefined);
  if (!module) throw new Error('This version of Node has no SQLite.');
  return module;
}

/**
 * Some versions warn on the terminal, as the module is loaded, that SQLite is an experiment. That is no
 * concern of who reads; every other warning is passed on.
 */
function quietly<T>(load: () => T): T {
  const warn = process.emitWarning;
  process.emitWarning = ((...given: Parameters<typeof warn>) => {
    const [warning, type] = given as readonly unknown[];
    if (type === 'ExperimentalWarning' && String(warning).startsWith('SQLite')) return;
    warn.apply(process, given);
  }) as typeof warn;
  try {
    return load();
  } finally {
    process.emitWarning = warn;
  }
}

import { createHash } from 'node:crypto';
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openFile, saysBusy, saysDamaged } from '../../store/sqlite.ts';
import { CACHE_VERSION, TABLES } from './schema.ts';

/** A cache is not worth waiting for: what another Synoptic holds up is written with the next. */
const BUSY_MS = 250;
/** Two that make the file at one time may find it locked in a moment that SQLite does not wait for. */
const ATTEMPTS = 5;
const FORGOTTEN_MS = 90 * 24 * 3_600_000;
const COMPANIONS = ['', '-wal', '-shm', '-journal'] as const;

/**
 * Where the cache of a library is.
 *
 * @param root the library's folder as a real path.
 */
export function cacheFileOf(dataFolder: string, root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return join(dataFolder, 'caches', `${name}.db`);
}

export function removeCacheFile(file: string): void {
  for (const end of COMPANIONS) rmSync(file + end, { force: true });
}

/**
 * Opens a cache, which is made where there is none, and made anew where it is damaged or of another version.
 *
 * @param file an absolute path, or ':memory:'.
 * @throws where it can be neither used nor made.
 */
export function openCacheFile(file: string): DatabaseSync {
  if (file === ':memory:') return opened(file);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // The files that SQLite puts beside it get its mode.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  for (let attempt = 1; ; attempt++) {
    try {
      return opened(file);
    } catch (thrown) {
      if (attempt >= ATTEMPTS) throw thrown;
      if (thrown instanceof OtherVersion || saysDamaged(thrown)) removeCacheFile(file);
      else if (!saysBusy(thrown)) throw thrown;
    }
  }
}

class OtherVersion extends Error {
  override readonly name = 'OtherVersion';
}

function opened(file: string): DatabaseSync {
  const db = openFile(file);
  try {
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version !== 0 && version !== CACHE_VERSION) throw new OtherVersion('A cache of another version.');
    // Texts are longer than SQLite's usual pages, of which the last would be half empty.
    if (version === 0) db.exec('PRAGMA page_size = 16384');
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16777216');
    if (version === 0) {
      db.exec(`BEGIN IMMEDIATE; ${TABLES} PRAGMA user_version = ${CACHE_VERSION}; COMMIT`);
    }
    db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('opened_at', ?)").run(
      new Date().toISOString(),
    );
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/**
 * Removes caches beside this one whose libraries were not opened for ninety days: each opening writes to the
 * file. Whoever opens such a library after all waits a little longer.
 */
export function removeForgotten(file: string, now = Date.now()): void {
  const folder = dirname(file);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.db'))) {
    const other = join(folder, name);
    try {
      const last = Math.max(...COMPANIONS.map((end) => modifiedAt(other + end)));
      if (other !== file && now - last > FORGOTTEN_MS && now - openedAt(other) > FORGOTTEN_MS) {
        removeCacheFile(other);
      }
    } catch {
      // Another Synoptic may be removing it, too.
    }
  }
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Milliseconds since 1970; 0 where the cache does not say. */
function openedAt(file: string): number {
  try {
    const db = openFile(file, { readOnly: true });
    try {
      const row = db.prepare("SELECT value FROM meta WHERE key = 'opened_at'").get();
      return Date.parse(String(row?.['value'])) || 0;
    } finally {
      db.close();
    }
  } catch {
    return 0;
  }
}

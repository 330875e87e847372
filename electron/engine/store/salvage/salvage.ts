import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pagesOf, rowsIn } from './pages.ts';
import { nothingFound, sort, type Found } from './tables.ts';

/** How many of what could be read of a damaged file. */
export interface Salvaged {
  readonly highlights: number;
  readonly tags: number;
  readonly stars: number;
  readonly reads: number;
  readonly corrections: number;
  readonly stories: number;
  /** Of the corrections, that they come from an older copy of the file: nothing was left of them in it. */
  readonly older: boolean;
}

/**
 * Reads what can be read of a damaged file and its log, without SQLite, which gives up at the first fault.
 * Whatever the files hold, it does not throw.
 */
export function findIn(file: string): Found {
  const found = nothingFound();
  const [bytes, log] = [contentOf(file), contentOf(`${file}-wal`)];
  if (bytes.length === 0 && log.length === 0) return found;
  const { pages, beyond } = pagesOf(bytes, log);
  for (const row of rowsIn(pages)) sort(row, found);
  for (const row of rowsIn(beyond, new Map([...pages, ...beyond]))) sort(row, found);
  return found;
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * Writes what was found into a new database, within the caller's transaction. Where nothing at all is left of the
 * corrections, those of the last copy that was made before a new version are taken.
 *
 * @param file the damaged one, beside which the copies are
 */
export function restore(db: DatabaseSync, found: Found, file: string): Salvaged {
  const none = found.dismissed.size === 0 && found.dates.size === 0;
  const older = none && addCorrectionsOf(found, file);
  const libraries = writeLibraries(db, found);
  const own = (old: number): number => libraries.get(old) ?? 0;
  const run = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: (string | number | null)[]) => Number(statement.run(...values).changes);
  };

  const place = run('INSERT OR IGNORE INTO article (library, id, path, content_hash) VALUES (?, ?, ?, ?)');
  for (const [library, ...rest] of found.places.values()) place(own(library), ...rest);
  const date = run(
    'INSERT OR IGNORE INTO corrected_date (library, article, date, made_at) VALUES (?, ?, ?, ?)',
  );
  let corrections = 0;
  for (const [library, ...rest] of found.dates.values()) corrections += date(own(library), ...rest);
  corrections += writeDismissals(db, found, own);

  const article = run(
    `INSERT OR IGNORE INTO annotated (library, article, starred, read, path, title, content_hash, parser)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let [stars, reads] = [0, 0];
  for (const [library, id, starred, read, ...rest] of found.annotated.values()) {
    article(own(library), id, starred, read, ...rest);
    stars += starred;
    reads += read;
  }
  // Of an article whose own row is lost, it is not known where it was; its tags and highlights are.
  const unknown = (library: number, id: string) => article(own(library), id, 0, 0, '', '', '', '');
  const tag = run('INSERT OR IGNORE INTO tagged (library, article, key, tag) VALUES (?, ?, ?, ?)');
  for (const [library, id, ...rest] of found.tagged.values()) {
    unknown(library, id);
    tag(own(library), id, ...rest);
  }
  const highlight = run(
    `INSERT OR IGNORE INTO highlight
     (library, article, id, sentence, position, made_at, changed_at, exact, prefix, suffix, former, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [library, id, ...rest] of found.highlights.values()) {
    unknown(library, id);
    highlight(own(library), id, ...rest);
  }
  const story = run('INSERT INTO story_correction (library, kind, articles) VALUES (?, ?, ?)');
  for (const [library, ...rest] of found.stories.values()) story(own(library), ...rest);
  return {
    highlights: found.highlights.size,
    tags: found.tagged.size,
    stars,
    reads,
    corrections,
    stories: found.stories.size,
    older: older && corrections > 0,
  };
}

/** A library whose folder is lost has no path: it is known again by its articles. */
function writeLibraries(db: DatabaseSync, found: Found): Map<number, number> {
  const rows = [
    ...found.places.values(),
    ...found.dates.values(),
    ...found.dismissals.values(),
    ...found.annotated.values(),
    ...found.tagged.values(),
    ...found.highlights.values(),
    ...found.stories.values(),
  ];
  const numbers = new Set([...found.libraries.keys(), ...rows.map(([library]) => library)]);
  const add = db.prepare(
    `INSERT INTO library (path, inode) VALUES (?, ?)
     ON CONFLICT (path) DO UPDATE SET inode = coalesce(inode, excluded.inode) RETURNING id`,
  );
  return new Map(
    [...numbers].map((number) => {
      const known = found.libraries.get(number);
      const row = add.get(known?.path ?? `lost:${number}:${Date.now()}`, known?.inode ?? null);
      return [number, Number(row?.['id'])];
    }),
  );
}

function writeDismissals(db: DatabaseSync, found: Found, own: (old: number) => number): number {
  const add = db.prepare('INSERT INTO dismissal (library, kind, made_at) VALUES (?, ?, ?)');
  const name = db.prepare(
    `INSERT INTO dismissed_sentence (dismissal, position, sentence, span_start, span_end)
     VALUES (?, ?, ?, ?, ?)`,
  );
  const named = Map.groupBy(found.dismissed.values(), ([dismissal]) => dismissal);
  let count = 0;
  for (const [id, [library, kind, madeAt]] of found.dismissals) {
    const sentences = (named.get(id) ?? []).sort(([, a], [, b]) => a - b);
    // With a part of its sentences it would put aside more than the reader did.
    if (sentences.length === 0 || sentences.some(([, position], index) => position !== index)) continue;
    const { lastInsertRowid } = add.run(own(library), kind, madeAt);
    for (const [, ...rest] of sentences) name.run(lastInsertRowid, ...rest);
    count += 1;
  }
  return count;
}

/** `synoptic.v1.db`: whether there is one that has something. */
function addCorrectionsOf(found: Found, file: string): boolean {
  const { dir, name, ext } = path.parse(file);
  const before = `${name}.v`;
  const copies = namesIn(dir)
    .filter(
      (each) =>
        each.startsWith(before) &&
        each.endsWith(ext) &&
        /^\d+$/u.test(each.slice(before.length, -ext.length)),
    )
    .sort((a, b) => Number.parseInt(b.slice(before.length)) - Number.parseInt(a.slice(before.length)));
  for (const copy of copies) {
    const older = findIn(path.join(dir, copy));
    if (older.dates.size + older.dismissed.size === 0) continue;
    // Its libraries may have other numbers than those of the damaged file.
    const shift = 1_000_000_000;
    const byPath = new Map([...found.libraries].map(([number, { path: at }]) => [at, number]));
    const own = (number: number) => {
      const known = older.libraries.get(number);
      const same = known && byPath.get(known.path);
      if (same !== undefined) return same;
      if (known) found.libraries.set(number + shift, known);
      return number + shift;
    };
    for (const [key, [library, ...rest]] of older.places)
      found.places.set(`old ${key}`, [own(library), ...rest]);
    for (const [key, [library, ...rest]] of older.dates)
      found.dates.set(`old ${key}`, [own(library), ...rest]);
    for (const [id, [library, ...rest]] of older.dismissals)
      found.dismissals.set(id + shift, [own(library), ...rest]);
    for (const [key, [dismissal, ...rest]] of older.dismissed)
      found.dismissed.set(`old ${key}`, [dismissal + shift, ...rest]);
    return true;
  }
  return false;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

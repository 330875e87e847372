import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { ArticleId, Corrections, Dismissal } from '../../api/index.ts';
import { dateCorrection, dismissal } from '../../api/schemas.ts';
import { articlesIn, dismissalKey } from './corrections.ts';
import type { Place, Places } from './places.ts';

/** The corrections of libraries as rows. Each function is one step of a transaction or a read of its own. */

type Row = Readonly<Record<string, unknown>>;

/** The corrections of a library as the file has them. */
export interface Kept {
  /** In the order in which they were made. What this version does not understand is left out, and left alone. */
  readonly corrections: Corrections;
  /** The row of each dismissal, by its key. */
  readonly rows: ReadonlyMap<string, number>;
}

export function readCorrections(db: DatabaseSync, library: number): Kept {
  const dismissals = readDismissals(db, library);
  return {
    corrections: {
      dismissed: dismissals.map(({ dismissal }) => dismissal),
      dates: readDates(db, library),
    },
    rows: new Map(dismissals.map(({ id, dismissal }) => [dismissalKey(dismissal), id])),
  };
}

function readDates(db: DatabaseSync, library: number): Corrections['dates'] {
  return db
    .prepare(
      'SELECT article AS articleId, date FROM corrected_date WHERE library = ? ORDER BY made_at, article',
    )
    .all(library)
    .flatMap((row) => {
      const { success, output } = v.safeParse(dateCorrection, { ...row });
      return success && output.date !== null ? [{ articleId: output.articleId, date: output.date }] : [];
    });
}

function readDismissals(db: DatabaseSync, library: number): { id: number; dismissal: Dismissal }[] {
  const rows: readonly Row[] = db
    .prepare(
      `SELECT id, kind, sentence, span_start, span_end FROM dismissal JOIN dismissed_sentence ON dismissal = id
       WHERE library = ? ORDER BY id, position`,
    )
    .all(library);
  const found = new Map<number, { kind: unknown; sentenceIds: unknown[]; spans?: unknown[] }>();
  for (const { id, kind, sentence, span_start: start, span_end: end } of rows) {
    const known = found.get(Number(id)) ?? { kind, sentenceIds: [] };
    known.sentenceIds.push(sentence);
    if (start !== null && end !== null) (known.spans ??= []).push({ start, end });
    found.set(Number(id), known);
  }
  return [...found].flatMap(([id, each]) => {
    const { success, output } = v.safeParse(dismissal, each);
    return success ? [{ id, dismissal: output }] : [];
  });
}

/** Writes what differs. `now` is when, as an ISO 8601 date-time. */
export function writeCorrections(
  db: DatabaseSync,
  library: number,
  before: Kept,
  wanted: Corrections,
  now: string,
): void {
  writeDates(db, library, before.corrections.dates, wanted.dates, now);
  writeDismissals(db, library, before.rows, wanted.dismissed, now);
}

function writeDates(
  db: DatabaseSync,
  library: number,
  before: Corrections['dates'],
  wanted: Corrections['dates'],
  now: string,
): void {
  const missing = new Map(wanted.map(({ articleId, date }) => [articleId, date]));
  const remove = db.prepare('DELETE FROM corrected_date WHERE library = ? AND article = ?');
  for (const { articleId, date } of before) {
    if (missing.get(articleId) === date) missing.delete(articleId);
    else remove.run(library, articleId);
  }
  const add = db.prepare(
    'INSERT OR REPLACE INTO corrected_date (library, article, date, made_at) VALUES (?, ?, ?, ?)',
  );
  for (const [article, date] of missing) add.run(library, article, date, now);
}

function writeDismissals(
  db: DatabaseSync,
  library: number,
  before: Kept['rows'],
  wanted: readonly Dismissal[],
  now: string,
): void {
  const missing = new Map(wanted.map((each) => [dismissalKey(each), each]));
  const remove = db.prepare('DELETE FROM dismissal WHERE id = ?');
  for (const [key, id] of before) if (!missing.delete(key)) remove.run(id);
  const add = db.prepare('INSERT INTO dismissal (library, kind, made_at) VALUES (?, ?, ?)');
  const name = db.prepare(
    `INSERT INTO dismissed_sentence (dismissal, position, sentence, span_start, span_end)
     VALUES (?, ?, ?, ?, ?)`,
  );
  for (const { kind, sentenceIds, spans } of missing.values()) {
    const id = add.run(library, kind, now).lastInsertRowid;
    for (const [position, sentence] of sentenceIds.entries()) {
      const span = spans?.[position];
      name.run(id, position, sentence, span?.start ?? null, span?.end ?? null);
    }
  }
}

export function readPlaces(db: DatabaseSync, library: number): Map<ArticleId, Place> {
  const rows = db
    .prepare('SELECT id, path, content_hash AS contentHash FROM article WHERE library = ?')
    .all(library);
  return new Map(
    rows.map(({ id, path, contentHash }) => [
      id as ArticleId,
      { path: String(path), contentHash: String(contentHash) },
    ]),
  );
}

/** Keeps where the articles of the corrections are; those that are not there now stay where they were seen last. */
export function writePlaces(db: DatabaseSync, library: number, wanted: Corrections, now: Places): void {
  const concerned = articlesIn(wanted);
  const known = readPlaces(db, library);
  const put = db.prepare(
    'INSERT OR REPLACE INTO article (library, id, path, content_hash) VALUES (?, ?, ?, ?)',
  );
  for (const id of concerned) {
    const place = now.get(id);
    const before = known.get(id);
    if (!place || (before?.path === place.path && before.contentHash === place.contentHash)) continue;
    put.run(library, id, place.path, place.contentHash);
  }
  const remove = db.prepare('DELETE FROM article WHERE library = ? AND id = ?');
  for (const id of known.keys()) if (!concerned.has(id)) remove.run(library, id);
}

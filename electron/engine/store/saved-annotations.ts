import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { ArticleId, HighlightId, SentenceId, StoryCorrection } from '../../api/index.ts';
import { storyCorrection } from '../../api/schemas.ts';
import { movedStories, nowCalled, type Move, type Op } from '../annotations/ops.ts';
import { AnnotationState, type KeptHighlight } from '../annotations/state.ts';
import { sentenceMovedTo } from '../documents/ids.ts';
import type { Place } from './places.ts';

/** The annotations of libraries as rows. Each function is one step of a transaction or a read of its own. */

type Row = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const maybe = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export function readAnnotations(db: DatabaseSync, library: number): AnnotationState {
  const state = new AnnotationState();
  const tags = new Map<ArticleId, Map<string, string>>();
  for (const row of db
    .prepare('SELECT article, key, tag FROM tagged WHERE library = ? ORDER BY row')
    .all(library)) {
    const id = row['article'] as ArticleId;
    const known = tags.get(id);
    if (known) known.set(text(row['key']), text(row['tag']));
    else tags.set(id, new Map([[text(row['key']), text(row['tag'])]]));
  }
  for (const row of db.prepare('SELECT * FROM annotated WHERE library = ? ORDER BY row').all(library)) {
    const id = row['article'] as ArticleId;
    state.articles.set(id, {
      path: text(row['path']),
      title: text(row['title']),
      contentHash: text(row['content_hash']),
      parser: text(row['parser']),
      starred: row['starred'] === 1,
      read: row['read'] === 1,
      tags: tags.get(id) ?? new Map<string, string>(),
    });
  }
  for (const row of db.prepare('SELECT * FROM highlight WHERE library = ? ORDER BY row').all(library))
    state.put(highlightOf(row));
  state.stories = readStories(db, library);
  return state;
}

function highlightOf(row: Row): KeptHighlight {
  return {
    id: row['id'] as HighlightId,
    articleId: row['article'] as ArticleId,
    sentenceId: maybe(row['sentence']) as SentenceId | null,
    position: Number(row['position']),
    quote: { exact: text(row['exact']), prefix: text(row['prefix']), suffix: text(row['suffix']) },
    former: maybe(row['former']),
    note: text(row['note']),
    madeAt: text(row['made_at']),
    changedAt: text(row['changed_at']),
  };
}

/** What a newer version may have written and this one does not understand is left out. */
export function readStories(db: DatabaseSync, library: number): StoryCorrection[] {
  return db
    .prepare('SELECT kind, articles FROM story_correction WHERE library = ? ORDER BY row')
    .all(library)
    .flatMap(({ kind, articles }) => {
      const { success, output } = v.safeParse(storyCorrection, { kind, articleIds: listIn(articles) });
      return success ? [output] : [];
    });
}

function listIn(json: unknown): unknown {
  try {
    return JSON.parse(text(json)) as unknown;
  } catch {
    return null;
  }
}

/** Takes the steps on the rows of a library, in their order. */
export function writeOps(db: DatabaseSync, library: number, ops: readonly Op[]): void {
  const statements = statementsOf(db);
  for (const op of ops) writeOp(statements, library, op);
}

function writeOp(on: Statements, library: number, op: Op): void {
  switch (op.kind) {
    case 'seen': {
      const { path, title, contentHash, parser } = op.seen;
      on.run(
        `INSERT INTO annotated (library, article, starred, read, path, title, content_hash, parser)
         VALUES (?1, ?2, 0, 0, ?3, ?4, ?5, ?6) ON CONFLICT (library, article) DO UPDATE
         SET path = ?3, title = ?4, content_hash = ?5, parser = ?6`,
        [library, op.articleId, path, title, contentHash, parser],
      );
      return;
    }
    case 'star':
    case 'read':
      on.run(
        `UPDATE annotated SET ${op.kind === 'star' ? 'starred' : 'read'} = ? WHERE library = ? AND article = ?`,
        [op.on ? 1 : 0, library, op.articleId],
      );
      return;
    case 'tag':
      if (op.tag === null)
        on.run('DELETE FROM tagged WHERE library = ? AND article = ? AND key = ?', [
          library,
          op.articleId,
          op.key,
        ]);
      else
        on.run(
          `INSERT INTO tagged (library, article, key, tag) VALUES (?, ?, ?, ?)
           ON CONFLICT (library, article, key) DO UPDATE SET tag = excluded.tag`,
          [library, op.articleId, op.key, op.tag],
        );
      return;
    case 'highlight':
      writeHighlight(on, library, op.highlight);
      return;
    case 'anchor': {
      const { id, sentenceId, position, quote, former } = op.highlight;
      on.run(
        'UPDATE highlight SET sentence = ?, position = ?, exact = ?, prefix = ?, suffix = ?, former = ? WHERE id = ?',
        [sentenceId, position, quote.exact, quote.prefix, quote.suffix, former, id],
      );
      return;
    }
    case 'remove':
      on.run('DELETE FROM highlight WHERE id = ?', [op.id]);
      return;
    case 'note':
      on.run('UPDATE highlight SET note = ?, changed_at = ? WHERE id = ?', [op.note, op.changedAt, op.id]);
      return;
    case 'stories':
      writeStories(on, library, op.corrections);
      return;
    case 'move':
      writeMoves(on, library, op.moves);
  }
}

function writeHighlight(on: Statements, library: number, each: KeptHighlight): void {
  on.run(
    `INSERT OR REPLACE INTO highlight
     (library, article, id, sentence, position, made_at, changed_at, exact, prefix, suffix, former, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      library,
      each.articleId,
      each.id,
      each.sentenceId,
      each.position,
      each.madeAt,
      each.changedAt,
      each.quote.exact,
      each.quote.prefix,
      each.quote.suffix,
      each.former,
      each.note,
    ],
  );
}

function writeStories(on: Statements, library: number, corrections: readonly StoryCorrection[]): void {
  const known = new Map<string, number>();
  for (const { row, kind, articles } of on.all(
    'SELECT row, kind, articles FROM story_correction WHERE library = ?',
    [library],
  )) {
    // One that this version does not understand is left alone.
    const { success, output } = v.safeParse(storyCorrection, { kind, articleIds: listIn(articles) });
    if (success) known.set(`${output.kind} ${JSON.stringify(output.articleIds)}`, Number(row));
  }
  const missing = corrections.filter(
    ({ kind, articleIds }) => !known.delete(`${kind} ${JSON.stringify(articleIds)}`),
  );
  for (const row of known.values()) on.run('DELETE FROM story_correction WHERE row = ?', [row]);
  for (const { kind, articleIds } of missing)
    on.run('INSERT INTO story_correction (library, kind, articles) VALUES (?, ?, ?)', [
      library,
      kind,
      JSON.stringify(articleIds),
    ]);
}

/** By way of names that no article has: two may have changed names with each other. */
function writeMoves(on: Statements, library: number, moves: readonly Move[]): void {
  const between = (from: ArticleId) => `moving:${from}` as ArticleId;
  for (const table of ['annotated', 'tagged', 'highlight']) {
    const rename = `UPDATE ${table} SET article = ? WHERE library = ? AND article = ?`;
    for (const { from } of moves) on.run(rename, [between(from), library, from]);
    for (const { from, to } of moves) on.run(rename, [to, library, between(from)]);
  }
  for (const { to } of moves)
    for (const { row, sentence } of on.all(
      'SELECT row, sentence FROM highlight WHERE library = ? AND article = ? AND sentence IS NOT NULL',
      [library, to],
    ))
      on.run('UPDATE highlight SET sentence = ? WHERE row = ?', [
        sentenceMovedTo(to, sentence as SentenceId),
        Number(row),
      ]);
  const stories = on
    .all('SELECT kind, articles FROM story_correction WHERE library = ? ORDER BY row', [library])
    .flatMap(({ kind, articles }) => {
      const { success, output } = v.safeParse(storyCorrection, { kind, articleIds: listIn(articles) });
      return success ? [output] : [];
    });
  const moved = movedStories(stories, nowCalled(moves));
  if (moved !== stories) writeStories(on, library, moved);
}

/** Where the articles that something is said of were seen last. */
export function readAnnotatedPlaces(db: DatabaseSync, library: number): Map<ArticleId, Place> {
  const rows = db
    .prepare('SELECT article, path, content_hash AS contentHash FROM annotated WHERE library = ?')
    .all(library);
  return new Map(
    rows.map(({ article, path, contentHash }) => [
      article as ArticleId,
      { path: text(path), contentHash: text(contentHash) },
    ]),
  );
}

/** Takes over what is kept of a library under another number; of what both have, neither is lost. */
export function adoptAnnotations(db: DatabaseSync, from: number, to: number): void {
  db.prepare(
    `UPDATE annotated AS mine SET starred = max(mine.starred, theirs.starred), read = max(mine.read, theirs.read)
     FROM annotated AS theirs WHERE mine.library = ? AND theirs.library = ? AND theirs.article = mine.article`,
  ).run(to, from);
  for (const table of ['annotated', 'tagged', 'highlight', 'story_correction'])
    db.prepare(`UPDATE OR IGNORE ${table} SET library = ? WHERE library = ?`).run(to, from);
}

type Value = string | number | null;

/** Statements that come again and again are prepared once. */
class Statements {
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  run(sql: string, values: readonly Value[]): void {
    this.#get(sql).run(...values);
  }

  all(sql: string, values: readonly Value[]): Row[] {
    return this.#get(sql).all(...values);
  }

  #get(sql: string) {
    const known = this.#prepared.get(sql) ?? this.#db.prepare(sql);
    this.#prepared.set(sql, known);
    return known;
  }
}

const STATEMENTS = new WeakMap<DatabaseSync, Statements>();

function statementsOf(db: DatabaseSync): Statements {
  const known = STATEMENTS.get(db) ?? new Statements(db);
  STATEMENTS.set(db, known);
  return known;
}

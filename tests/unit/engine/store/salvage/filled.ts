import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ArticleId, HighlightId, SentenceId } from '../../../../../electron/api/index.ts';
import type { Op } from '../../../../../electron/engine/annotations/ops.ts';
import { dating, dismissing, type Edit } from '../../../../../electron/engine/store/corrections.ts';
import { Store } from '../../../../../electron/engine/store/store.ts';

export const ROOTS = ['/home/reader/library', '/media/other'] as const;

export const articleId = (number: number) => number.toString(16).padStart(12, '0') as ArticleId;

/** Puts something into every table, some of it longer than a page; leaves some of it in the log if it is not closed. */
export function fill(folder: string, articles = 60): Store {
  const store = new Store({ folder });
  const places = new Map(
    Array.from({ length: articles }, (_, index) => [
      articleId(index),
      { path: `year/${index}.txt`, contentHash: index.toString(16).padStart(64, 'f') },
    ]),
  );
  for (const [library, root] of ROOTS.entries()) {
    const edits = Array.from({ length: Math.ceil(articles / 3) }, (_, index): Edit => {
      const id = articleId(3 * index);
      const sentenceIds = [`${id}.s0123456789`, `${id}.s9876543210-2`] as SentenceId[];
      return (corrections) =>
        dating(id, '2024-02-29')(dismissing({ kind: 'number', sentenceIds })(corrections));
    });
    store.change(root, (corrections) => edits.reduce((now, edit) => edit(now), corrections), places);
    store.annotations.change(root, () => ops(library, articles));
  }
  return store;
}

function ops(library: number, articles: number): Op[] {
  return [
    ...Array.from({ length: articles }, (_, index): Op[] => {
      const id = articleId(index);
      const at = `2026-01-01T00:00:${String(index % 60).padStart(2, '0')}.000Z`;
      return [
        {
          kind: 'seen',
          articleId: id,
          seen: {
            path: `year/${index}.txt`,
            title: `Título ${index}`,
            contentHash: 'ab'.repeat(32),
            parser: '1',
          },
        },
        { kind: 'star', articleId: id, on: index % 4 === 0 },
        { kind: 'read', articleId: id, on: index % 2 === 0 },
        { kind: 'tag', articleId: id, key: 'krieg', tag: 'Krieg' },
        { kind: 'tag', articleId: id, key: `tag ${index}`, tag: `tag ${index}` },
        {
          kind: 'highlight',
          highlight: {
            id: `h${library}.${index}xx` as HighlightId,
            articleId: id,
            sentenceId: index % 5 === 0 ? null : (`${id}.s0123456789` as SentenceId),
            position: index,
            quote: { exact: `Sentence “${index}” of Женева.`, prefix: 'before', suffix: 'after' },
            former: index % 7 === 0 ? 'as it was' : null,
            // Of each tenth, more than two pages.
            note: index % 10 === 0 ? `Long note ${index}. `.repeat(700) : `Note ${index}\nwith a line.`,
            madeAt: at,
            changedAt: at,
          },
        },
      ];
    }).flat(),
    {
      kind: 'stories',
      corrections: [
        { kind: 'together', articleIds: [articleId(1), articleId(2)] },
        { kind: 'apart', articleIds: [articleId(3)] },
      ],
    },
  ];
}

const TABLES = [
  'library',
  'article',
  'corrected_date',
  'dismissal',
  'annotated',
  'tagged',
  'highlight',
  'story_correction',
];

/** Every row as text, by its table: numbers of rows and libraries, which may be others, left out. */
export function contents(file: string): Map<string, string[]> {
  const db = new DatabaseSync(file);
  try {
    return new Map(TABLES.map((table) => [table, rows(db, table)]));
  } finally {
    db.close();
  }
}

function rows(db: DatabaseSync, table: string): string[] {
  const join = table === 'library' ? '' : `JOIN library AS owner ON owner.id = t.library`;
  const owner = table === 'library' ? '' : ', owner.path AS owner';
  const dismissed =
    table === 'dismissal'
      ? `, (SELECT group_concat(position || sentence || coalesce(span_start, '-'), ' ') FROM dismissed_sentence WHERE dismissal = t.id) AS sentences`
      : '';
  const numbered = table === 'library' || table === 'dismissal';
  const left = new Set([
    'row',
    'library',
    'inode',
    ...(numbered ? ['id'] : []),
    ...(table === 'highlight' ? [] : ['made_at']),
  ]);
  return db
    .prepare(`SELECT t.*${owner}${dismissed} FROM ${table} AS t ${join}`)
    .all()
    .map((columns) => {
      const kept = Object.entries(columns).filter(([name]) => !left.has(name));
      return JSON.stringify(kept.map(([name, value]) => [name, short(value)]));
    })
    .sort();
}

/** A long text by its length and a sum. */
function short(value: unknown): unknown {
  if (typeof value !== 'string' || value.length < 200) return value;
  return `${value.slice(0, 30)}… ${value.slice(-10)} ${value.length} ${createHash('sha256').update(value).digest('hex').slice(0, 8)}`;
}

export const bytesOf = (folder: string): Buffer => readFileSync(path.join(folder, 'synoptic.db'));

/** Numbers that look random and are the same each time: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

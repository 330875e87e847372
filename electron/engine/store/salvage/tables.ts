import type { RawRow } from './pages.ts';
import type { Column, Text } from './records.ts';

/**
 * Which table a row is of, told by what it holds: the list of tables may be lost. A row number stands as null in its
 * own column.
 */

export interface Found {
  readonly libraries: Map<number, { readonly path: string; readonly inode: string | null }>;
  readonly places: Map<string, readonly [library: number, article: string, path: string, hash: string]>;
  readonly dates: Map<string, readonly [library: number, article: string, date: string, madeAt: string]>;
  readonly dismissals: Map<number, readonly [library: number, kind: string, madeAt: string]>;
  readonly dismissed: Map<string, DismissedRow>;
  readonly annotated: Map<string, AnnotatedRow>;
  readonly tagged: Map<string, readonly [library: number, article: string, key: string, tag: string]>;
  readonly highlights: Map<string, HighlightRow>;
  readonly stories: Map<string, readonly [library: number, kind: string, articles: string]>;
}

type DismissedRow = readonly [
  dismissal: number,
  position: number,
  sentence: string,
  start: number | null,
  end: number | null,
];
type AnnotatedRow = readonly [
  library: number,
  article: string,
  starred: number,
  read: number,
  path: string,
  title: string,
  hash: string,
  parser: string,
];
type HighlightRow = readonly [
  library: number,
  article: string,
  id: string,
  sentence: string | null,
  position: number,
  madeAt: string,
  changedAt: string,
  exact: string,
  prefix: string,
  suffix: string,
  former: string | null,
  note: string,
];

export function nothingFound(): Found {
  return {
    libraries: new Map(),
    places: new Map(),
    dates: new Map(),
    dismissals: new Map(),
    dismissed: new Map(),
    annotated: new Map(),
    tagged: new Map(),
    highlights: new Map(),
    stories: new Map(),
  };
}

/** Puts a row where it belongs, if it is one of ours and nothing of the same key is there. */
export function sort(row: RawRow, found: Found): void {
  if (row.of === 'table' && row.rowid !== null) sortRow(row.rowid, row.columns, found);
  else sortEntry(row.columns, found);
}

function sortRow(rowid: number, columns: readonly Column[], found: Found): void {
  const [own, ...rest] = columns;
  if (own !== null || rowid < 1) return;
  if (columns.length === 3) library(rowid, rest, found);
  if (columns.length === 4) dismissalOrStory(rowid, rest, found);
  if (columns.length === 5) tag(rest, found);
  if (columns.length === 9) annotated(rest, found);
  if (columns.length === 13) highlight(rest, found);
}

/** Tables without row numbers, and those indexes that hold what their tables do. */
function sortEntry(columns: readonly Column[], found: Found): void {
  const [first, second, third, fourth, fifth] = columns;
  if (columns.length === 2 && whole(first) && number(second)) {
    put(found.libraries, second, { path: first.text, inode: null }, isFolder(first.text));
  } else if (columns.length === 4 && key(first) && id(second) && whole(third) && whole(fourth)) {
    const at = `${first} ${second.text}`;
    const [a, b] = [third.text, fourth.text];
    if (DATE.test(a) && MOMENT.test(b)) put(found.dates, at, [first, second.text, a, b]);
    else put(found.places, at, [first, second.text, a, b]);
  } else if (columns.length === 4 && key(first) && id(second) && whole(third) && number(fourth)) {
    // How the tag was written is in its own row only.
    const tagKey = third.text;
    put(found.tagged, `${first} ${second.text} ${tagKey}`, [first, second.text, tagKey, tagKey]);
  } else if (columns.length === 5 && key(first) && number(second) && id(third)) {
    const [start, end] = [maybe(fourth), maybe(fifth)];
    if (start !== undefined && end !== undefined)
      put(found.dismissed, `${first} ${second}`, [first, second, third.text, start, end]);
  }
}

function library(rowid: number, [path, inode]: readonly Column[], found: Found): void {
  if (!whole(path) || !isFolder(path.text) || (inode !== null && !whole(inode))) return;
  found.libraries.set(rowid, { path: path.text, inode: inode?.text ?? null });
}

function dismissalOrStory(rowid: number, [owner, kind, last]: readonly Column[], found: Found): void {
  if (!key(owner) || !whole(kind) || !whole(last)) return;
  if (kind.text === 'together' || kind.text === 'apart') {
    if (isList(last.text))
      put(found.stories, `${owner} ${kind.text} ${last.text}`, [owner, kind.text, last.text]);
  } else if (/^[a-z]{3,20}$/u.test(kind.text) && MOMENT.test(last.text))
    put(found.dismissals, rowid, [owner, kind.text, last.text]);
}

function tag([owner, article, tagKey, text]: readonly Column[], found: Found): void {
  if (!key(owner) || !id(article) || !whole(tagKey) || !whole(text) || text.text === '') return;
  if (text.text.normalize('NFC').toLowerCase() !== tagKey.text) return;
  // Its own row knows better how it was written than an index.
  found.tagged.set(`${owner} ${article.text} ${tagKey.text}`, [owner, article.text, tagKey.text, text.text]);
}

function annotated(
  [owner, article, starred, read, path, title, hash, parser]: readonly Column[],
  found: Found,
): void {
  if (!key(owner) || !id(article) || !flag(starred) || !flag(read)) return;
  if (!legible(path) || !legible(title) || !legible(hash) || !legible(parser)) return;
  put(found.annotated, `${owner} ${article.text}`, [
    owner,
    article.text,
    starred,
    read,
    path.text,
    title.text,
    // Of a text that is not known which, the quotes are looked for again.
    hash.damaged ? '' : hash.text,
    parser.damaged ? '' : parser.text,
  ]);
}

function highlight(columns: readonly Column[], found: Found): void {
  const [
    owner,
    article,
    own,
    sentence = null,
    position,
    madeAt,
    changedAt,
    exact,
    prefix,
    suffix,
    former,
    note,
  ] = columns;
  if (!key(owner) || !id(article) || !id(own) || !number(position)) return;
  if (sentence !== null && !id(sentence)) return;
  if (!whole(madeAt) || !whole(changedAt) || !MOMENT.test(madeAt.text) || !MOMENT.test(changedAt.text))
    return;
  if (!legible(exact) || !legible(prefix) || !legible(suffix) || !legible(note)) return;
  if (exact.text === '' && note.text === '') return;
  put(found.highlights, own.text, [
    owner,
    article.text,
    own.text,
    sentence?.text ?? null,
    position,
    madeAt.text,
    changedAt.text,
    exact.text,
    prefix.text,
    suffix.text,
    former && legible(former) ? former.text : null,
    // The reader is to see that there was more.
    note.damaged ? `${note.text} […]`.trim() : note.text,
  ]);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u;
const ID = /^[0-9a-z][0-9a-z.-]{3,63}$/u;

const number = (column: Column | undefined): column is number =>
  typeof column === 'number' && Number.isSafeInteger(column) && column >= 0;
const key = (column: Column | undefined): column is number => number(column) && column >= 1;
const flag = (column: Column | undefined): column is number => column === 0 || column === 1;
const legible = (column: Column | undefined): column is Text => typeof column === 'object' && column !== null;
const whole = (column: Column | undefined): column is Text => legible(column) && !column.damaged;
const id = (column: Column | undefined): column is Text => whole(column) && ID.test(column.text);
const maybe = (column: Column | undefined): number | null | undefined =>
  column === null || number(column) ? column : undefined;

function isFolder(path: string): boolean {
  return /^([/\\]|[A-Za-z]:)/u.test(path) || path.startsWith('lost:');
}

function isList(json: string): boolean {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) && list.every((each) => typeof each === 'string' && ID.test(each));
  } catch {
    return false;
  }
}

function put<K, V>(into: Map<K, V>, at: K, value: V, valid = true): void {
  if (valid && !into.has(at)) into.set(at, value);
}

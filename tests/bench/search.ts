import MiniSearch from 'minisearch';
import type { Article, ArticleId } from '../../electron/api/index.ts';
import { Browser } from '../../electron/engine/search/browse.ts';
import { SearchIndex, type SearchDocument } from '../../electron/engine/search/search-index.ts';
import type { QualityTable } from '../quality/table.ts';
import { random } from './random.ts';

const ARTICLES = 1000;
const WORDS = 450;
const VOCABULARY = 20_000;

const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'pl', 'gr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea'];
const ENDINGS = ['', 's', 'ed', 'ing', 'ation', 'ment', 'er'];

/** Invented words, as frequent as words are: the n-th most frequent in proportion to 1/n (Zipf). */
function makeDocuments(): { documents: SearchDocument[]; words: string[] } {
  const next = random(1);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const words = Array.from({ length: VOCABULARY }, () => {
    const syllables = 1 + Math.floor(next() * 3);
    return Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS)).join('') + pick(ENDINGS);
  });
  const word = () => words[Math.floor(VOCABULARY ** next()) - 1] ?? '';
  const run = (length: number) => Array.from({ length }, word).join(' ');
  const documents = Array.from({ length: ARTICLES }, (_, i) => ({
    id: `article${i}` as ArticleId,
    language: 'en',
    fields: {
      title: run(9),
      text: Array.from({ length: WORDS / 15 }, () => `${run(15)}.`).join('\n'),
      source: `Source ${i % 20}`,
      topic: [word(), word()],
      person: [],
      place: [],
      date: `2025-01-${String(1 + (i % 28)).padStart(2, '0')}`,
    },
  }));
  return { documents, words };
}

/** Milliseconds each call takes: the median and the 95th of a hundred. */
function timed(calls: readonly (() => unknown)[]): { median: number; p95: number } {
  const times = calls
    .map((call) => {
      const start = performance.now();
      call();
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

function articleOf({ id, fields }: SearchDocument): Article {
  const text = String(fields.text);
  return {
    id,
    path: `${id}.txt`,
    title: String(fields.title),
    titleOrigin: 'heading',
    source: String(fields.source),
    byline: null,
    publishedAt: String(fields.date),
    language: 'en',
    direction: 'ltr',
    blocks: text.split('\n').map((paragraph, i) => ({
      id: `${id}.b${i}` as never,
      type: 'paragraph',
      sentences: [{ id: `${id}.s${i}` as never, text: paragraph }],
    })),
    boilerplate: [],
    credits: [],
    wordCount: WORDS,
    contentHash: id,
  };
}

const round = (value: number) => (value >= 10 ? Math.round(value) : Math.round(value * 100) / 100);

/** Our index beside MiniSearch's, on the same invented library: times, and ours as a multiple of MiniSearch's. */
export async function searchBench(): Promise<QualityTable> {
  const { documents, words } = makeDocuments();
  const heap = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };

  const heapBefore = heap();
  let start = performance.now();
  const ours = new SearchIndex();
  for (const document of documents) ours.put(document);
  ours.search('warm');
  const oursBuilt = performance.now() - start;
  const heapBetween = heap();

  start = performance.now();
  const fields = ['title', 'text', 'source', 'topic', 'person', 'place', 'date'];
  const mini = new MiniSearch<Record<string, string>>({ fields, idField: 'id' });
  mini.addAll(
    documents.map(({ id, fields: own }) => ({
      id,
      ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, [value].flat().join(' ')])),
    })),
  );
  const miniBuilt = performance.now() - start;
  const heapAfter = heap();

  const rank = (i: number) => words[10 + i * 17] ?? '';
  const hundred = Array.from({ length: 100 }, (_, i) => i);
  const kinds: readonly [string, (i: number) => string, (i: number) => unknown][] = [
    ['one word', rank, (i) => mini.search(rank(i))],
    [
      'three words, all of them',
      (i) => `${rank(i % 10)} ${rank((i * 7) % 10)} ${rank((i * 3) % 10)}`,
      (i) =>
        mini.search(`${rank(i % 10)} ${rank((i * 7) % 10)} ${rank((i * 3) % 10)}`, { combineWith: 'AND' }),
    ],
    [
      'beginning of a word',
      (i) => `${rank(i).slice(0, 3)}*`,
      (i) => mini.search(rank(i).slice(0, 3), { prefix: true }),
    ],
    ['one letter wrong', (i) => `${rank(i)}~1`, (i) => mini.search(rank(i), { fuzzy: 1 })],
  ];
  const row = (name: string, own: number, other: number, p95: string | number = '') => [
    name,
    round(own),
    p95,
    round(other),
    round(own / other),
  ];
  const rows = [
    row(`index ${ARTICLES} articles, ms`, oursBuilt, miniBuilt),
    ...(globalThis.gc ? [row('heap, MB', heapBetween - heapBefore, heapAfter - heapBetween)] : []),
  ];
  for (const [name, query, other] of kinds) {
    const own = timed(hundred.map((i) => () => ours.search(query(i))));
    const theirs = timed(hundred.map((i) => () => other(i)));
    rows.push(row(`${name}, ms`, own.median, theirs.median, round(own.p95)));
  }
  const changed = timed(
    documents.slice(0, 100).map((document, i) => () => {
      ours.put({ ...document, fields: { ...document.fields, title: rank(i) } });
      ours.search(rank(i));
    }),
  );
  const discarded = timed(
    documents.slice(0, 100).map(({ id }, i) => () => {
      mini.replace({ id, title: rank(i) });
      mini.search(rank(i));
    }),
  );
  rows.push(row('change one article and search, ms', changed.median, discarded.median, round(changed.p95)));

  const articles = new Map(documents.map((document) => [document.id, articleOf(document)]));
  const topics = { topics: [], people: [], places: [] };
  const browser = new Browser({ version: 1, articles, index: ours, topics, stories: [] });
  const browsed = timed(
    hundred.map(
      (i) => () =>
        browser.browse({ query: rank(i), filters: { values: {}, match: 'all' }, offset: 0, limit: 50 }),
    ),
  );
  rows.push(['browse with facets and 50 snippets, ms', round(browsed.median), round(browsed.p95), '', '']);
  return {
    title: `Search in ${ARTICLES} invented articles of ${WORDS} words`,
    columns: ['', 'Synoptic', '95th of 100', 'MiniSearch', 'ratio'],
    rows,
    ...(globalThis.gc ? {} : { note: 'Run with --expose-gc for the memory of both.' }),
  };
}

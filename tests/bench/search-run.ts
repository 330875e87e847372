import { readFileSync } from 'node:fs';
import type { ArticleId } from '../../electron/api/index.ts';
import { Browser } from '../../electron/engine/search/browse.ts';
import { prepareArticle } from '../../electron/engine/search/prepare.ts';
import { SearchIndex, type SegmentStore } from '../../electron/engine/search/search-index.ts';
import { recordOf, type ArticleRecord } from '../../electron/engine/library/record.ts';
import { PEERS } from './search-peers.ts';
import { articlesIn, queriesByKind, textOf } from './search-texts.ts';

/** What one engine makes of a folder, as one line of JSON: `node --expose-gc search-run.ts ENGINE FOLDER`. */
export interface SearchRun {
  readonly articles: number;
  /** Milliseconds of the processor's time, by what took them, in order. */
  readonly work: Readonly<Record<string, number>>;
  /** MiB: what the index holds, on the heap and beside it; and resident in all. */
  readonly held: number;
  readonly resident: number;
  /** Bytes saved, where it saves. */
  readonly saved: number | null;
  /** Milliseconds of each query, in order of size, by kind. */
  readonly queries: Readonly<Record<string, readonly number[]>>;
}

class Memory implements SegmentStore {
  readonly #blobs = new Map<string, Uint8Array>();
  list = () => [...this.#blobs.keys()];
  load = (name: string) => this.#blobs.get(name) ?? null;
  save = (name: string, bytes: Uint8Array) => void this.#blobs.set(name, bytes);
  remove = (name: string) => void this.#blobs.delete(name);
  get bytes() {
    return [...this.#blobs.values()].reduce((sum, { length }) => sum + length, 0);
  }
}

const [name = '', folder = ''] = process.argv.slice(2);

function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

function resident(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

/** Milliseconds that this thread worked, whoever else had the machine meanwhile. */
function worked(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function ask(query: string, call: (query: string) => unknown): number {
  const start = performance.now();
  call(query);
  return performance.now() - start;
}

function timesOf(
  queries: Readonly<Record<string, readonly string[]>>,
  call: (query: string) => unknown,
): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(queries).map(([kind, all]) => {
      for (const query of all.slice(0, 20)) call(query);
      return [kind, all.map((query) => ask(query, call)).sort((a, b) => a - b)];
    }),
  );
}

async function ours(): Promise<SearchRun> {
  const memory = new Memory();
  const index = new SearchIndex(memory);
  const records = new Map<ArticleId, ArticleRecord>();
  const texts: string[] = [];
  const work = { prepare: 0, put: 0, merge: 0, save: 0, restore: 0 };
  const before = held();
  for await (const article of articlesIn(folder)) {
    let prepared: Uint8Array = new Uint8Array();
    work.prepare += worked(() => (prepared = prepareArticle(article)));
    work.put += worked(() => index.put(article.id, article.contentHash, prepared));
    if (texts.length < 300) texts.push(textOf(article));
    records.set(article.id, recordOf(article));
  }
  work.put += worked(() => index.search('warm'));
  work.merge = worked(() => {
    for (const steps = index.tidy(); steps.next().done !== true;);
  });
  const whole = held() - before;
  const queries = queriesByKind(texts);
  const times = timesOf(queries, (query) => index.search(query, { limit: 50 }).hits);
  const browser = new Browser({
    version: 1,
    articles: records,
    index,
    topics: { topics: [], people: [], places: [] },
    stories: [],
    textOf: () => null,
    annotationsOf: () => ({ tags: [], marks: ['unread'] }),
    annotationsVersion: 1,
  });
  const browse = { filters: { values: {}, match: 'all' }, offset: 0, limit: 50 } as const;
  const browsed = timesOf({ browsed: queries['mixed'] ?? [] }, (query) =>
    browser.browse({ ...browse, query }),
  );
  const rss = resident();
  work.save = worked(() => index.save());
  work.restore = worked(() => {
    const again = new SearchIndex(memory);
    again.restore();
    again.search('warm');
  });
  return {
    articles: records.size,
    work,
    held: whole,
    resident: rss,
    saved: memory.bytes,
    queries: { ...times, ...browsed },
  };
}

async function peer(): Promise<SearchRun> {
  const make = Object.hasOwn(PEERS, name) ? PEERS[name] : undefined;
  if (!make) throw new Error(`No such engine: ${name}. There are ours, ${Object.keys(PEERS).join(', ')}.`);
  const texts: string[] = [];
  let articles = 0;
  const before = held();
  const engine = make();
  const work = { put: 0 };
  for await (const article of articlesIn(folder)) {
    const text = { id: article.id, title: article.title, text: textOf(article) };
    work.put += worked(() => engine.add(text));
    if (texts.length < 300) texts.push(text.text);
    articles++;
  }
  let call: (query: string) => unknown = () => undefined;
  work.put += worked(() => (call = engine.done()));
  const whole = held() - before;
  const queries = timesOf(queriesByKind(texts), call);
  return { articles, work, held: whole, resident: resident(), saved: null, queries };
}

process.stdout.write(`${JSON.stringify(await (name === 'ours' ? ours() : peer()))}\n`);

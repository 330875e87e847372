import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { queriesFrom } from './library-queries.ts';

/**
 * What another search library makes of a folder of texts, as one line of JSON:
 * `node library-peer.ts lunr|minisearch|fts5 FOLDER`. It only indexes titles and texts.
 */
export interface PeerRun {
  readonly articles: number;
  /** Milliseconds. */
  readonly index: number;
  /** Milliseconds of each query, in order of size. */
  readonly queries: readonly number[];
  /** MiB resident, at most. */
  readonly peak: number;
}

interface Text {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

function textsIn(folder: string): Text[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.map((entry, id) => {
    const content = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    const end = content.indexOf('\n');
    return { id, title: content.slice(0, end), text: content.slice(end) };
  });
}

type Ask = (query: string) => unknown;

function withLunr(texts: readonly Text[]): Ask {
  const index = lunr(function () {
    this.ref('id');
    this.field('title', { boost: 3 });
    this.field('text');
    for (const text of texts) this.add(text);
  });
  return (query) => index.search(query.replaceAll('"', ''));
}

/** The nearest thing that MiniSearch can do: it has no phrases, and no words that must not be there. */
function withMiniSearch(texts: readonly Text[]): Ask {
  const index = new MiniSearch<Text>({ fields: ['title', 'text'], searchOptions: { boost: { title: 3 } } });
  index.addAll(texts);
  return (query) => {
    const fields = query.startsWith('title:') ? ['title'] : ['title', 'text'];
    const words = query.replace(/^title:|["*+]|~1|-\S+/g, '');
    return index.search(words, {
      fields,
      prefix: query.endsWith('*'),
      fuzzy: query.includes('~') ? 1 : false,
      combineWith: 'AND',
    });
  };
}

function withFts5(texts: readonly Text[]): Ask {
  const db = new DatabaseSync(':memory:');
  db.exec("CREATE VIRTUAL TABLE article USING fts5(title, text, tokenize = 'porter unicode61')");
  db.exec('BEGIN');
  const put = db.prepare('INSERT INTO article (rowid, title, text) VALUES (?, ?, ?)');
  for (const { id, title, text } of texts) put.run(id, title, text);
  db.exec('COMMIT');
  const ask = db.prepare(
    'SELECT rowid FROM article WHERE article MATCH ? ORDER BY bm25(article, 3, 1) LIMIT 50',
  );
  return (query) => {
    const not = /\+(\S+) -(\S+)/.exec(query);
    if (not) return ask.all(`"${not[1]}" NOT "${not[2]}"`);
    if (query.startsWith('"')) return ask.all(query);
    const [, field, words = ''] = /^(title:)?(.*?)(?:~1)?$/.exec(query) ?? [];
    const all = words
      .split(' ')
      .map((word) => (word.endsWith('*') ? `"${word.slice(0, -1)}"*` : `"${word}"`));
    return ask.all((field ? 'title : ' : '') + all.join(' '));
  };
}

const PEERS: Readonly<Record<string, (texts: readonly Text[]) => Ask>> = {
  lunr: withLunr,
  minisearch: withMiniSearch,
  fts5: withFts5,
};

function peak(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}

const [name = '', folder = ''] = process.argv.slice(2);
const build = Object.hasOwn(PEERS, name) ? PEERS[name] : undefined;
if (!build) throw new Error(`No such peer: ${name}. There are ${Object.keys(PEERS).join(', ')}.`);
const start = performance.now();
const texts = textsIn(folder);
const ask = build(texts);
const index = performance.now() - start;
const times = queriesFrom(texts.slice(0, 300).map(({ text }) => text)).map((query) => {
  const at = performance.now();
  ask(query);
  return performance.now() - at;
});
times.sort((a, b) => a - b);
const run: PeerRun = { articles: texts.length, index, queries: times, peak: peak() };
process.stdout.write(`${JSON.stringify(run)}\n`);

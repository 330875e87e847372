import { DatabaseSync } from 'node:sqlite';
import lunr from 'lunr';
import MiniSearch from 'minisearch';

export interface PeerText {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Another search engine in this process: takes texts one by one and, once they are `done`, answers. */
export interface Peer {
  add(text: PeerText): void;
  done(): (query: string) => unknown;
}

function withLunr(): Peer {
  const builder = new lunr.Builder();
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.ref('id');
  builder.field('title', { boost: 3 });
  builder.field('text');
  return {
    add: (text) => builder.add(text),
    done: () => {
      const index = builder.build();
      return (query) => index.search(query.replaceAll('"', ''));
    },
  };
}

/** The nearest thing that MiniSearch can do: it has no phrases, and no words that must not be there. */
function withMiniSearch(): Peer {
  const index = new MiniSearch<PeerText>({
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 3 } },
  });
  return {
    add: (text) => index.add(text),
    done: () => (query) =>
      index.search(query.replace(/^title:|["*+]|~1|-\S+/g, ''), {
        fields: query.startsWith('title:') ? ['title'] : ['title', 'text'],
        prefix: query.endsWith('*'),
        fuzzy: query.includes('~') ? 1 : false,
        combineWith: 'AND',
      }),
  };
}

/** It has no words with letters wrong; those are looked for as they are. */
function withFts5(): Peer {
  const db = new DatabaseSync(':memory:');
  db.exec(
    "CREATE VIRTUAL TABLE article USING fts5(id UNINDEXED, title, text, tokenize = 'porter unicode61')",
  );
  db.exec('BEGIN');
  const put = db.prepare('INSERT INTO article (id, title, text) VALUES (?, ?, ?)');
  const translated = (query: string): string => {
    const not = /\+(\S+) -(\S+)/.exec(query);
    if (not) return `"${not[1]}" NOT "${not[2]}"`;
    if (query.startsWith('"')) return query;
    const [, field, words = ''] = /^(title:)?(.*?)(?:~1)?$/.exec(query) ?? [];
    const all = words
      .split(' ')
      .map((word) => (word.endsWith('*') ? `"${word.slice(0, -1)}"*` : `"${word}"`));
    return (field ? 'title : ' : '') + all.join(' ');
  };
  return {
    add: ({ id, title, text }) => void put.run(id, title, text),
    done: () => {
      db.exec('COMMIT');
      const ask = db.prepare(
        'SELECT id FROM article WHERE article MATCH ? ORDER BY bm25(article, 0, 3, 1) LIMIT 50',
      );
      return (query) => ask.all(translated(query));
    },
  };
}

export const PEERS: Readonly<Record<string, () => Peer>> = {
  MiniSearch: withMiniSearch,
  'SQLite FTS5': withFts5,
  'lunr in one': withLunr,
};

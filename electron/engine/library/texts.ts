import { SynopticError, type Article, type ArticleId } from '../../api/index.ts';
import type { LibraryCache } from './cache/library-cache.ts';
import { contentKey, type ContentKey } from './cache/rows.ts';
import type { Entries } from './entries.ts';
import { readFile } from './reading.ts';
import type { Reader } from './reader.ts';
import type { ArticleRecord } from './record.ts';
import { articleAt } from './relocate.ts';

export interface TextsOptions {
  readonly root: string;
  readonly reader: Reader;
  readonly entries: Entries;
  readonly cache: LibraryCache;
  /** A file is not as it is known. */
  readonly hint: (path: string) => void;
}

/** Articles at most that stay in memory: what was asked for last. */
const MOST = 400;
/** Words that they have together, at most: a few books, or hundreds of articles. */
const MOST_WORDS = 1_000_000;

/** What is in the way of reading a file may pass in so many milliseconds. */
const AGAIN_MS = 100;
const ATTEMPTS = 5;

export function unknownArticle(message = 'This article is no longer in the library.'): SynopticError {
  return new SynopticError('unknown-article', message, 'It may have been moved or deleted.');
}

/** The texts of a library's articles: some in memory, the others in the cache, all of them in the files. */
export class Texts {
  readonly #options: TextsOptions;
  /** What was asked for last is last. */
  readonly #recent = new Map<ArticleId, Article>();
  #words = 0;
  readonly #coming = new Map<ArticleId, Promise<Article>>();

  constructor(options: TextsOptions) {
    this.#options = options;
  }

  /** @throws {SynopticError} `unknown-article` */
  async article(id: ArticleId): Promise<Article> {
    const known = this.articleAtOnce(id);
    if (known) return known;
    const coming = this.#coming.get(id) ?? this.#fromFile(id).finally(() => this.#coming.delete(id));
    this.#coming.set(id, coming);
    return coming;
  }

  /** What need not be read from its file. */
  articleAtOnce(id: ArticleId): Article | null {
    const record = this.#options.entries.articles.get(id);
    if (!record) return null;
    const recent = this.#recent.get(id);
    if (recent?.contentHash === record.contentHash) return this.#remember(recent);
    const kept = this.#parsed(record);
    return kept && this.#remember(kept);
  }

  /** The article as JSON, where the cache has it. */
  bodyOf(id: ArticleId): string | null {
    const record = this.#options.entries.articles.get(id);
    if (!record) return null;
    const body = this.#options.cache.body(keyOf(record));
    if (body === null) return null;
    // Only where it was read at another path must it be looked into.
    if (body.startsWith(`{"id":"${id}"`)) return body;
    const article = this.#parsed(record);
    return article && JSON.stringify(article);
  }

  #parsed(record: ArticleRecord): Article | null {
    const body = this.#options.cache.body(keyOf(record));
    if (body === null) return null;
    try {
      const article = JSON.parse(body) as Article;
      return article.contentHash === record.contentHash ? articleAt(record.path, article) : null;
    } catch {
      // Damaged in a way that the database does not notice: the file has it still.
      return null;
    }
  }

  async #fromFile(id: ArticleId): Promise<Article> {
    const { root, reader, entries, cache, hint } = this.#options;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const record = entries.articles.get(id);
      const stamp = record && entries.get(record.path)?.stamp;
      if (!record || !stamp) throw unknownArticle();
      const { path } = record;
      const output = await readFile(reader, root, path, stamp, null, true).catch(() => null);
      if (output?.kind === 'read') {
        // The library will hear of what changed since; the reader sees it now.
        if (output.hash === record.contentHash) cache.putBody(contentKey(output.hash, path), output.body);
        else hint(path);
        return this.#remember(JSON.parse(output.body) as Article);
      }
      hint(path);
      if (output?.kind === 'missing') break;
      if (output?.kind === 'failed') {
        throw unknownArticle(`The file of this article cannot be read. ${output.failure.message}`);
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    throw unknownArticle();
  }

  #remember(article: Article): Article {
    this.#forget(article.id);
    this.#recent.set(article.id, article);
    this.#words += article.wordCount;
    for (const id of this.#recent.keys()) {
      const tooMany = this.#recent.size > MOST || this.#words > MOST_WORDS;
      if (!tooMany || id === article.id) break;
      this.#forget(id);
    }
    return article;
  }

  #forget(id: ArticleId): void {
    this.#words -= this.#recent.get(id)?.wordCount ?? 0;
    this.#recent.delete(id);
  }
}

function keyOf({ contentHash, path }: ArticleRecord): ContentKey {
  return contentKey(contentHash, path);
}

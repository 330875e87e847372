import {
  toErrorShape,
  type Article,
  type ArticleId,
  type ErrorShape,
  type ReaderApi,
  type SentenceId,
  type SummarySentence,
} from '../../electron/api/index.ts';
import { mapOf, mapWhere, mapWith, setOf } from './reading-collections.ts';
import { ownersOf, textOf } from './reading-alignment.ts';

/** Requests under way at once: enough to keep the engine busy, few enough that a jump elsewhere is not stuck behind them. */
const AT_ONCE = 6;

/** Words of the sentence that stands for an article: three lines of a column. Where none is so short, any may be. */
const SHORT = 25;

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}

/** Articles that were read, and why others could not be. */
export interface Delivery {
  readonly read: readonly (readonly [ArticleId, Article])[];
  readonly failed: readonly (readonly [ArticleId, ErrorShape])[];
}

/** The articles of the set as they were read, each with its own one-sentence summary. */
export class Shelf {
  readonly #api: Pick<ReaderApi, 'article' | 'summarise'>;
  #articles = $state.raw(mapOf<ArticleId, Article>());
  #abstracts = $state.raw(mapOf<ArticleId, SummarySentence | null>());
  #problems = $state.raw(mapOf<ArticleId, ErrorShape>());
  #owners = $derived(ownersOf(this.#articles.values()));

  constructor(api: Pick<ReaderApi, 'article' | 'summarise'>) {
    this.#api = api;
  }

  get articles(): ReadonlyMap<ArticleId, Article> {
    return this.#articles;
  }

  /** The article of every sentence read so far. */
  get owners(): ReadonlyMap<SentenceId, ArticleId> {
    return this.#owners;
  }

  article(id: ArticleId): Article | null {
    return this.#articles.get(id) ?? null;
  }

  /** The sentence that stands for the article; null where it has none, undefined until it is known. */
  abstract(id: ArticleId): SummarySentence | null | undefined {
    return this.#abstracts.get(id);
  }

  problem(id: ArticleId): ErrorShape | null {
    return this.#problems.get(id) ?? null;
  }

  textOf(articleId: ArticleId, sentenceId: SentenceId): string | null {
    const article = this.article(articleId);
    return article && textOf(article, sentenceId);
  }

  /** Keeps only these articles. */
  keep(ids: readonly ArticleId[]): void {
    const kept = (id: ArticleId) => ids.includes(id);
    this.#articles = mapWhere(this.#articles, kept);
    this.#abstracts = mapWhere(this.#abstracts, kept);
    this.#problems = mapWhere(this.#problems, kept);
  }

  /** Reads articles that are not there yet; all of them appear together. */
  async load(ids: readonly ArticleId[]): Promise<void> {
    const missing = ids.filter((id) => !this.#articles.has(id));
    if (missing.length > 0) this.adopt(await this.fetch(missing));
  }

  /** Reads articles without showing them yet. */
  async fetch(ids: readonly ArticleId[]): Promise<Delivery> {
    const read: [ArticleId, Article][] = [];
    const failed: [ArticleId, ErrorShape][] = [];
    await inTurn(ids, async (id) => {
      try {
        read.push([id, await this.#api.article({ id })]);
      } catch (thrown) {
        failed.push([id, toErrorShape(thrown)]);
      }
    });
    return { read, failed };
  }

  /** Shows what was read. An article that could not be read again stays as it was, with its problem. */
  adopt({ read, failed }: Delivery): void {
    const fresh = setOf(read.map(([id]) => id));
    this.#articles = mapWith(this.#articles, read);
    this.#problems = mapWith(
      mapWhere(this.#problems, (id) => !fresh.has(id)),
      failed,
    );
  }

  /** Summarises articles in one sentence each. */
  async abstractAll(ids: readonly ArticleId[], anew = false): Promise<void> {
    const wanted = anew ? ids : ids.filter((id) => !this.#abstracts.has(id));
    await inTurn(wanted, async (id) => {
      let abstract: SummarySentence | null = null;
      try {
        for (const budget of [{ words: SHORT }, { sentences: 1 }]) {
          abstract ??= (await this.#api.summarise({ articleIds: [id], budget })).sentences[0] ?? null;
        }
      } catch {
        // A column reads well without its summary; why the article cannot be read is said by the column itself.
      }
      this.#abstracts = mapWith(this.#abstracts, [[id, abstract]]);
    });
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { SynopticError, type Article, type ArticleId } from '../api/index.ts';
import { analysisOf, derive, EMPTY_DERIVED, labelsIn, type ArticleLabels, type Derived } from './derived.ts';
import type { Library } from './library/library.ts';
import { Browser } from './search/browse.ts';
import { SearchIndex, type SearchDocument } from './search/search-index.ts';

/** Work between two chances for calls to be answered. */
const SLICE_MS = 12;
/** Up to so many articles, topics and stories are found again before a question is answered; with more, after. */
const AT_ONCE = 150;
/** Changes within so long are looked at together. */
const PAUSE_MS = 300;

/** Gives other work a turn whenever a slice of time is used up. */
function slices(): () => Promise<void> {
  let until = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < until) return;
    await nextTurn();
    until = performance.now() + SLICE_MS;
  };
}

function searchable(article: Article, { topics, people, places }: ArticleLabels): SearchDocument {
  return {
    id: article.id,
    language: article.language,
    fields: {
      title: article.title,
      text: article.blocks.map((block) => block.sentences.map((s) => s.text).join(' ')).join('\n'),
      source: article.source ?? '',
      topic: topics,
      person: people,
      place: places,
      date: article.publishedAt ?? '',
    },
  };
}

/** What is known of the open library: everything here is void when another is opened. */
export class OpenLibrary {
  readonly library: Library;
  readonly #onError: (thrown: unknown) => void;
  readonly #index = new SearchIndex();
  readonly #indexed = new Map<ArticleId, { article: Article; labels: string }>();
  #derived: Derived = EMPTY_DERIVED;
  /** Articles when the library was last looked at as a whole, and its version then. */
  #derivedFrom = { count: 0, version: -1 };
  #working: Promise<void> = Promise.resolve();
  #later: NodeJS.Timeout | null = null;

  /** `onError` is told of what went wrong when nobody was waiting for it. */
  constructor(library: Library, onError: (thrown: unknown) => void) {
    this.library = library;
    this.#onError = onError;
  }

  article(id: ArticleId): Article {
    const article = this.library.articles.get(id);
    if (article) return article;
    throw new SynopticError(
      'unknown-article',
      'This article is no longer in the library.',
      'It may have been moved or deleted.',
    );
  }

  /**
   * Brings the search index up to the library, and topics and stories too where that is quick; otherwise they
   * follow, and the library tells when they have changed.
   */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#mustDerive()) {
        if (this.library.articles.size <= AT_ONCE) await this.#derive();
        else this.#deriveLater();
      }
      await this.#updateIndex();
    });
  }

  browser(): Browser {
    return new Browser({
      version: this.library.state().version,
      articles: this.library.articles,
      index: this.#index,
      topics: this.#derived.topics,
      stories: this.#derived.stories,
    });
  }

  close(): Promise<void> {
    if (this.#later) clearTimeout(this.#later);
    return this.library.close();
  }

  /** One after another; one that failed does not take those after it along. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#working = this.#working.catch(() => undefined).then(work);
    return this.#working;
  }

  /** While files are still being read, the whole is looked at again each time it has doubled, not at each file. */
  #mustDerive(): boolean {
    const { version, progress } = this.library.state();
    if (version === this.#derivedFrom.version) return false;
    return !progress || this.library.articles.size >= 2 * this.#derivedFrom.count;
  }

  #deriveLater(): void {
    this.#later ??= setTimeout(() => {
      this.#later = null;
      this.#inTurn(async () => {
        if (!this.#mustDerive()) return;
        const { version } = this.library.state();
        await this.#derive();
        await this.#updateIndex();
        const unchanged = this.library.state().version === version;
        this.library.announce();
        if (unchanged) this.#derivedFrom = { ...this.#derivedFrom, version: this.library.state().version };
      }).catch(this.#onError);
    }, PAUSE_MS);
  }

  async #derive(): Promise<void> {
    const breathe = slices();
    const { version } = this.library.state();
    // Files are read in any order; a story's articles, and so their letters, always come in the folder's.
    const articles = [...this.library.articles.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const article of articles) {
      analysisOf(article);
      await breathe();
    }
    this.#derived = derive(articles);
    this.#derivedFrom = { count: articles.length, version };
  }

  async #updateIndex(): Promise<void> {
    const breathe = slices();
    for (const id of this.#indexed.keys()) {
      if (this.library.articles.has(id)) continue;
      this.#index.remove(id);
      this.#indexed.delete(id);
    }
    for (const [id, article] of [...this.library.articles]) {
      const found = labelsIn(this.#derived, id);
      const labels = JSON.stringify(found);
      const known = this.#indexed.get(id);
      if (known?.article === article && known.labels === labels) continue;
      this.#index.put(searchable(article, found));
      this.#indexed.set(id, { article, labels });
      await breathe();
    }
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { SynopticError, type Article, type ArticleId } from '../api/index.ts';
import { analysisOf, derive, EMPTY_DERIVED, labelsIn, type Derived } from './derived.ts';
import type { Library } from './library/library.ts';
import { Browser } from './search/browse.ts';
import { SearchIndex } from './search/search-index.ts';

/** Work between two chances for calls to be answered. */
const SLICE_MS = 12;

/** What is known of the open library: everything here is void when another is opened. */
export class OpenLibrary {
  readonly library: Library;
  readonly #index = new SearchIndex();
  readonly #indexed = new Map<ArticleId, { article: Article; labels: string }>();
  #derived: Derived = EMPTY_DERIVED;
  /** Articles when the library was last looked at as a whole, and its version then. */
  #derivedFrom = { count: 0, version: -1 };
  #refreshing: Promise<void> = Promise.resolve();

  constructor(library: Library) {
    this.library = library;
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

  /** While files are still being read, the whole is looked at again each time it has doubled, not at each file. */
  #mustDerive(): boolean {
    const { version, progress } = this.library.state();
    if (version === this.#derivedFrom.version) return false;
    return !progress || this.library.articles.size >= 2 * this.#derivedFrom.count;
  }

  /** Brings topics, stories and the search index up to the library; calls run one after another. */
  refresh(): Promise<void> {
    this.#refreshing = this.#refreshing.then(() => this.#refresh());
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    let until = performance.now() + SLICE_MS;
    const breathe = async () => {
      if (performance.now() < until) return;
      await nextTurn();
      until = performance.now() + SLICE_MS;
    };
    if (this.#mustDerive()) {
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
      this.#index.put({
        id,
        language: article.language,
        fields: {
          title: article.title,
          text: article.blocks.map((block) => block.sentences.map((s) => s.text).join(' ')).join('\n'),
          source: article.source ?? '',
          topic: found.topics,
          person: found.people,
          place: found.places,
          date: article.publishedAt ?? '',
        },
      });
      this.#indexed.set(id, { article, labels });
      await breathe();
    }
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
}

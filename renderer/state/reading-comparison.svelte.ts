import {
  toErrorShape,
  type ArticleId,
  type ArticleSummary,
  type Citation,
  type Comparison,
  type Discrepancy,
  type ErrorShape,
  type ReaderApi,
  type SentenceId,
} from '../../electron/api/index.ts';
import { counterpartsOf, linksOf, sharedWith, type Counterpart } from './reading-alignment.ts';
import { mapOf, setOf } from './reading-collections.ts';
import { disputesBySentence } from './reading-disputes.ts';
import type { Shelf } from './reading-shelf.svelte.ts';
import { voicesOn, type Voice } from './reading-support.ts';

/** What the articles of the set have in common. A late answer never replaces a newer one. */
export class Compared {
  readonly #api: Pick<ReaderApi, 'compare'>;
  readonly #shelf: Shelf;
  #comparison = $state.raw<Comparison | null>(null);
  #problem = $state.raw<ErrorShape | null>(null);
  #asked = 0;

  #links = $derived(linksOf(this.#comparison?.alignment.pairs ?? []));
  #unique = $derived(setOf(this.#comparison?.alignment.unique));
  #disputes = $derived(disputesBySentence(this.#comparison?.discrepancies ?? []));
  #summaries = $derived(mapOf(this.#comparison?.articles.map((article) => [article.id, article] as const)));

  constructor(api: Pick<ReaderApi, 'compare'>, shelf: Shelf) {
    this.#api = api;
    this.#shelf = shelf;
  }

  /** Null until the articles have been compared. */
  get comparison(): Comparison | null {
    return this.#comparison;
  }

  /** Why they could not be. */
  get problem(): ErrorShape | null {
    return this.#problem;
  }

  summaryOf(id: ArticleId): ArticleSummary | null {
    return this.#summaries.get(id) ?? null;
  }

  isUnique(sentenceId: SentenceId): boolean {
    return this.#unique.has(sentenceId);
  }

  /** What accounts differ about in this sentence. */
  disputesOn(sentenceId: SentenceId): readonly Discrepancy[] {
    return this.#disputes.get(sentenceId) ?? [];
  }

  counterpartsOf(sentenceId: SentenceId): ReadonlyMap<ArticleId, readonly Counterpart[]> {
    return counterpartsOf(sentenceId, this.#links, this.#shelf.owners);
  }

  sharedIn(id: ArticleId, others: readonly ArticleId[]): ReadonlySet<SentenceId> {
    const article = this.#shelf.article(id);
    return article ? sharedWith(article, setOf(others), this.#links, this.#shelf.owners) : setOf();
  }

  voicesOn(own: Citation, others: readonly Citation[], ids: readonly ArticleId[]): readonly Voice[] {
    return voicesOn(own, others, ids, this.#comparison?.accounts ?? []);
  }

  /** Compares these articles; what is known of those before stays until the answer is there. */
  async update(ids: readonly ArticleId[]): Promise<void> {
    const asked = (this.#asked += 1);
    if (ids.length === 0) return;
    try {
      const comparison = await this.#api.compare({ articleIds: [...ids] });
      if (asked !== this.#asked) return;
      this.#comparison = comparison;
      this.#problem = null;
    } catch (thrown) {
      if (asked === this.#asked) this.#problem = toErrorShape(thrown);
    }
  }

  forget(): void {
    this.#asked += 1;
    this.#comparison = null;
    this.#problem = null;
  }
}

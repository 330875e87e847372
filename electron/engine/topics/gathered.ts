import type { PhraseUse } from './phrases.ts';
import { phraseKey } from './phrases.ts';

/** A phrase over all articles. */
export interface Gathered {
  /** In the order of the form seen first. */
  readonly stems: readonly string[];
  /** Indices of the articles that have it, ascending. */
  readonly articles: number[];
  /** Sum over articles of a damped count: ten articles say more than ten times in one. */
  weight: number;
  count: number;
  /** As articles write it inside a sentence, with how often. */
  readonly forms: Map<string, number>;
}

/** The phrases of many articles, taken one after another. */
export class GatheredPhrases {
  readonly terms = new Map<string, Gathered>();
  /** How many articles were taken. */
  total = 0;

  /** `article` is its index; indices only grow. */
  add(article: number, phrases: Iterable<PhraseUse>): void {
    this.total = Math.max(this.total, article + 1);
    for (const { stems, count, forms } of phrases) {
      const key = phraseKey(stems);
      let term = this.terms.get(key);
      if (!term) {
        term = { stems, articles: [], weight: 0, count: 0, forms: new Map() };
        this.terms.set(key, term);
      }
      term.articles.push(article);
      term.count += count;
      term.weight += 1 + Math.log2(count);
      for (const [form, times] of forms) term.forms.set(form, (term.forms.get(form) ?? 0) + times);
    }
  }
}

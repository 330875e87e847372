import type { Budget } from '../../api/index.ts';
import type { PreparedArticle } from './prepare.ts';

/** A budget in what selection counts. Word limits hold by the language's words and by white space alike. */
export interface Limits {
  readonly sentences: number;
  readonly words: number;
  readonly spaced: number;
}

/** Guards against a product such as 0.29 × 100, which falls just short of its whole number. */
const ROUNDING = 1e-9;

export function limitsOf(budget: Budget, articles: readonly PreparedArticle[]): Limits {
  if ('sentences' in budget) return { sentences: budget.sentences, words: Infinity, spaced: Infinity };
  if ('words' in budget) return { sentences: Infinity, words: budget.words, spaced: budget.words };
  let words = 0;
  let spaced = 0;
  for (const article of articles) {
    words += article.words;
    spaced += article.spaced;
  }
  const share = (count: number) => Math.floor(count * budget.ratio + ROUNDING);
  // Where words are not set apart by spaces, white space counts nothing of use.
  return { sentences: Infinity, words: share(words), spaced: spaced * 2 < words ? Infinity : share(spaced) };
}

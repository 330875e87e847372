import type { Account, Budget, Citation, SentenceGroup, SentenceId, Summary } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { limitsOf } from './budget.ts';
import { poolOf } from './candidates.ts';
import { inReadingOrder } from './order.ts';
import { prepared } from './prepare.ts';
import { select } from './select.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/** The sentences of other articles that report what a sentence reports, best first. */
export type SupportOf = (sentenceId: SentenceId) => readonly Citation[];

export interface SummariseOptions {
  /** Fills `supportedBy`. */
  readonly support?: SupportOf;
  /** Sentences that report one fact: it is told once, in the sentence that reads best, and sooner if many report it. */
  readonly groups?: readonly SentenceGroup[];
  /** Articles that rewrite one text have one voice; without this every article has its own. */
  readonly accounts?: readonly Account[];
  /** Other weights than the fitted ones: for fitting and ablation. */
  readonly weights?: { readonly story: Weights; readonly article: Weights };
}

/** The part of a summary that keeps to the budget. */
export type Chosen = Pick<Summary, 'sentences' | 'words'>;

/**
 * A summary of one article or of a story, of verbatim sentences, never over the budget. Empty where nothing
 * fits. Deterministic.
 */
export function summarise(
  analyses: readonly Analysis[],
  budget: Budget,
  { support = () => [], groups = [], accounts = [], weights = WEIGHTS }: SummariseOptions = {},
): Chosen {
  const articles = analyses.map(prepared);
  const set = articles.length > 1 ? weights.story : weights.article;
  const limits = limitsOf(budget, articles);
  const pool = poolOf(articles, { accounts, groups }, set, limits.words !== Infinity);
  const chosen = inReadingOrder(pool.candidates, select(pool, limits, set));
  return {
    sentences: chosen.map(({ sentence: { id, articleId, text } }) => ({
      articleId,
      sentenceId: id,
      text,
      supportedBy: support(id),
    })),
    words: chosen.reduce((sum, { words }) => sum + words, 0),
  };
}

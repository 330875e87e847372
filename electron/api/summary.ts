import type { ArticleId, SentenceId } from './ids.ts';

/** The length of a summary. A summary never exceeds it; it may stay below it. */
export type Budget =
  | { readonly words: number }
  | { readonly sentences: number }
  /** A share of the words of the articles, above 0 and up to 1. */
  | { readonly ratio: number };

export interface Citation {
  readonly articleId: ArticleId;
  readonly sentenceId: SentenceId;
}

export interface SummarySentence extends Citation {
  /** Verbatim. */
  readonly text: string;
  /**
   * Sentences of *other* articles that report the same, at most one an article, best first. Articles of one
   * account are one report: see `Account`.
   */
  readonly supportedBy: readonly Citation[];
}

export interface Summary {
  readonly sentences: readonly SummarySentence[];
  readonly words: number;
  /**
   * What a single account says, the most telling first; `supportedBy` has only rewrites of the same account.
   * The same for every budget. Empty for one article, and where all articles are one account.
   */
  readonly onlyOne: readonly SummarySentence[];
}

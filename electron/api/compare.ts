import type { ArticleId, SentenceId } from './ids.ts';

/** Two sentences of different articles that report the same fact. */
export interface AlignedPair {
  readonly a: SentenceId;
  readonly b: SentenceId;
  /** 0 to 1. */
  readonly score: number;
  readonly strength: 'full' | 'partial';
}

export interface Alignment {
  readonly articleIds: readonly ArticleId[];
  readonly pairs: readonly AlignedPair[];
  /** Sentences of the articles (headings and recaps excepted) that no other article reports. */
  readonly unique: readonly SentenceId[];
}

/** Articles that rewrite one underlying text count as one account. */
export interface Account {
  /** In the order of the articles. */
  readonly articleIds: readonly ArticleId[];
}

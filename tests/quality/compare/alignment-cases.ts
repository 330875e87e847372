import {
  ALONE_FEATURES,
  featuresOfAll,
  chanceOf,
  type Linear,
} from '../../../electron/engine/compare/align-model.ts';
import { dateArticles } from '../../../electron/engine/compare/datings.ts';
import {
  sentenceSet,
  type ArticleDates,
  type SentenceSet,
} from '../../../electron/engine/compare/features-set.ts';
import { candidatePairs, type Candidate } from '../../../electron/engine/compare/pairs.ts';
import type { GoldEvent } from './gold.ts';

export type Strength = 'full' | 'partial';

/** An event as the fit sees it. */
export interface AlignmentCase {
  readonly event: GoldEvent;
  readonly dates: ArticleDates;
  readonly set: SentenceSet;
  readonly candidates: readonly Candidate[];
  /** What the gold says of each candidate, in step with them. */
  readonly labels: readonly (Strength | null)[];
  readonly gold: ReadonlyMap<string, Strength>;
}

export const pairName = (a: string, b: string) => [a, b].sort().join(' ');

export function alignmentCase(event: GoldEvent): AlignmentCase {
  const dates: ArticleDates = new Map(
    dateArticles(event.articles, event.analyses, new Map()).map(({ articleId, date }) => [articleId, date]),
  );
  const byId = [...event.analyses].sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
  const set = sentenceSet(byId, dates);
  const gold = new Map(event.gold.pairs.map(([a, b, strength]) => [pairName(a, b), strength]));
  const candidates = candidatePairs(set);
  const ref = (index: number) => {
    const id = set.sentences[index]?.source.sentence.id;
    return id ? event.refOf(id) : '';
  };
  const labels = candidates.map(({ first, second }) => gold.get(pairName(ref(first), ref(second))) ?? null);
  return { event, dates, set, candidates, labels, gold };
}

/** The features of each candidate as the weights for them alone make the context; `alone` null gives none. */
export function rowsOf({ set, candidates }: AlignmentCase, alone: Linear | null): number[][] {
  const rows = featuresOfAll(set, candidates, (own) => (alone ? chanceOf(alone, own) : 0.5));
  return alone ? rows : rows.map((row) => row.slice(0, ALONE_FEATURES.length));
}

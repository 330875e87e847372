import type { SentenceId } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import type { SentenceSet } from './features-set.ts';

/** What an alignment was made from, for those who ask about one of its pairs. */
export interface Aligned {
  readonly set: SentenceSet;
  /** Index in the set by sentence. */
  readonly indexOf: ReadonlyMap<SentenceId, number>;
  /** Chances of the pairs shown, by {@link pairKey}. */
  readonly chances: ReadonlyMap<number, number>;
}

/** A number for two sentences of a set by their indices, in either order. */
export function pairKey(set: SentenceSet, first: number, second: number): number {
  return Math.min(first, second) * set.sentences.length + Math.max(first, second);
}

// By one of its analyses, so that it goes when the articles go. A reader hovers over the last comparison.
const kept = new WeakMap<Analysis, { readonly analyses: ReadonlySet<Analysis>; readonly aligned: Aligned }>();

export function remember(
  analyses: readonly Analysis[],
  set: SentenceSet,
  chances: ReadonlyMap<number, number>,
): void {
  const indexOf = new Map(set.sentences.map(({ source }, index) => [source.sentence.id, index]));
  const entry = { analyses: new Set(analyses), aligned: { set, indexOf, chances } };
  for (const analysis of analyses) kept.set(analysis, entry);
}

/** What the last alignment of just these articles was made from; undefined where there is none. */
export function recall(analyses: readonly Analysis[]): Aligned | undefined {
  const entry = analyses[0] && kept.get(analyses[0]);
  if (entry?.analyses.size !== analyses.length) return undefined;
  return analyses.every((analysis) => entry.analyses.has(analysis)) ? entry.aligned : undefined;
}

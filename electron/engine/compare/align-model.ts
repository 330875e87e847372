import data from './align-weights.json' with { type: 'json' };
import { CONTEXT_FEATURES, contextFeatures } from './features-context.ts';
import { PAIR_FEATURES, pairFeatures } from './features-pair.ts';
import type { SentenceSet } from './features-set.ts';
import type { Candidate } from './pairs.ts';

/** A logistic regression: the coefficients are in step with its features. */
export interface Linear {
  readonly constant: number;
  readonly coefficients: readonly number[];
}

export interface AlignmentWeights {
  /** Whether two sentences share a fact, from themselves alone: over {@link PAIR_FEATURES}. */
  readonly alone: Linear;
  /** The same in the light of the other pairs: over the pair's features, then {@link CONTEXT_FEATURES}. */
  readonly together: Linear;
  /** Whether one could stand for the other, where they share a fact: over the same. */
  readonly full: Linear;
  /** Chance from which a pair is shown. */
  readonly shown: number;
  /** Chance from which a pair that is shown is full. */
  readonly fullFrom: number;
}

/** The fitted weights, read by the names of the features: what is not in the file counts nothing. */
export const ALIGNMENT_WEIGHTS: AlignmentWeights = {
  alone: linear(data.alone, PAIR_FEATURES),
  together: linear(data.together, [...PAIR_FEATURES, ...CONTEXT_FEATURES]),
  full: linear(data.full, [...PAIR_FEATURES, ...CONTEXT_FEATURES]),
  shown: data.shown,
  fullFrom: data.fullFrom,
};

function linear(named: Readonly<Record<string, number>>, features: readonly string[]): Linear {
  return {
    constant: named.constant ?? 0,
    coefficients: features.map((feature) => named[feature] ?? 0),
  };
}

export function chanceOf({ constant, coefficients }: Linear, features: readonly number[]): number {
  let sum = constant;
  for (let i = 0; i < coefficients.length; i++) sum += (coefficients[i] ?? 0) * (features[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The features of each candidate, in step with the candidates: its own, then those of its context. */
export function featuresOfAll(
  set: SentenceSet,
  candidates: readonly Candidate[],
  alone: (features: readonly number[]) => number,
): number[][] {
  const own = candidates.map(({ first, second }) => {
    const [a, b] = [set.sentences[first], set.sentences[second]];
    return a && b ? pairFeatures(set, a, b) : [];
  });
  const context = contextFeatures(set, candidates, own.map(alone));
  return own.map((features, index) => [...features, ...(context[index] ?? [])]);
}

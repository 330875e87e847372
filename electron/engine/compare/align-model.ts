import data from './align-weights.json' with { type: 'json' };
import { CONTEXT_FEATURES, contextFeatures } from './features-context.ts';
import { MEANING_FEATURES, Meanings } from './features-meaning.ts';
import { PAIR_FEATURES, pairFeatures } from './features-pair.ts';
import type { SentenceSet } from './features-set.ts';
import type { Candidate } from './pairs.ts';

/** A logistic regression: the coefficients are in step with its features. */
export interface Linear {
  readonly constant: number;
  readonly coefficients: readonly number[];
}

export interface AlignmentWeights {
  /** Whether two sentences share a fact, from themselves alone: over {@link ALONE_FEATURES}. */
  readonly alone: Linear;
  /** The same in the light of the other pairs: over {@link ALL_FEATURES}. */
  readonly together: Linear;
  /** Whether one could stand for the other, where they share a fact: over the same. */
  readonly full: Linear;
  /** Chance from which a pair is shown. */
  readonly shown: number;
  /** Chance from which a pair that is shown is full. */
  readonly fullFrom: number;
}

/** What is known of a pair before the others are looked at. */
export const ALONE_FEATURES: readonly string[] = [...PAIR_FEATURES, ...MEANING_FEATURES];

/** All features of a pair, in the order of {@link featuresOfAll}. */
export const ALL_FEATURES: readonly string[] = [...ALONE_FEATURES, ...CONTEXT_FEATURES];

/** The fitted weights, read by the names of the features: what is not in the file counts nothing. */
export const ALIGNMENT_WEIGHTS: AlignmentWeights = {
  alone: linear(data.alone, ALONE_FEATURES),
  together: linear(data.together, ALL_FEATURES),
  full: linear(data.full, ALL_FEATURES),
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
  const meanings = new Meanings(set);
  const own = candidates.map(({ first, second }) => {
    const [a, b] = [set.sentences[first], set.sentences[second]];
    return a && b ? [...pairFeatures(set, a, b), ...meanings.features(first, second)] : [];
  });
  const context = contextFeatures(set, candidates, own.map(alone));
  return own.map((features, index) => [...features, ...(context[index] ?? [])]);
}

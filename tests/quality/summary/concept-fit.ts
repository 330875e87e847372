import { voicesOf } from '../../../electron/engine/summary/candidates.ts';
import { conceptsOf } from '../../../electron/engine/summary/concepts.ts';
import { bigramsOf, prepared } from '../../../electron/engine/summary/prepare.ts';
import { wordVectors } from '../../../electron/engine/summary/vectors.ts';
import { CONCEPT_FEATURES, type Weights } from '../../../electron/engine/summary/weights.ts';
import { normalise, stem } from '../../../electron/engine/language/stems.ts';
import { isStopword } from '../../../electron/engine/language/stopwords.ts';
import { tokenise } from '../../../electron/engine/language/tokens.ts';
import type { Case } from './corpora.ts';
import { logisticRegression, type Observation } from './logistic.ts';

type ConceptWeights = NonNullable<Weights['concepts']>;

const RIDGE = 0.1;

function bigramKeys(text: string): Set<string> {
  const tokens = tokenise(text);
  const stems = tokens.map((token) => (isStopword(normalise(token.text)) ? '' : stem(token.text)));
  return new Set(bigramsOf({ tokens, stems }, 'en').map(({ key }) => key));
}

/** Each concept of a story with the share of its references that have it. */
export function observationsOf(
  { analyses, comparison, references }: Case,
  weights: Pick<Weights, 'decay' | 'rarity'>,
): Observation[] {
  const articles = analyses.map(prepared);
  const voices = voicesOf(articles, comparison.accounts ?? []);
  const wanted = references.map((sentences) => bigramKeys(sentences.join(' ')));
  return conceptsOf(articles, voices, wordVectors(articles, voices, weights)).all.map(
    ({ key, features }) => ({
      features: CONCEPT_FEATURES.map((name) => features[name]),
      outcome: wanted.filter((keys) => keys.has(key)).length / wanted.length,
    }),
  );
}

/** `CONCEPT_FEATURES` begins with the constant, on which no ridge presses. */
export function fitConcepts(observations: readonly Observation[]): ConceptWeights {
  const coefficients = logisticRegression(observations, RIDGE);
  const named = CONCEPT_FEATURES.map((name, i) => [name, Number((coefficients[i] ?? 0).toFixed(3))] as const);
  return Object.fromEntries(named) as Record<(typeof named)[number][0], number>;
}

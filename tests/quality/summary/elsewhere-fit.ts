import { align } from '../../../electron/engine/compare/align.ts';
import { tracesOf } from '../../../electron/engine/summary/elsewhere.ts';
import { prepared } from '../../../electron/engine/summary/prepare.ts';
import type { TraceWeights } from '../../../electron/engine/summary/weights.ts';
import type { GoldEvent } from '../compare/gold.ts';
import { goldFacts } from './gold-facts.ts';
import { logisticRegression, type Observation } from './logistic.ts';

const RIDGE = 0.1;
const NAMES = ['constant', 'covered', 'early', 'length'] as const;

/** Each sentence for which no counterpart in another account was found, and whether a reader found one. */
function observationsOf(event: GoldEvent): Observation[] {
  const { analyses, letters, gold } = event;
  const facts = goldFacts(event);
  const voices = letters.map((letter) => gold.accounts.findIndex((account) => account.includes(letter)));
  const aligned = new Set(
    align(analyses)
      .pairs.filter(({ a, b }) => facts.accountOf(event.refOf(a)) !== facts.accountOf(event.refOf(b)))
      .flatMap(({ a, b }) => [a, b]),
  );
  return tracesOf(analyses.map(prepared), voices).flatMap(({ sentence, traces }) => {
    const { id } = sentence.sentence;
    if (!sentence.statement || aligned.has(id)) return [];
    return {
      features: NAMES.map((name) => (name === 'constant' ? 1 : traces[name])),
      outcome: facts.elsewhere(id) === 'not' ? 0 : 1,
    };
  });
}

function fitted(observations: readonly Observation[]): number[] {
  return logisticRegression(observations, RIDGE).map((value) => Number(value.toFixed(2)));
}

/** The chance that of two sentences, one told elsewhere and one not, the first gets the higher figure. */
function areaUnderCurve(scored: readonly { readonly score: number; readonly outcome: number }[]): number {
  const told = scored.filter(({ outcome }) => outcome === 1);
  const not = scored.filter(({ outcome }) => outcome === 0);
  let sum = 0;
  for (const { score } of told) {
    for (const other of not) sum += score > other.score ? 1 : Number(score === other.score) / 2;
  }
  return sum / (told.length * not.length);
}

export interface FittedElsewhere {
  readonly weights: TraceWeights;
  /** Area under the curve with the weights fitted on the other events. */
  readonly heldOut: number;
  readonly events: number;
}

export function fitElsewhere(events: readonly GoldEvent[]): FittedElsewhere {
  const all = events.map(observationsOf);
  const scored = all.flatMap((held) => {
    const weights = fitted(all.filter((each) => each !== held).flat());
    return held.map(({ features, outcome }) => ({
      outcome,
      score: features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
    }));
  });
  const coefficients = fitted(all.flat());
  const named = NAMES.map((name, at) => [name, coefficients[at] ?? 0] as const);
  return {
    weights: Object.fromEntries(named) as Record<(typeof NAMES)[number], number>,
    heldOut: areaUnderCurve(scored),
    events: events.length,
  };
}

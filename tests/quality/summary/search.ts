import type { Feature, Weights } from '../../../electron/engine/summary/weights.ts';

/** One number among the weights: how to read it, how to set it, and how far to move it. */
export interface Parameter {
  readonly name: string;
  get(weights: Weights): number;
  set(weights: Weights, value: number): Weights;
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

type PlainWeight = Exclude<keyof Weights, 'concepts' | 'sentence'>;

function plain(name: PlainWeight, step: number, most: number): Parameter {
  return {
    name,
    get: (weights) => weights[name],
    set: (weights, value) => ({ ...weights, [name]: value }),
    step,
    least: 0,
    most,
  };
}

function feature(name: Feature, step: number): Parameter {
  return {
    name: `sentence.${name}`,
    get: (weights) => weights.sentence[name],
    set: (weights, value) => ({ ...weights, sentence: { ...weights.sentence, [name]: value } }),
    step,
    least: -50,
    most: 50,
  };
}

/**
 * What is fitted by search. The rest is set by hand, because the data do not show it: their articles have no
 * titles, and the measure does not notice a sentence that points elsewhere, is too short to read well or is
 * somebody's quoted words. The worth of the centroid is the unit in which the others are measured.
 */
export const ARTICLE_PARAMETERS: readonly Parameter[] = [
  plain('decay', 0.1, 1.5),
  plain('rarity', 0.2, 1.2),
  feature('rank', 0.1),
];

/** A gain below this is noise of the data, not worth a weight. */
const WORTHWHILE = 0.0008;
const PASSES = 2;
/** Neighbours at which each setting is tried, so that the fit finds broad rises rather than lucky spikes. */
const NEIGHBOURS = 2;

/** A linear congruential generator (Numerical Recipes): the same figures on every run. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function moved(weights: Weights, parameter: Parameter, by: number): Weights {
  const value = Math.min(parameter.most, Math.max(parameter.least, parameter.get(weights) + by));
  return parameter.set(weights, Number(value.toFixed(4)));
}

/**
 * Coordinate search: each parameter in turn is moved for as long as that pays, measured as the mean over a
 * setting and its neighbours half a step away. Deterministic.
 */
export function search(
  start: Weights,
  parameters: readonly Parameter[],
  score: (weights: Weights) => number,
): { readonly weights: Weights; readonly score: number } {
  const draw = random(1);
  const offsets = Array.from({ length: NEIGHBOURS }, () =>
    parameters.map(({ step }) => (draw() < 0.5 ? -0.5 : 0.5) * step),
  );
  const smoothed = (weights: Weights) => {
    let sum = score(weights);
    for (const offset of offsets) {
      sum += score(parameters.reduce((at, parameter, i) => moved(at, parameter, offset[i] ?? 0), weights));
    }
    return sum / (NEIGHBOURS + 1);
  };
  let weights = start;
  let best = smoothed(start);
  for (let pass = 0; pass < PASSES; pass++) {
    const before = best;
    for (const parameter of parameters) {
      for (const direction of [1, -1]) {
        for (;;) {
          const trial = moved(weights, parameter, direction * parameter.step);
          if (parameter.get(trial) === parameter.get(weights)) break;
          const result = smoothed(trial);
          if (result <= best + WORTHWHILE) break;
          [weights, best] = [trial, result];
        }
      }
    }
    if (best === before) break;
  }
  return { weights, score: best };
}

import type { SparseVector } from './vectors.ts';

/** The heaviest terms of an article that make up so much of its squared length are what it is looked up by. */
const MASS = 0.9;
/** Of the articles that have a term so many are looked at, those added last. */
const MOST = 400;
/** Weights in the lists are whole numbers of these parts. */
const STEPS = 255;

/** Some terms of a vector, in no order. */
export type HeavyTerms = SparseVector;

/** A weight and a place in a vector in one number that sorts by the weight. */
const PLACES = 2 ** 21;
const FINE = 2 ** 30;

/** The terms that make up {@link MASS} of a unit vector. */
export function heaviest({ dims, weights }: SparseVector): HeavyTerms {
  const order = Float64Array.from(weights, (weight, at) => Math.round(weight * FINE) * PLACES + at).sort();
  let mass = 0;
  let first = order.length;
  while (first > 0 && mass < MASS) mass += (weights[(order[--first] ?? 0) % PLACES] ?? 0) ** 2;
  const heavy = order.subarray(first);
  return {
    dims: Int32Array.from(heavy, (each) => dims[each % PLACES] ?? 0),
    weights: Float32Array.from(heavy, (each) => weights[each % PLACES] ?? 0),
  };
}

/**
 * Finds articles that may be similar to one, by its rarest and most used words: as many as have some of those in
 * common, however large the library. Those to whom only the frequent words are common are not found.
 */
export class CandidateIndex {
  /** By dimension: article and weight in one number, in the order in which they were added. */
  private readonly lists: (number[] | undefined)[] = [];
  private scores = new Float32Array(1024);

  /** `article` is an index; the smaller they are, the less memory is used. */
  add(article: number, { dims, weights }: HeavyTerms): void {
    for (let at = 0; at < dims.length; at++) {
      const entry = article * (STEPS + 1) + Math.min(STEPS, Math.round((weights[at] ?? 0) * STEPS));
      const dimension = dims[at] ?? 0;
      const list = this.lists[dimension];
      if (list) list.push(entry);
      else this.lists[dimension] = [entry];
    }
    if (article >= this.scores.length) this.scores = new Float32Array(2 * article);
  }

  /** The articles of the index whose heaviest terms alone give a cosine of `least` or more, in no order. */
  near({ dims, weights }: HeavyTerms, least: number): number[] {
    const { scores } = this;
    const touched: number[] = [];
    for (let at = 0; at < dims.length; at++) {
      const list = this.lists[dims[at] ?? 0];
      if (!list) continue;
      const weight = (weights[at] ?? 0) / STEPS;
      for (let i = Math.max(0, list.length - MOST); i < list.length; i++) {
        const entry = list[i] ?? 0;
        const article = entry >>> 8;
        const score = scores[article] ?? 0;
        if (score === 0) touched.push(article);
        scores[article] = score + weight * (entry & STEPS);
      }
    }
    const near = touched.filter((article) => (scores[article] ?? 0) >= least);
    for (const article of touched) scores[article] = 0;
    return near;
  }
}

import type { SparseVector } from './vectors.ts';

/** The heaviest terms of an article that make up so much of its squared length are what it is looked up by. */
const MASS = 0.9;
/** Of the articles that have a term so many are looked at, those added last. */
const MOST = 400;
/** Weights in the lists are whole numbers of these parts. */
const STEPS = 255;

/** Positions in a vector, heaviest first, until they make up {@link MASS} of it. */
function heaviest({ weights }: SparseVector): number[] {
  const order = Array.from(weights.keys()).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  let mass = 0;
  const enough = order.findIndex((at) => (mass += (weights[at] ?? 0) ** 2) >= MASS);
  return enough < 0 ? order : order.slice(0, enough + 1);
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
  add(article: number, vector: SparseVector): void {
    for (const at of heaviest(vector)) {
      const entry = article * (STEPS + 1) + Math.min(STEPS, Math.round((vector.weights[at] ?? 0) * STEPS));
      const dimension = vector.dims[at] ?? 0;
      const list = this.lists[dimension];
      if (list) list.push(entry);
      else this.lists[dimension] = [entry];
    }
    if (article >= this.scores.length) this.scores = new Float32Array(2 * article);
  }

  /** The articles of the index whose heaviest terms alone give a cosine of `least` or more, in no order. */
  near(vector: SparseVector, least: number): number[] {
    const { scores } = this;
    const touched: number[] = [];
    for (const at of heaviest(vector)) {
      const list = this.lists[vector.dims[at] ?? 0];
      if (!list) continue;
      const weight = (vector.weights[at] ?? 0) / STEPS;
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

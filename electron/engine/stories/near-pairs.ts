import { CandidateIndex, heaviest } from './candidates.ts';
import type { SimilarPair } from './similar-pairs.ts';
import type { SparseVector } from './vectors.ts';

/** What the heaviest terms must give for the whole to be looked at, as a part of the threshold. */
export const PROMISING = 0.5;
/** Of the articles before it an article is paired with so many, the most similar. */
export const MOST_PAIRS = 24;

/** A vector laid out by dimension, to be multiplied with many others. */
export class Dense {
  private readonly weights: Float32Array;

  constructor(dimensions: number) {
    this.weights = new Float32Array(dimensions);
  }

  load({ dims, weights }: SparseVector): void {
    for (let i = 0; i < dims.length; i++) this.weights[dims[i] ?? 0] = weights[i] ?? 0;
  }

  unload({ dims }: SparseVector): void {
    for (const dimension of dims) this.weights[dimension] = 0;
  }

  dot({ dims, weights }: SparseVector): number {
    let sum = 0;
    for (let i = 0; i < dims.length; i++) sum += (this.weights[dims[i] ?? 0] ?? 0) * (weights[i] ?? 0);
    return sum;
  }
}

/**
 * Pairs of unit vectors whose cosine reaches `threshold`: nearly all of them, by a cost that grows with the number
 * of vectors and not with its square. Cosines are exact.
 */
export function nearPairs(
  vectors: readonly SparseVector[],
  dimensions: number,
  threshold: number,
): SimilarPair[] {
  const index = new CandidateIndex();
  const own = new Dense(dimensions);
  const pairs: SimilarPair[] = [];
  vectors.forEach((vector, current) => {
    const heavy = heaviest(vector);
    own.load(vector);
    const found: SimilarPair[] = [];
    for (const other of index.near(heavy, PROMISING * threshold)) {
      const candidate = vectors[other];
      const similarity = candidate ? own.dot(candidate) : 0;
      if (similarity >= threshold) found.push({ a: other, b: current, similarity });
    }
    own.unload(vector);
    index.add(current, heavy);
    if (found.length > MOST_PAIRS) found.sort((x, y) => y.similarity - x.similarity || x.a - y.a);
    for (const pair of found.slice(0, MOST_PAIRS)) pairs.push(pair);
  });
  return pairs;
}

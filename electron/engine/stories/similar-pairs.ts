import type { SparseVector } from './vectors.ts';

export interface SimilarPair {
  /** Indices of the vectors, `a` < `b`. */
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

interface Posting {
  readonly vector: number;
  readonly weight: number;
}

/**
 * Every pair of unit vectors whose cosine reaches `threshold` (above 0), exactly, without comparing all
 * pairs. Algorithm All-Pairs-1 of R. J. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs similarity
 * search" (2007): the leading dimensions of a vector are not indexed as long as they alone could not reach
 * the threshold. It pays when the leading dimensions are the frequent ones.
 */
export function findSimilarPairs(vectors: readonly SparseVector[], threshold: number): SimilarPair[] {
  const largest = new Map<number, number>();
  for (const { dims, weights } of vectors) {
    dims.forEach((dimension, i) => {
      largest.set(dimension, Math.max(largest.get(dimension) ?? 0, weights[i] ?? 0));
    });
  }

  const index = new Map<number, Posting[]>();
  const unindexed: SparseVector[] = [];
  const scores = new Float64Array(vectors.length);
  const pairs: SimilarPair[] = [];
  vectors.forEach(({ dims, weights }, current) => {
    const touched: number[] = [];
    const own = new Map<number, number>();
    dims.forEach((dimension, i) => {
      const weight = weights[i] ?? 0;
      own.set(dimension, weight);
      for (const posting of index.get(dimension) ?? []) {
        if (scores[posting.vector] === 0) touched.push(posting.vector);
        scores[posting.vector] = (scores[posting.vector] ?? 0) + weight * posting.weight;
      }
    });
    for (const other of touched) {
      let similarity = scores[other] ?? 0;
      scores[other] = 0;
      const rest = unindexed[other];
      rest?.dims.forEach((dimension, i) => {
        similarity += (own.get(dimension) ?? 0) * (rest.weights[i] ?? 0);
      });
      if (similarity >= threshold) pairs.push({ a: other, b: current, similarity });
    }

    let bound = 0;
    let first = 0;
    for (; first < dims.length; first++) {
      bound += (weights[first] ?? 0) * (largest.get(dims[first] ?? 0) ?? 0);
      if (bound >= threshold) break;
    }
    unindexed.push({ dims: dims.subarray(0, first), weights: weights.subarray(0, first) });
    for (let i = first; i < dims.length; i++) {
      const dimension = dims[i] ?? 0;
      const postings = index.get(dimension) ?? [];
      postings.push({ vector: current, weight: weights[i] ?? 0 });
      index.set(dimension, postings);
    }
  });
  return pairs;
}

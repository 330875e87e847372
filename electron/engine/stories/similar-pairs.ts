import type { SparseVector } from './vectors.ts';

export interface SimilarPair {
  /** Indices of the vectors, `a` < `b`. */
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** Sums in another order differ by less than this. */
const ROUNDING = 1e-9;

/** The vectors that have a dimension, and their weights in it. */
interface Postings {
  readonly vectors: number[];
  readonly weights: number[];
}

/** The leading part of a vector that is not indexed. */
interface Rest {
  readonly dims: Int32Array;
  readonly weights: Float32Array;
  readonly norm: number;
}

/** Norm of the part of a vector that lies in the dimensions below a given one, looked up in `sums`. */
function normBelow(vector: SparseVector, sums: Float64Array, dimension: number): number {
  let low = 0;
  let high = vector.dims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vector.dims[middle] ?? 0) < dimension) low = middle + 1;
    else high = middle;
  }
  return Math.sqrt(sums[low] ?? 0);
}

/** Sums of the squares of the first 0, 1, 2 … weights. */
function squareSums({ weights }: SparseVector): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  for (let i = 0; i < weights.length; i++) sums[i + 1] = (sums[i] ?? 0) + (weights[i] ?? 0) ** 2;
  return sums;
}

/**
 * Every pair of unit vectors whose cosine reaches `threshold` (above 0), exactly, without comparing all
 * pairs. Algorithm All-Pairs-1 of R. J. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs similarity
 * search" (2007): the leading dimensions of a vector are not indexed as long as they alone could not reach
 * the threshold. It pays when the leading dimensions are the frequent ones.
 */
export function findSimilarPairs(vectors: readonly SparseVector[], threshold: number): SimilarPair[] {
  const size = vectors.reduce((most, { dims }) => Math.max(most, (dims.at(-1) ?? -1) + 1), 0);
  const largest = new Float64Array(size);
  for (const { dims, weights } of vectors) {
    for (let i = 0; i < dims.length; i++) {
      const dimension = dims[i] ?? 0;
      largest[dimension] = Math.max(largest[dimension] ?? 0, weights[i] ?? 0);
    }
  }

  const index: (Postings | undefined)[] = new Array<Postings | undefined>(size);
  const rests: Rest[] = [];
  const scores = new Float64Array(vectors.length);
  const own = new Float64Array(size);
  const pairs: SimilarPair[] = [];
  vectors.forEach((vector, current) => {
    const { dims, weights } = vector;
    const sums = squareSums(vector);
    const touched: number[] = [];
    for (let i = 0; i < dims.length; i++) {
      const weight = weights[i] ?? 0;
      own[dims[i] ?? 0] = weight;
      const postings = index[dims[i] ?? 0];
      if (!postings) continue;
      for (let j = 0; j < postings.vectors.length; j++) {
        const other = postings.vectors[j] ?? 0;
        if (scores[other] === 0) touched.push(other);
        scores[other] = (scores[other] ?? 0) + weight * (postings.weights[j] ?? 0);
      }
    }
    for (const other of touched) {
      let similarity = scores[other] ?? 0;
      scores[other] = 0;
      const rest = rests[other];
      if (!rest) continue;
      // By Cauchy and Schwarz the rest cannot add more than the product of the norms.
      const below = rest.norm * normBelow(vector, sums, (rest.dims.at(-1) ?? -1) + 1);
      if (similarity + below < threshold - ROUNDING) continue;
      for (let i = 0; i < rest.dims.length; i++) {
        similarity += (own[rest.dims[i] ?? 0] ?? 0) * (rest.weights[i] ?? 0);
      }
      if (similarity >= threshold) pairs.push({ a: other, b: current, similarity });
    }
    for (const dimension of dims) own[dimension] = 0;

    let bound = 0;
    let first = 0;
    for (; first < dims.length; first++) {
      bound += (weights[first] ?? 0) * (largest[dims[first] ?? 0] ?? 0);
      if (bound >= threshold) break;
    }
    rests.push({
      dims: dims.subarray(0, first),
      weights: weights.subarray(0, first),
      norm: Math.sqrt(sums[first] ?? 0),
    });
    for (let i = first; i < dims.length; i++) {
      const postings = (index[dims[i] ?? 0] ??= { vectors: [], weights: [] });
      postings.vectors.push(current);
      postings.weights.push(weights[i] ?? 0);
    }
  });
  return pairs;
}

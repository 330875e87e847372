import type { Analysis } from '../language/analysis.ts';

/** A sparse vector: dimensions ascending, weights in step with them. */
export interface SparseVector {
  readonly dims: Int32Array;
  readonly weights: Float64Array;
}

const TITLE_BOOST = 3;
const NAME_BOOST = 1;

const cache = new WeakMap<Analysis, ReadonlyMap<string, number>>();

/** How often an article uses each stem, words of its title and of names counting more. */
export function termCounts(analysis: Analysis): ReadonlyMap<string, number> {
  const known = cache.get(analysis);
  if (known) return known;
  const counts = new Map<string, number>();
  const add = (term: string, amount: number) => counts.set(term, (counts.get(term) ?? 0) + amount);
  for (const sentence of analysis.sentences) {
    if (sentence.recap) continue;
    sentence.stems.forEach((stem, index) => {
      if (!stem) return;
      const token = sentence.tokens[index];
      const named =
        token && sentence.names.some((name) => name.start <= token.start && token.end <= name.end);
      add(stem, 1 + (named ? NAME_BOOST : 0));
    });
  }
  for (const stem of analysis.titleStems) add(stem, TITLE_BOOST);
  cache.set(analysis, counts);
  return counts;
}

/** Unit vectors of logarithmic term frequency times inverse document frequency, one for each article. */
export function tfIdfVectors(analyses: readonly Analysis[]): SparseVector[] {
  const counts = analyses.map(termCounts);
  const frequency = new Map<string, number>();
  for (const terms of counts) {
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  // Frequent terms get the low dimensions: see findSimilarPairs.
  const order = [...frequency.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const dimensionOf = new Map(order.map(([term], dimension) => [term, dimension]));
  return counts.map((terms) => {
    const entries = [...terms].map(([term, count]): [number, number] => [
      dimensionOf.get(term) ?? 0,
      (1 + Math.log(count)) * Math.log(1 + analyses.length / (frequency.get(term) ?? 1)),
    ]);
    entries.sort((a, b) => a[0] - b[0]);
    const norm = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return {
      dims: Int32Array.from(entries, ([dimension]) => dimension),
      weights: Float64Array.from(entries, ([, weight]) => weight / norm),
    };
  });
}

function positionOf(dims: Int32Array, wanted: number): number {
  let low = 0;
  let high = dims.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = dims[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export function dot(a: SparseVector, b: SparseVector): number {
  const [small, large] = a.dims.length <= b.dims.length ? [a, b] : [b, a];
  let sum = 0;
  // The sum of a big story is much longer than one article: looking up beats walking both.
  if (small.dims.length * 12 < large.dims.length) {
    for (let i = 0; i < small.dims.length; i++) {
      const at = positionOf(large.dims, small.dims[i] ?? 0);
      if (at >= 0) sum += (small.weights[i] ?? 0) * (large.weights[at] ?? 0);
    }
    return sum;
  }
  let i = 0;
  let j = 0;
  while (i < small.dims.length && j < large.dims.length) {
    const left = small.dims[i] ?? 0;
    const right = large.dims[j] ?? 0;
    if (left === right) sum += (small.weights[i++] ?? 0) * (large.weights[j++] ?? 0);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}

export function add(a: SparseVector, b: SparseVector): SparseVector {
  const dims: number[] = [];
  const weights: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.dims.length || j < b.dims.length) {
    const left = a.dims[i] ?? Infinity;
    const right = b.dims[j] ?? Infinity;
    dims.push(Math.min(left, right));
    weights.push((left <= right ? (a.weights[i++] ?? 0) : 0) + (right <= left ? (b.weights[j++] ?? 0) : 0));
  }
  return { dims: Int32Array.from(dims), weights: Float64Array.from(weights) };
}

import type { Analysis } from '../language/analysis.ts';
import { documentShare } from '../language/word-tables.ts';

/** A sparse vector: dimensions ascending, weights in step with them. */
export interface SparseVector {
  readonly dims: Int32Array;
  readonly weights: Float64Array;
}

export interface Weighting {
  /** Times a stem of the title is counted besides. */
  readonly title: number;
  /** Times a stem inside a name is counted besides. */
  readonly name: number;
  /** What a stem counts at the end of a long text, at its start 1. */
  readonly end: number;
  /**
   * How many articles of any news the background frequencies stand for, besides as many as the library has: in a
   * folder about one event, what all its articles share is what makes them one story.
   */
  readonly background: number;
}

/** Fitted on events whose articles are by different outlets; see tests/quality/stories.ts. */
export const WEIGHTING: Weighting = { title: 4, name: 0.5, end: 0.1, background: 60 };

/** Share of news that a stem has when the table of stems does not know it. */
const RARE = 0.002;

const cache = new WeakMap<Analysis, ReadonlyMap<string, number>>();

/** How often an article uses each stem; words of its title, of names and of its beginning count more. */
export function termCounts(
  analysis: Analysis,
  weighting: Weighting = WEIGHTING,
): ReadonlyMap<string, number> {
  const known = weighting === WEIGHTING ? cache.get(analysis) : undefined;
  if (known) return known;
  const counts = new Map<string, number>();
  const add = (term: string, amount: number) => counts.set(term, (counts.get(term) ?? 0) + amount);
  let words = 0;
  for (const { recap, stems, tokens, names } of analysis.sentences) {
    if (recap) continue;
    words += stems.length;
    const place = weighting.end + (1 - weighting.end) * Math.exp(-words / 200);
    stems.forEach((stem, i) => {
      const token = tokens[i];
      if (!stem || !token) return;
      const named = names.some((name) => name.start <= token.start && token.start < name.end);
      add(stem, place * (1 + (named ? weighting.name : 0)));
    });
  }
  // A number in a title counts editions and places in lists more often than it tells events apart.
  for (const stem of analysis.titleStems) if (!/^\d+$/.test(stem)) add(stem, weighting.title);
  if (weighting === WEIGHTING) cache.set(analysis, counts);
  return counts;
}

/**
 * Unit vectors of logarithmic term frequency times inverse document frequency, one for each article. The
 * frequencies of a small library say little, so that those of news in general are mixed in, as if the library
 * had twice as many articles and `background` more.
 */
export function tfIdfVectors(
  analyses: readonly Analysis[],
  weighting: Weighting = WEIGHTING,
): SparseVector[] {
  const counts = analyses.map((analysis) => termCounts(analysis, weighting));
  const frequency = new Map<string, number>();
  for (const terms of counts) {
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const background = weighting.background + analyses.length;
  const total = analyses.length + background;
  // Frequent terms get the low dimensions: see findSimilarPairs.
  const order = [...frequency.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const dimensionOf = new Map(order.map(([term], dimension) => [term, dimension]));
  const idf = order.map(([term, seen]) =>
    Math.log(total / (seen + background * (documentShare(term) ?? RARE))),
  );
  return counts.map((terms) => {
    const entries = [...terms].map(([term, count]): [number, number] => {
      const dimension = dimensionOf.get(term) ?? 0;
      return [dimension, Math.log(1 + count) * (idf[dimension] ?? 0)];
    });
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

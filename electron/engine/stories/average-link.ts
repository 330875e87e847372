import { findSimilarPairs, type SimilarPair } from './similar-pairs.ts';
import { add, dot, type SparseVector } from './vectors.ts';

/** What is known of the cosines between the members of two clusters. */
interface Link {
  /** Sum of those that are known. */
  readonly sum: number;
  readonly known: number;
}

interface Cluster {
  readonly members: readonly number[];
  /** Sum of the members' vectors: the products of two sums are the sum of all cosines between two clusters. */
  readonly sum: SparseVector;
  /** Other clusters with which some cosine is known. */
  readonly links: Map<number, Link>;
  /** No cosine of a member that is not known is above this. */
  readonly bound: number;
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  /** At most so much, where it is not exact. */
  readonly similarity: number;
  readonly exact: boolean;
}

const NO_LINK: Link = { sum: 0, known: 0 };

/** Best first; ties in the order of the clusters, so that the outcome never depends on chance. */
function before(x: Candidate, y: Candidate): boolean {
  return x.similarity !== y.similarity ? x.similarity > y.similarity : x.a !== y.a ? x.a < y.a : x.b < y.b;
}

/** A binary heap. */
class Queue {
  private readonly items: Candidate[] = [];

  push(item: Candidate): void {
    const { items } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent];
      if (!above || !before(item, above)) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  pop(): Candidate | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (!last || items.length === 0) return top;
    let at = 0;
    for (;;) {
      const left = items[2 * at + 1];
      const right = items[2 * at + 2];
      const [child, from] = right && left && before(right, left) ? [right, 2 * at + 2] : [left, 2 * at + 1];
      if (!child || !before(child, last)) break;
      items[at] = child;
      at = from;
    }
    items[at] = last;
    return top;
  }
}

function candidateOf(a: number, b: number, first: Cluster, second: Cluster, { sum, known }: Link): Candidate {
  const all = first.members.length * second.members.length;
  const most = sum + (all - known) * Math.max(first.bound, second.bound);
  return { a, b, similarity: most / all, exact: known === all };
}

/** The weakest cosine that is known of each vector, where there are so many that others may have been left out. */
function boundsOf(
  count: number,
  threshold: number,
  pairs: readonly SimilarPair[],
  limit: number,
): Float64Array {
  const found = new Int32Array(count);
  const weakest = new Float64Array(count).fill(1);
  for (const { b, similarity } of pairs) {
    found[b] = (found[b] ?? 0) + 1;
    weakest[b] = Math.min(weakest[b] ?? 1, similarity);
  }
  return weakest.map((each, i) => ((found[i] ?? 0) >= limit ? each : threshold));
}

/**
 * Agglomerative clustering of unit vectors by the average cosine between clusters (UPGMA; R. R. Sokal,
 * C. D. Michener, 1958), stopping below `threshold`. An average can only reach the threshold where some pair
 * does, so pairs below it are never kept, and averages are worked out only where what is known of them makes two
 * clusters the most similar.
 * @param pairs those that reach the threshold. Where some are missing, clusters still merge by the cosines of all
 *   their members, if any pair of them is there.
 * @param limit of pairs with vectors before it that a vector was given; more may have been left out.
 * @returns the indices of the vectors, cluster by cluster, both ascending.
 */
export function averageLink(
  vectors: readonly SparseVector[],
  threshold: number,
  pairs: readonly SimilarPair[] = findSimilarPairs(vectors, threshold),
  limit = Infinity,
): number[][] {
  const clusters = new Map<number, Cluster>();
  const bounds = boundsOf(vectors.length, threshold, pairs, limit);
  vectors.forEach((sum, i) => {
    clusters.set(i, { members: [i], sum, links: new Map(), bound: bounds[i] ?? threshold });
  });
  const queue = new Queue();
  for (const { a, b, similarity } of pairs) {
    const link: Link = { sum: similarity, known: 1 };
    clusters.get(a)?.links.set(b, link);
    clusters.get(b)?.links.set(a, link);
    queue.push({ a, b, similarity, exact: true });
  }

  let next = vectors.length;
  for (let best = queue.pop(); best; best = queue.pop()) {
    const a = clusters.get(best.a);
    const b = clusters.get(best.b);
    if (!a || !b) continue;
    if (!best.exact) {
      const link: Link = { sum: dot(a.sum, b.sum), known: a.members.length * b.members.length };
      a.links.set(best.b, link);
      b.links.set(best.a, link);
      const candidate = candidateOf(best.a, best.b, a, b, link);
      if (candidate.similarity >= threshold) queue.push(candidate);
      continue;
    }
    clusters.delete(best.a);
    clusters.delete(best.b);
    const merged: Cluster = {
      members: [...a.members, ...b.members],
      sum: add(a.sum, b.sum),
      links: new Map(),
      bound: Math.max(a.bound, b.bound),
    };
    for (const other of new Set([...a.links.keys(), ...b.links.keys()])) {
      const cluster = clusters.get(other);
      if (!cluster) continue;
      const ofA = a.links.get(other) ?? NO_LINK;
      const ofB = b.links.get(other) ?? NO_LINK;
      const link: Link = { sum: ofA.sum + ofB.sum, known: ofA.known + ofB.known };
      cluster.links.delete(best.a);
      cluster.links.delete(best.b);
      cluster.links.set(next, link);
      merged.links.set(other, link);
      const candidate = candidateOf(other, next, cluster, merged, link);
      if (candidate.similarity >= threshold) queue.push(candidate);
    }
    clusters.set(next++, merged);
  }
  return [...clusters.values()]
    .map((cluster) => [...cluster.members].sort((x, y) => x - y))
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}

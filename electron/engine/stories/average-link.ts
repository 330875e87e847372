import { findSimilarPairs, type SimilarPair } from './similar-pairs.ts';
import { add, dot, type SparseVector } from './vectors.ts';

interface Cluster {
  readonly members: readonly number[];
  /** Sum of the members' vectors: the products of two sums are the sum of all cosines between two clusters. */
  readonly sum: SparseVector;
  /** Sum of all cosines with other clusters that can still be merged with this one. */
  readonly neighbours: Map<number, number>;
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

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

/**
 * Agglomerative clustering of unit vectors by the average cosine between clusters (UPGMA; R. R. Sokal,
 * C. D. Michener, 1958), stopping below `threshold`. An average can only reach the threshold where some pair
 * does, so pairs below it are never kept.
 * @param pairs those that reach the threshold. Where some are missing, clusters still merge by the cosines of all
 *   their members, if any pair of them is there.
 * @returns the indices of the vectors, cluster by cluster, both ascending.
 */
export function averageLink(
  vectors: readonly SparseVector[],
  threshold: number,
  pairs: readonly SimilarPair[] = findSimilarPairs(vectors, threshold),
): number[][] {
  const clusters = new Map<number, Cluster>();
  vectors.forEach((sum, i) => clusters.set(i, { members: [i], sum, neighbours: new Map() }));
  const queue = new Queue();
  for (const { a, b, similarity } of pairs) {
    clusters.get(a)?.neighbours.set(b, similarity);
    clusters.get(b)?.neighbours.set(a, similarity);
    queue.push({ a, b, similarity });
  }

  let next = vectors.length;
  for (let best = queue.pop(); best; best = queue.pop()) {
    const a = clusters.get(best.a);
    const b = clusters.get(best.b);
    if (!a || !b) continue;
    clusters.delete(best.a);
    clusters.delete(best.b);
    const merged: Cluster = {
      members: [...a.members, ...b.members],
      sum: add(a.sum, b.sum),
      neighbours: new Map(),
    };
    for (const other of new Set([...a.neighbours.keys(), ...b.neighbours.keys()])) {
      const cluster = clusters.get(other);
      if (!cluster) continue;
      const total =
        (a.neighbours.get(other) ?? dot(a.sum, cluster.sum)) +
        (b.neighbours.get(other) ?? dot(b.sum, cluster.sum));
      cluster.neighbours.delete(best.a);
      cluster.neighbours.delete(best.b);
      cluster.neighbours.set(next, total);
      merged.neighbours.set(other, total);
      const similarity = total / (merged.members.length * cluster.members.length);
      if (similarity >= threshold) queue.push({ a: other, b: next, similarity });
    }
    clusters.set(next++, merged);
  }
  return [...clusters.values()]
    .map((cluster) => [...cluster.members].sort((x, y) => x - y))
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}

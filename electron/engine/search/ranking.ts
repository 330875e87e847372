import type { ArticleId } from '../../api/index.ts';

export interface SearchHit {
  readonly id: ArticleId;
  readonly score: number;
}

function before(a: SearchHit, b: SearchHit): boolean {
  return a.score > b.score || (a.score === b.score && a.id < b.id);
}

/** The best of some hits in order, equal scores by id, without putting the rest in order. */
export function bestOf<H extends SearchHit>(hits: readonly H[], limit: number): H[] {
  const order = (a: SearchHit, b: SearchHit) => (before(a, b) ? -1 : 1);
  if (limit >= hits.length) return [...hits].sort(order);
  if (limit <= 0) return [];
  // The worst of those kept is on top of the heap.
  const heap: H[] = [];
  const sink = (hit: H): void => {
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      let lower = heap[child];
      if (!lower) break;
      const other = heap[child + 1];
      if (other && before(lower, other)) {
        child++;
        lower = other;
      }
      if (!before(hit, lower)) break;
      heap[hole] = lower;
      hole = child;
    }
    heap[hole] = hit;
  };
  const rise = (hit: H): void => {
    let hole = heap.length;
    while (hole > 0) {
      const parent = heap[(hole - 1) >> 1];
      if (!parent || !before(parent, hit)) break;
      heap[hole] = parent;
      hole = (hole - 1) >> 1;
    }
    heap[hole] = hit;
  };
  for (const hit of hits) {
    if (heap.length < limit) rise(hit);
    else if (heap[0] && before(hit, heap[0])) sink(hit);
  }
  return heap.sort(order);
}

interface Queued {
  readonly priority: number;
  /** Numbers of later ones are higher. */
  readonly number: number;
}

function goesBefore(a: Queued, b: Queued): boolean {
  return a.priority === b.priority ? a.number < b.number : a.priority > b.priority;
}

/** Jobs by priority, the highest first, and in the order of their numbers within one. A binary heap. */
export class JobQueue<T extends Queued> {
  readonly #heap: T[] = [];

  get size(): number {
    return this.#heap.length;
  }

  peek(): T | undefined {
    return this.#heap[0];
  }

  add(job: T): void {
    const heap = this.#heap;
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = heap[above];
      if (!other || !goesBefore(job, other)) break;
      heap[place] = other;
      place = above;
    }
    heap[place] = job;
  }

  take(): T | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || last === first) return first;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      let other = heap[below];
      const right = heap[below + 1];
      if (other && right && goesBefore(right, other)) {
        other = right;
        below += 1;
      }
      if (!other || !goesBefore(other, last)) break;
      heap[place] = other;
      place = below;
    }
    heap[place] = last;
    return first;
  }
}

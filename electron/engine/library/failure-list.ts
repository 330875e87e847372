import type { Failure } from '../../api/index.ts';

/** So many are listed; of more there is the number. */
const MOST = 500;

/** The files that failed, of which the first are listed in the order of their paths. */
export class FailureList {
  readonly #all = new Map<string, Failure>();
  /** In order, at most {@link MOST}; null when it must be made again. Never changed once it was given out. */
  #first: readonly Failure[] | null = [];

  get size(): number {
    return this.#all.size;
  }

  /** The same array as long as it says the same. */
  get first(): readonly Failure[] {
    this.#first ??= [...this.#all.values()].sort(byPath).slice(0, MOST);
    return this.#first;
  }

  put(failure: Failure): void {
    const known = this.#all.get(failure.path);
    if (known?.code === failure.code && known.message === failure.message) return;
    this.#all.set(failure.path, failure);
    const first = this.#first;
    if (!first) return;
    const place = placeIn(first, failure.path);
    if (place >= MOST) return;
    const replaced = first[place]?.path === failure.path ? 1 : 0;
    this.#first = first.toSpliced(place, replaced, failure).slice(0, MOST);
  }

  drop(path: string): void {
    this.#all.delete(path);
    const first = this.#first;
    if (!first) return;
    const place = placeIn(first, path);
    if (first[place]?.path !== path) return;
    // Of more than are listed, another moves up.
    this.#first = first.length === MOST ? null : first.toSpliced(place, 1);
  }
}

function byPath(a: Failure, b: Failure): number {
  return a.path < b.path ? -1 : 1;
}

/** Where a path is in a sorted list, or belongs. */
function placeIn(list: readonly Failure[], path: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Failure).path < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

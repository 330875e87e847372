/** Strings in the order of their UTF-16 code units, each once: all units in one array, and where each begins. */
export class Dictionary {
  /** One more than there are strings. */
  readonly offsets: Uint32Array;
  readonly units: Uint16Array;

  constructor(offsets: Uint32Array, units: Uint16Array) {
    this.offsets = offsets;
    this.units = units;
  }

  static of(sorted: readonly string[]): Dictionary {
    const offsets = new Uint32Array(sorted.length + 1);
    let size = 0;
    sorted.forEach((text, i) => (offsets[i + 1] = size += text.length));
    const units = new Uint16Array(size);
    let at = 0;
    for (const text of sorted) for (let i = 0; i < text.length; i++) units[at++] = text.charCodeAt(i);
    return new Dictionary(offsets, units);
  }

  get size(): number {
    return this.offsets.length - 1;
  }

  at(number: number): string {
    return String.fromCharCode(...this.units.subarray(this.offsets[number], this.offsets[number + 1]));
  }

  /** The number of a string, -1 if it is not here. */
  find(text: string): number {
    const number = this.lowerBound(text);
    return number < this.size && this.#compare(number, text) === 0 ? number : -1;
  }

  /** The first that is not before a string. */
  lowerBound(text: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(middle, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first after those that begin with what the first `length` units of string `number` are, which does. */
  afterPrefix(number: number, length: number): number {
    const { offsets, units } = this;
    const from = offsets[number] ?? 0;
    const begins = (other: number): boolean => {
      const start = offsets[other] ?? 0;
      if ((offsets[other + 1] ?? 0) - start < length) return false;
      for (let i = length - 1; i >= 0; i--) if (units[start + i] !== units[from + i]) return false;
      return true;
    };
    let step = 1;
    let low = number;
    while (low + step < this.size && begins(low + step)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.size);
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (begins(middle)) low = middle;
      else high = middle;
    }
    return high;
  }

  /** Those that begin with a string: [from, to). */
  withPrefix(prefix: string): { readonly from: number; readonly to: number } {
    const from = this.lowerBound(prefix);
    if (prefix === '') return { from: 0, to: this.size };
    const start = this.offsets[from] ?? 0;
    if (from >= this.size || (this.offsets[from + 1] ?? 0) - start < prefix.length) return { from, to: from };
    for (let i = 0; i < prefix.length; i++) {
      if (this.units[start + i] !== prefix.charCodeAt(i)) return { from, to: from };
    }
    return { from, to: this.afterPrefix(from, prefix.length) };
  }

  #compare(number: number, text: string): number {
    const from = this.offsets[number] ?? 0;
    const length = (this.offsets[number + 1] ?? 0) - from;
    const common = Math.min(length, text.length);
    for (let i = 0; i < common; i++) {
      const difference = (this.units[from + i] ?? 0) - text.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }
}

/** Strings of several dictionaries as one; `numbers[d][i]` is the new number of string i of dictionary d. */
export interface MergedDictionary {
  readonly dictionary: Dictionary;
  readonly numbers: readonly Uint32Array[];
}

/** Strings merged between two chances to pause. */
const SLICE = 20_000;

function compareAt(a: Dictionary, i: number, b: Dictionary, j: number): number {
  const fromA = a.offsets[i] ?? 0;
  const fromB = b.offsets[j] ?? 0;
  const lengthA = (a.offsets[i + 1] ?? 0) - fromA;
  const lengthB = (b.offsets[j + 1] ?? 0) - fromB;
  const common = lengthA < lengthB ? lengthA : lengthB;
  const unitsA = a.units;
  const unitsB = b.units;
  for (let k = 0; k < common; k++) {
    const difference = (unitsA[fromA + k] ?? 0) - (unitsB[fromB + k] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

function keyAt({ offsets, units }: Dictionary, number: number): number {
  const from = offsets[number] ?? 0;
  const length = (offsets[number + 1] ?? 0) - from;
  const unit = (i: number) => (i < length ? (units[from + i] ?? 0) : 0);
  return unit(0) * 2 ** 32 + unit(1) * 2 ** 16 + unit(2);
}

/**
 * Merges by a heap of the dictionaries, the one whose next string is least on top.
 *
 * @param used by dictionary which strings are wanted; null for all. The number of others is meaningless.
 */
export function* mergeDictionaries(
  sources: readonly Dictionary[],
  used: readonly (Uint8Array | null)[],
): Generator<void, MergedDictionary> {
  const most = sources.reduce((sum, { size }) => sum + size, 0);
  const offsets = new Uint32Array(most + 1);
  const units = new Uint16Array(sources.reduce((sum, source) => sum + source.units.length, 0));
  const numbers = sources.map(({ size }) => new Uint32Array(size));
  const cursors = new Uint32Array(sources.length);
  /** The first three units of the string at each cursor, as one number: most comparisons need no more. */
  const keys = new Float64Array(sources.length);
  const advance = (d: number, from: number): boolean => {
    const wanted = used[d];
    const size = sources[d]?.size ?? 0;
    let at = from;
    if (wanted) while (at < size && wanted[at] === 0) at++;
    cursors[d] = at;
    if (at >= size) return false;
    keys[d] = keyAt(sources[d] as Dictionary, at);
    return true;
  };
  const heap: number[] = [];
  const before = (a: number, b: number): boolean => {
    const difference = (keys[a] ?? 0) - (keys[b] ?? 0);
    if (difference !== 0) return difference < 0;
    return (
      compareAt(sources[a] as Dictionary, cursors[a] ?? 0, sources[b] as Dictionary, cursors[b] ?? 0) < 0
    );
  };
  const sink = (from: number): void => {
    const moved = heap[from] ?? 0;
    let hole = from;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] ?? 0, heap[child] ?? 0)) child++;
      if (!before(heap[child] ?? 0, moved)) break;
      heap[hole] = heap[child] ?? 0;
      hole = child;
    }
    heap[hole] = moved;
  };
  sources.forEach((_, d) => {
    if (advance(d, 0)) heap.push(d);
  });
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(i);
  let count = 0;
  let size = 0;
  let lastSource: Dictionary | undefined;
  let last = 0;
  for (let done = 1; heap.length > 0; done++) {
    const d = heap[0] ?? 0;
    const source = sources[d] as Dictionary;
    const at = cursors[d] ?? 0;
    if (lastSource === undefined || compareAt(lastSource, last, source, at) !== 0) {
      const from = source.offsets[at] ?? 0;
      const to = source.offsets[at + 1] ?? 0;
      for (let i = from; i < to; i++) units[size++] = source.units[i] ?? 0;
      offsets[++count] = size;
      lastSource = source;
      last = at;
    }
    (numbers[d] as Uint32Array)[at] = count - 1;
    if (!advance(d, at + 1)) {
      const spare = heap.pop() ?? 0;
      if (heap.length === 0) break;
      heap[0] = spare;
    }
    sink(0);
    if (done % SLICE === 0) yield;
  }
  return { dictionary: new Dictionary(offsets.slice(0, count + 1), units.slice(0, size)), numbers };
}

import { Dictionary, type MergedDictionary } from './dictionary.ts';
import { uniteDictionaries } from './unite-dictionaries.ts';

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

/** Of so many, most strings are in several. */
const MANY = 32;
/** Strings that are united without a pause: it takes some milliseconds. */
const MOST_AT_ONCE = 60_000;

/**
 * One dictionary of several.
 *
 * @param used by dictionary which strings are wanted; null for all. The number of others is meaningless.
 */
export function* mergeDictionaries(
  sources: readonly Dictionary[],
  used: readonly (Uint8Array | null)[],
): Generator<void, MergedDictionary> {
  const strings = sources.reduce((sum, { size }) => sum + size, 0);
  const small = sources.length >= MANY && strings <= MOST_AT_ONCE;
  return small ? uniteDictionaries(sources, used) : yield* mergeInOrder(sources, used);
}

/** By a heap of the dictionaries, the one whose next string is least on top. */
function* mergeInOrder(
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

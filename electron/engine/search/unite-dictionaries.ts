import { Dictionary, type MergedDictionary } from './dictionary.ts';
import { inOrder } from './in-order.ts';

/** The different strings of some dictionaries in the order they were met, found by their hashes. */
class Union {
  readonly #sources: readonly Dictionary[];
  /** By place: the number of a string, plus one; 0 where there is none. At most half of the places are taken. */
  readonly #table: Int32Array;
  /** By number: the hash of the string, the dictionary it was first met in, and its number there. */
  readonly #hashes: Int32Array;
  readonly #origins: Uint32Array;
  readonly #places: Uint32Array;
  #size = 0;

  constructor(sources: readonly Dictionary[]) {
    const most = sources.reduce((sum, { size }) => sum + size, 0);
    this.#sources = sources;
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
    this.#hashes = new Int32Array(most);
    this.#origins = new Uint32Array(most);
    this.#places = new Uint32Array(most);
  }

  /** The number of string `i` of dictionary `d`. */
  take(d: number, i: number): number {
    const { offsets, units } = this.#sources[d] as Dictionary;
    const from = offsets[i] ?? 0;
    const to = offsets[i + 1] ?? 0;
    let hash = 0x811c9dc5;
    for (let k = from; k < to; k++) hash = Math.imul(hash ^ (units[k] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    const last = this.#table.length - 1;
    for (let at = hash & last; ; at = (at + 1) & last) {
      const number = (this.#table[at] ?? 0) - 1;
      if (number < 0) {
        this.#hashes[this.#size] = hash;
        this.#origins[this.#size] = d;
        this.#places[this.#size] = i;
        this.#table[at] = ++this.#size;
        return this.#size - 1;
      }
      if (this.#hashes[number] === hash && this.#isAlike(number, units, from, to)) return number;
    }
  }

  strings(): string[] {
    return Array.from({ length: this.#size }, (_, number) =>
      (this.#sources[this.#origins[number] ?? 0] as Dictionary).at(this.#places[number] ?? 0),
    );
  }

  #isAlike(number: number, units: Uint16Array, from: number, to: number): boolean {
    const origin = this.#sources[this.#origins[number] ?? 0] as Dictionary;
    const place = this.#places[number] ?? 0;
    const start = origin.offsets[place] ?? 0;
    if ((origin.offsets[place + 1] ?? 0) - start !== to - from) return false;
    for (let k = from; k < to; k++) if (origin.units[start + k - from] !== units[k]) return false;
    return true;
  }
}

/** As `mergeDictionaries`, for many small ones: each string is looked up once, and only different ones are sorted. */
export function uniteDictionaries(
  sources: readonly Dictionary[],
  used: readonly (Uint8Array | null)[],
): MergedDictionary {
  const union = new Union(sources);
  const numbers = sources.map(({ size }, d) => {
    const wanted = used[d];
    const own = new Uint32Array(size);
    for (let i = 0; i < size; i++) if (wanted?.[i] !== 0) own[i] = union.take(d, i);
    return own;
  });
  const { sorted, ranks } = inOrder(union.strings());
  for (const own of numbers)
    for (let i = 0; i < own.length; i++) own[i] = (ranks[(own[i] ?? 0) + 1] ?? 1) - 1;
  return { dictionary: Dictionary.of(sorted), numbers };
}

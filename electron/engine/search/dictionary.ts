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

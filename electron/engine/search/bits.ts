/** A set of small whole numbers below a fixed size, 32 to a word. */
export class Bits {
  readonly #words: Uint32Array;
  readonly size: number;

  constructor(size: number, words = new Uint32Array(Math.ceil(size / 32))) {
    this.size = size;
    this.#words = words;
  }

  static all(size: number): Bits {
    const bits = new Bits(size);
    bits.#words.fill(0xffffffff);
    const spare = bits.#words.length * 32 - size;
    if (spare > 0) bits.#words[bits.#words.length - 1] = 0xffffffff >>> spare;
    return bits;
  }

  add(number: number): void {
    const word = number >>> 5;
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (number & 31));
  }

  has(number: number): boolean {
    return (((this.#words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  }

  and(other: Bits): Bits {
    return new Bits(
      this.size,
      this.#words.map((word, i) => word & (other.#words[i] ?? 0)),
    );
  }

  or(other: Bits): Bits {
    return new Bits(
      this.size,
      this.#words.map((word, i) => word | (other.#words[i] ?? 0)),
    );
  }

  count(): number {
    let count = 0;
    for (const word of this.#words) count += ones(word);
    return count;
  }

  countAnd(other: Bits): number {
    let count = 0;
    for (let i = 0; i < this.#words.length; i++)
      count += ones((this.#words[i] ?? 0) & (other.#words[i] ?? 0));
    return count;
  }
}

// Population count (H. S. Warren, "Hacker's Delight", 2nd ed., section 5-1).
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/** A set of small whole numbers, 32 to a word, that grows as it is added to. */
export class Bits {
  #words: Uint32Array;

  constructor(words = new Uint32Array(0)) {
    this.#words = words;
  }

  add(number: number): void {
    const word = number >>> 5;
    if (word >= this.#words.length) {
      const grown = new Uint32Array(Math.max(word + 1, this.#words.length * 2));
      grown.set(this.#words);
      this.#words = grown;
    }
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (number & 31));
  }

  remove(number: number): void {
    const word = number >>> 5;
    if (word < this.#words.length) this.#words[word] = (this.#words[word] ?? 0) & ~(1 << (number & 31));
  }

  has(number: number): boolean {
    return (((this.#words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  }

  and(other: Bits): Bits {
    const words = new Uint32Array(Math.min(this.#words.length, other.#words.length));
    for (let i = 0; i < words.length; i++) words[i] = (this.#words[i] ?? 0) & (other.#words[i] ?? 0);
    return new Bits(words);
  }

  or(other: Bits): Bits {
    const words = new Uint32Array(Math.max(this.#words.length, other.#words.length));
    for (let i = 0; i < words.length; i++) words[i] = (this.#words[i] ?? 0) | (other.#words[i] ?? 0);
    return new Bits(words);
  }

  count(): number {
    let count = 0;
    for (const word of this.#words) count += ones(word);
    return count;
  }

  countAnd(other: Bits): number {
    const length = Math.min(this.#words.length, other.#words.length);
    let count = 0;
    for (let i = 0; i < length; i++) count += ones((this.#words[i] ?? 0) & (other.#words[i] ?? 0));
    return count;
  }

  /** How many of these numbers are in it. */
  countOf(numbers: Uint32Array): number {
    const words = this.#words;
    let count = 0;
    for (const number of numbers) count += ((words[number >>> 5] ?? 0) >>> (number & 31)) & 1;
    return count;
  }

  /** In ascending order. */
  each(visit: (number: number) => void): void {
    this.#words.forEach((word, i) => {
      for (let left = word; left !== 0; left &= left - 1) visit(i * 32 + 31 - Math.clz32(left & -left));
    });
  }
}

// Population count (H. S. Warren, "Hacker's Delight", 2nd ed., section 5-1).
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

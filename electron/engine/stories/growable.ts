/** Little is held for what may come: most lists are made once and grow by a few. */
const GROWTH = 1.125;

/** Whole numbers or fractions in the order in which they were added, four bytes each. */
class Growable<T extends Int32Array | Float32Array> {
  private items: T;
  private readonly make: (length: number) => T;
  length = 0;

  constructor(make: (length: number) => T) {
    this.make = make;
    this.items = make(1024);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = this.make(Math.ceil(this.length * GROWTH) + 1024);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  at(index: number): number {
    return this.items[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.items[index] = value;
  }

  /** What was added so far, without a copy: good until the next `push`. */
  view(): T {
    return this.items.subarray(0, this.length) as T;
  }
}

export class Ints extends Growable<Int32Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Int32Array(length));
  }
}

export class Floats extends Growable<Float32Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Float32Array(length));
  }
}

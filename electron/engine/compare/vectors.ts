import table from './vectors.json' with { type: 'json' };

export const DIMENSIONS = table.dimensions;

interface Table {
  readonly indexOf: ReadonlyMap<string, number>;
  readonly numbers: Int8Array;
}

// Read on first use: not every command needs it.
let read: Table | undefined;

function decoded(): Table {
  const bytes = Buffer.from(table.vectors, 'base64');
  return {
    indexOf: new Map(table.stems.split(' ').map((stem, index) => [stem, index])),
    numbers: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}

/** What an English stem is used like, as a vector of length 1 and {@link DIMENSIONS} numbers; null where unknown. */
export function vectorOf(stem: string): Float32Array | null {
  read ??= decoded();
  const index = read.indexOf.get(stem);
  if (index === undefined) return null;
  return unit(Float32Array.from(read.numbers.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS)));
}

/** Makes a vector's length 1, unless it is 0; changes it. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(product(vector, vector));
  if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
  return vector;
}

/** The inner product of two vectors of {@link DIMENSIONS} numbers: the cosine where both have length 1. */
export function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Adds a multiple of a vector to another. */
export function addTo(sum: Float32Array, vector: Float32Array, times: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + times * (vector[i] ?? 0);
}

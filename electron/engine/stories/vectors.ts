/** A sparse vector: dimensions ascending, weights in step with them. */
export interface SparseVector {
  readonly dims: Int32Array;
  readonly weights: Float32Array;
}

function positionOf(dims: Int32Array, wanted: number): number {
  let low = 0;
  let high = dims.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = dims[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export function dot(a: SparseVector, b: SparseVector): number {
  const [small, large] = a.dims.length <= b.dims.length ? [a, b] : [b, a];
  let sum = 0;
  // The sum of a big story is much longer than one article: looking up beats walking both.
  if (small.dims.length * 12 < large.dims.length) {
    for (let i = 0; i < small.dims.length; i++) {
      const at = positionOf(large.dims, small.dims[i] ?? 0);
      if (at >= 0) sum += (small.weights[i] ?? 0) * (large.weights[at] ?? 0);
    }
    return sum;
  }
  let i = 0;
  let j = 0;
  while (i < small.dims.length && j < large.dims.length) {
    const left = small.dims[i] ?? 0;
    const right = large.dims[j] ?? 0;
    if (left === right) sum += (small.weights[i++] ?? 0) * (large.weights[j++] ?? 0);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}

export function add(a: SparseVector, b: SparseVector): SparseVector {
  const dims = new Int32Array(a.dims.length + b.dims.length);
  const weights = new Float32Array(dims.length);
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < a.dims.length || j < b.dims.length) {
    const left = i < a.dims.length ? (a.dims[i] ?? 0) : Infinity;
    const right = j < b.dims.length ? (b.dims[j] ?? 0) : Infinity;
    dims[length] = Math.min(left, right);
    weights[length++] =
      (left <= right ? (a.weights[i++] ?? 0) : 0) + (right <= left ? (b.weights[j++] ?? 0) : 0);
  }
  return { dims: dims.slice(0, length), weights: weights.slice(0, length) };
}

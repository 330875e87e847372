const SWEEPS = 30;
const SETTLED = 1e-12;

/** The eigenvectors of a symmetric matrix by Jacobi's rotations, that of the largest eigenvalue first. */
export function eigenvectors(symmetric: readonly (readonly number[])[]): number[][] {
  const size = symmetric.length;
  const matrix = Float64Array.from(symmetric.flat());
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  const at = (i: number, j: number) => matrix[i * size + j] ?? 0;
  const rotate = (data: Float64Array, x: number, y: number, cos: number, sin: number) => {
    const [a, b] = [data[x] ?? 0, data[y] ?? 0];
    data[x] = cos * a - sin * b;
    data[y] = sin * a + cos * b;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rest = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        rest += at(p, q) ** 2;
        if (at(p, q) === 0) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const cos = 1 / Math.hypot(tangent, 1);
        const sin = tangent * cos;
        for (let k = 0; k < size; k++) rotate(matrix, k * size + p, k * size + q, cos, sin);
        for (let k = 0; k < size; k++) rotate(matrix, p * size + k, q * size + k, cos, sin);
        for (let k = 0; k < size; k++) rotate(vectors, p * size + k, q * size + k, cos, sin);
      }
    }
    if (rest < SETTLED) break;
  }
  return Array.from({ length: size }, (_, i) => i)
    .sort((i, j) => at(j, j) - at(i, i))
    .map((i) => [...vectors.subarray(i * size, (i + 1) * size)]);
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/**
 * Vectors without their mean and first `skipped` principal components, which tell how often a word is used and not
 * what it means (Mu and Viswanath, "All-but-the-top", 2018), along their next `kept` components.
 */
export function alongPrincipal(
  vectors: readonly (readonly number[])[],
  skipped: number,
  kept: number,
): number[][] {
  const size = vectors[0]?.length ?? 0;
  const mean = new Array<number>(size).fill(0);
  for (const vector of vectors)
    vector.forEach((value, i) => (mean[i] = (mean[i] ?? 0) + value / vectors.length));
  const centred = vectors.map((vector) => vector.map((value, i) => value - (mean[i] ?? 0)));
  const covariance = mean.map(() => new Array<number>(size).fill(0));
  for (const vector of centred) {
    vector.forEach((value, i) => {
      const row = covariance[i] ?? [];
      for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + (value * (vector[j] ?? 0)) / vectors.length;
    });
  }
  const axes = eigenvectors(covariance).slice(skipped, skipped + kept);
  return centred.map((vector) => axes.map((axis) => dot(vector, axis)));
}

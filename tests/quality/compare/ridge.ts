/** A fitted logistic regression. */
export interface Fitted {
  readonly constant: number;
  readonly coefficients: readonly number[];
}

const ROUNDS = 15;
const SETTLED = 1e-5;

/** Solves a symmetric positive definite system by Cholesky's decomposition; changes `matrix`. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (i: number, j: number) => matrix[i * size + j] ?? 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      matrix[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
  const solution = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = solution[i] ?? 0;
    for (let k = i + 1; k < size; k++) sum -= at(k, i) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  return solution;
}

function moments(rows: readonly (readonly number[])[]): { means: number[]; deviations: number[] } {
  const size = rows[0]?.length ?? 0;
  const means = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(0);
  for (const row of rows) row.forEach((value, i) => (means[i] = (means[i] ?? 0) + value / rows.length));
  for (const row of rows) {
    row.forEach(
      (value, i) => (squares[i] = (squares[i] ?? 0) + (value - (means[i] ?? 0)) ** 2 / rows.length),
    );
  }
  return { means, deviations: squares.map((square) => Math.sqrt(square) || 1) };
}

/**
 * Logistic regression with a ridge on the standardised features, by Newton's method. For tens of thousands of rows:
 * flat arrays, one triangle of the curvature.
 *
 * @param rows features; the coefficients are for these, not for standardised ones
 * @param weights how much each row counts
 */
export function fitRidge(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  weights: readonly number[],
  ridge: number,
): Fitted {
  const { means, deviations } = moments(rows);
  const features = means.length;
  const size = features + 1;
  const data = new Float64Array(rows.length * size);
  rows.forEach((row, index) => {
    data[index * size] = 1;
    for (let i = 0; i < features; i++) {
      data[index * size + i + 1] = ((row[i] ?? 0) - (means[i] ?? 0)) / (deviations[i] ?? 1);
    }
  });
  const beta = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size);
    const curvature = new Float64Array(size * size);
    for (let i = 1; i < size; i++) {
      gradient[i] = -ridge * (beta[i] ?? 0);
      curvature[i * size + i] = ridge;
    }
    for (let row = 0; row < rows.length; row++) {
      const start = row * size;
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (beta[i] ?? 0) * (data[start + i] ?? 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const weight = weights[row] ?? 1;
      const error = weight * ((outcomes[row] ?? 0) - chance);
      const spread = weight * chance * (1 - chance);
      for (let i = 0; i < size; i++) {
        const value = data[start + i] ?? 0;
        gradient[i] = (gradient[i] ?? 0) + error * value;
        for (let j = 0; j <= i; j++) {
          const at = i * size + j;
          curvature[at] = (curvature[at] ?? 0) + spread * value * (data[start + j] ?? 0);
        }
      }
    }
    const step = solve(curvature, gradient);
    let largest = 0;
    step.forEach((change, i) => {
      beta[i] = (beta[i] ?? 0) + change;
      largest = Math.max(largest, Math.abs(change));
    });
    if (largest < SETTLED) break;
  }
  const coefficients = Array.from({ length: features }, (_, i) => (beta[i + 1] ?? 0) / (deviations[i] ?? 1));
  const shift = coefficients.reduce((sum, value, i) => sum + value * (means[i] ?? 0), 0);
  return { constant: (beta[0] ?? 0) - shift, coefficients };
}

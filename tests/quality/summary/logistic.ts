/** An observation: its features, and how sure or how often what is foretold came true, 0 to 1. */
export interface Observation {
  readonly features: readonly number[];
  readonly outcome: number;
}

const ROUNDS = 20;
const SETTLED = 1e-6;

/** Solves a symmetric positive definite system by Gaussian elimination; changes both arguments. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const at = (i: number, j: number) => matrix[i]?.[j] ?? 0;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = at(row, pivot) / at(pivot, pivot);
      if (factor === 0) continue;
      const target = matrix[row] ?? [];
      for (let column = pivot; column < size; column++)
        target[column] = at(row, column) - factor * at(pivot, column);
      right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row] ?? 0;
    for (let column = row + 1; column < size; column++) sum -= at(row, column) * (solution[column] ?? 0);
    solution[row] = sum / at(row, row);
  }
  return solution;
}

/** Coefficients of a logistic regression with a ridge on all but the first, by Newton's method. */
export function logisticRegression(observations: readonly Observation[], ridge: number): number[] {
  const size = observations[0]?.features.length ?? 0;
  const coefficients = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = coefficients.map((value, i) => (i === 0 ? 0 : -ridge * value));
    const curvature = coefficients.map((_, i) => coefficients.map((_, j) => (i === j && i > 0 ? ridge : 0)));
    for (const { features, outcome } of observations) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (coefficients[i] ?? 0) * (features[i] ?? 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const spread = chance * (1 - chance);
      for (let i = 0; i < size; i++) {
        const value = features[i] ?? 0;
        if (value === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + (outcome - chance) * value;
        const row = curvature[i] ?? [];
        for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + spread * value * (features[j] ?? 0);
      }
    }
    const step = solve(curvature, gradient);
    step.forEach((change, i) => (coefficients[i] = (coefficients[i] ?? 0) + change));
    if (Math.max(...step.map(Math.abs)) < SETTLED) break;
  }
  return coefficients;
}

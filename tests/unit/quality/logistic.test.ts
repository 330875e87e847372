import { expect, test } from 'vitest';
import { logisticRegression } from '../../quality/summary/logistic.ts';

const chance = (x: number, y: number) => 1 / (1 + Math.exp(-(-1 + 2 * x - 0.5 * y)));
const grid = [-1, 0, 1, 2].flatMap((x) =>
  [-2, 0, 3].map((y) => ({ features: [1, x, y], outcome: chance(x, y) })),
);

test('finds the coefficients that made the outcomes', () => {
  const found = logisticRegression(grid, 0);
  [-1, 2, -0.5].forEach((expected, i) => expect(found[i]).toBeCloseTo(expected, 4));
});

test('draws all coefficients but the first towards nothing by a ridge', () => {
  const [constant = 0, ...others] = logisticRegression(grid, 1e6);
  for (const coefficient of others) expect(Math.abs(coefficient)).toBeLessThan(0.001);
  const mean = grid.reduce((sum, { outcome }) => sum + outcome, 0) / grid.length;
  expect(1 / (1 + Math.exp(-constant))).toBeCloseTo(mean, 3);
});

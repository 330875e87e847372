import { expect, test } from 'vitest';
import { fuzz } from '../../faults/fuzz/fuzz.ts';

// `npm run faults -- fuzz` does ten thousand.
test('mutated documents give sound articles, or failures', async () => {
  const { articles, failures, faults } = await fuzz({ rounds: 100, seed: 101 });
  expect(faults).toEqual([]);
  // Mutations that spoil everything would test nothing.
  expect(articles).toBeGreaterThan(30);
  expect(Object.keys(failures).length).toBeGreaterThan(1);
}, 120_000);

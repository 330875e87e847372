import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestRising } from '../../../../electron/engine/compare/increasing.ts';

/** By trying every subsequence. */
function bySearch(values: readonly number[], from = 0, last = -Infinity): number {
  if (from === values.length) return 0;
  const here = values[from] ?? 0;
  const without = bySearch(values, from + 1, last);
  return here < last ? without : Math.max(without, 1 + bySearch(values, from + 1, here));
}

describe('the longest rising subsequence', () => {
  test.each([
    [[], 0],
    [[3], 1],
    [[1, 2, 3], 3],
    [[3, 2, 1], 1],
    [[2, 5, 3, 7, 11, 8, 10, 13, 6], 6],
    [[1, 1, 1], 3],
  ])('of %j has length %i', (values, length) => {
    expect(longestRising(values)).toBe(length);
  });

  test('is as long as a search of all finds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), (values) => {
        expect(longestRising(values)).toBe(bySearch(values));
      }),
    );
  });
});

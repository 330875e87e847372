import { expect, it } from 'vitest';
import type { FacetValue } from '../../../../../electron/api/index.ts';
import { firstOf } from '../../../../../renderer/views/library/facets.ts';

const values = (marks: string): FacetValue[] =>
  [...marks].map((mark) => ({
    value: mark,
    label: mark,
    count: 1,
    selected: mark === mark.toUpperCase(),
  }));

it.each([
  ['abcd', 2, 'ab'],
  ['abCd', 2, 'aC'],
  ['abCD', 1, 'CD'],
  ['ab', 5, 'ab'],
])('of %s the first %d are %s', (marks, first, expected) => {
  expect(
    firstOf(values(marks), first)
      .map(({ value }) => value)
      .join(''),
  ).toBe(expected);
});

import { describe, expect, it } from 'vitest';
import { assignPlaces, colourAt, letterAt } from '../../../../renderer/state/reading-letters.ts';
import { articleId } from './reading-fake.ts';

describe('letterAt', () => {
  it.each([
    [0, 'A'],
    [5, 'F'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [52, 'BA'],
    [199, 'GR'],
  ])('of place %i is %s', (place, letter) => {
    expect(letterAt(place)).toBe(letter);
  });
});

it('shares the six colours in turn', () => {
  expect([0, 5, 6, 13].map(colourAt)).toEqual([1, 6, 1, 2]);
});

describe('assignPlaces', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(articleId) as [never, never, never, never];

  it('goes by the order at first', () => {
    expect([...assignPlaces([b, a])]).toEqual([
      [b, 0],
      [a, 1],
    ]);
  });

  it('lets articles keep their place and gives newcomers the first free one', () => {
    const before = assignPlaces([a, b, c]);
    expect(Object.fromEntries(assignPlaces([d, c, a], before))).toEqual({ a: 0, c: 2, d: 1 });
  });
});

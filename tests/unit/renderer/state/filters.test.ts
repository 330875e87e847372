import { describe, expect, it } from 'vitest';
import { chosenCount, toggled } from '../../../../renderer/state/filters.ts';
import { NO_FILTERS } from '../../../../renderer/state/stored.ts';

describe('toggled', () => {
  it('chooses a value, and takes it back without leaving a trace', () => {
    const once = toggled(NO_FILTERS, 'topic', 'nato');
    expect(once).toEqual({ values: { topic: ['nato'] }, match: 'all' });
    expect(toggled(once, 'topic', 'nato')).toEqual(NO_FILTERS);
  });

  it('leaves the other facets and the way they combine as they are', () => {
    const before = { values: { topic: ['a'], place: ['b'] }, match: 'any' } as const;
    expect(toggled(before, 'place', 'c')).toEqual({
      values: { topic: ['a'], place: ['b', 'c'] },
      match: 'any',
    });
  });
});

describe('chosenCount', () => {
  it('counts the values of all facets', () => {
    expect(chosenCount({ values: { topic: ['a', 'b'], year: ['2025'] }, match: 'all' })).toBe(3);
    expect(chosenCount(NO_FILTERS)).toBe(0);
  });
});

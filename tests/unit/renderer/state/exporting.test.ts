import { describe, expect, it } from 'vitest';
import { paperOf } from '../../../../renderer/state/exporting.svelte.ts';

describe('paperOf', () => {
  it.each([
    ['en-US', 'Letter'],
    ['en', 'Letter'],
    ['fr-CA', 'Letter'],
    ['en-GB', 'A4'],
    ['de', 'A4'],
    ['', 'A4'],
    ['not a locale', 'A4'],
  ])('of %j is %s', (locale, paper) => {
    expect(paperOf(locale)).toBe(paper);
  });
});

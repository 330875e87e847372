import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampWidth,
  DEFAULTS,
  LIBRARY_WIDTH,
  parseStored,
  shellTheme,
} from '../../../../renderer/state/stored.ts';

describe('shellTheme', () => {
  it.each([
    ['system', 'system'],
    ['light', 'light'],
    ['dark', 'dark'],
    ['contrast', 'system'],
  ] as const)('of %s is %s', (theme, expected) => {
    expect(shellTheme(theme)).toBe(expected);
  });
});

describe('parseStored', () => {
  it.each([null, '', 'not JSON', '[]', '3', '{}'])('gives the defaults for %j', (text) => {
    expect(parseStored(text)).toEqual(DEFAULTS);
  });

  it('reads back what was written', () => {
    const stored = {
      theme: 'dark',
      textSize: 1.25,
      libraryOpen: false,
      libraryWidth: 300,
      storyId: 's-1',
      filters: { values: { topic: ['nato'] }, match: 'any' },
    };
    expect(parseStored(JSON.stringify(stored))).toEqual(stored);
  });

  it('puts the default in place of each field that is not sound, and keeps the others', () => {
    const text = JSON.stringify({
      theme: 'pink',
      textSize: 7,
      libraryWidth: 9999,
      filters: { values: { topic: [1, 'a'], place: 'b' }, match: 3 },
    });
    expect(parseStored(text)).toEqual({
      ...DEFAULTS,
      libraryWidth: LIBRARY_WIDTH.max,
      filters: { values: { topic: ['a'] }, match: 'all' },
    });
  });

  it('never throws, whatever is stored', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseStored(JSON.stringify(value))));
  });
});

describe('clampWidth', () => {
  it('keeps every width between the narrowest and the widest', () => {
    fc.assert(
      fc.property(fc.double(), (width) => {
        expect(clampWidth(width)).toBeGreaterThanOrEqual(LIBRARY_WIDTH.min);
        expect(clampWidth(width)).toBeLessThanOrEqual(LIBRARY_WIDTH.max);
      }),
    );
  });
});

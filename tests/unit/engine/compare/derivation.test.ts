import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../../electron/engine/compare/align.ts';
import { derivationsOf } from '../../../../electron/engine/compare/derivation.ts';
import { quotationsOf } from '../../../../electron/engine/compare/quotations.ts';
import { containment, sharedRuns } from '../../../../electron/engine/compare/shingles.ts';
import { analysed } from '../articles.ts';

const TEXT = [
  'The Tern left Karsholm at dawn with two hundred passengers, the port authority said.',
  'Water was found in the engine room after an hour at sea.',
  '“We will not sail again before the summer is over and every pump has been tested,” said Anna Berg.',
  'Nobody was hurt, although several passengers were treated for shock.',
  'The company will inspect its three other ships this week.',
];
const QUOTING = [
  'Commuters in Karsholm face weeks of delays.',
  '“We will not sail again before the summer is over and every pump has been tested,” said Anna Berg.',
  'Trade unions had warned of worn seals last year.',
  'A replacement vessel is expected from Norway on Friday.',
];

function derived(...texts: readonly (readonly string[])[]) {
  const analyses = texts.map((lines, index) => analysed(`${index}.txt`, lines));
  const alignment = align(analyses);
  return derivationsOf(analyses, alignment, quotationsOf(analyses, alignment));
}

describe('derivation', () => {
  test('names every pair of articles once, the most alike first', () => {
    const found = derived(TEXT, QUOTING, TEXT, [...TEXT].reverse());
    expect(found).toHaveLength(6);
    expect(new Set(found.map(({ a, b }) => [a, b].sort().join(' '))).size).toBe(6);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((x, y) => y - x));
    expect(found[0]).toMatchObject({ score: 1, coverage: 1, shingles: 1 });
  });

  test('takes what both quote for nobody’s text', () => {
    const [only] = derived(TEXT, QUOTING);
    expect(only).toMatchObject({ shingles: 0, quotations: 1 });
    expect(only?.score).toBeLessThan(0.5);
  });

  test('shows the longest runs of words that both have, as they stand', () => {
    const other = TEXT.map((text) => text.replace('two hundred', 'some 200').replace('this week', 'soon'));
    const [only] = derived(TEXT, other);
    expect(only?.phrases[0]?.a.text).toBe('Water was found in the engine room after an hour at sea');
    for (const { a, b } of only?.phrases ?? []) {
      expect(TEXT.some((text) => text.slice(a.start, a.end) === a.text)).toBe(true);
      expect(other.some((text) => text.slice(b.start, b.end) === b.text)).toBe(true);
    }
  });

  test('has no opinion on notices of a few sentences', () => {
    expect(derived(TEXT.slice(0, 2), TEXT.slice(0, 2))[0]?.coverage).toBe(0);
  });

  test('stays between 0 and 1, whatever the texts', () => {
    const lines = fc.array(fc.constantFrom(...TEXT, ...QUOTING), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        for (const found of derived(one, other)) {
          for (const share of [found.score, found.coverage, found.shingles, found.rarePhrases]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('containment', () => {
  test.each([
    [['a', 'b'], ['b', 'c', 'd'], 0.5],
    [['a'], ['a', 'b'], 1],
    [[], ['a'], 0],
    [['a'], ['b'], 0],
  ])('of %j and %j is %d', (a, b, share) => {
    expect(containment(new Set(a), new Set(b))).toBe(share);
    expect(containment(new Set(b), new Set(a))).toBe(share);
  });
});

describe('shared runs', () => {
  test('are as many as are asked for, the longest first', () => {
    const [a, b] = [analysed('a.txt', TEXT), analysed('b.txt', TEXT)];
    const runs = sharedRuns(a, b, 2);
    expect(runs).toHaveLength(2);
    expect(runs[0]?.a.text.split(' ').length).toBeGreaterThanOrEqual(runs[1]?.a.text.split(' ').length ?? 0);
  });
});

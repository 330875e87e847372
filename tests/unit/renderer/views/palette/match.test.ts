import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matching } from '../../../../../renderer/views/palette/match.ts';

const items = ['Close this column', 'Open column D', 'Recolumn', 'Żaneta’s article'].map((label) => ({
  label,
}));
const labels = (wanted: string): readonly string[] => matching(items, wanted).map(({ item }) => item.label);

describe('matching', () => {
  it.each([
    ['', ['Close this column', 'Open column D', 'Recolumn', 'Żaneta’s article']],
    ['col', ['Close this column', 'Open column D', 'Recolumn']],
    ['COL open', ['Open column D']],
    ['zaneta', ['Żaneta’s article']],
    ['nothing', []],
  ])('for %j finds %j', (wanted, found) => {
    expect(labels(wanted)).toEqual(found);
  });

  it('marks the words found', () => {
    expect(matching(items, 'col')[0]?.parts).toEqual([
      { text: 'Close this ', found: false },
      { text: 'col', found: true },
      { text: 'umn', found: false },
    ]);
  });

  it('never loses or changes a letter of a label', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (label, wanted) => {
        for (const { parts } of matching([{ label }], wanted)) {
          expect(parts.map(({ text }) => text).join('')).toBe(label);
        }
      }),
    );
  });
});

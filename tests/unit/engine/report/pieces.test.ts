import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, widened } from '../../../../electron/engine/report/pieces.ts';

const TONES = { meant: 'strong', rest: 'plain' } as const;
const given = fc.string({ unit: 'grapheme', maxLength: 80 }).chain((text) => {
  const at = fc.nat({ max: text.length });
  const span = fc.tuple(at, at).map(([x, y]) => ({ start: Math.min(x, y), end: Math.max(x, y) }));
  return fc.record({ text: fc.constant(text), shown: span, meant: fc.array(span, { maxLength: 3 }) });
});

describe('a cut from a sentence', () => {
  it('is its words verbatim, whatever is meant in them', () => {
    fc.assert(
      fc.property(given, ({ text, shown, meant }) => {
        const { pieces } = cut(text, shown, meant, TONES);
        const words = pieces.map((piece) => piece.text).join('');
        const start = Math.min(shown.start, ...meant.map((span) => span.start));
        expect(words).toBe(text.slice(start, start + words.length));
        expect(words.length).toBeGreaterThanOrEqual(shown.end - shown.start);
      }),
    );
  });

  it('marks what is meant, and tells where words were left out', () => {
    expect(cut('It has 12 ships, they said.', { start: 3, end: 15 }, [{ start: 7, end: 9 }], TONES)).toEqual({
      pieces: [
        { text: 'has ', tone: 'plain' },
        { text: '12', tone: 'strong' },
        { text: ' ships', tone: 'plain' },
      ],
      before: true,
      after: true,
    });
    const whole = cut('Two ships.', { start: 0, end: 9 }, [], TONES);
    // A full stop is no word left out.
    expect([whole.before, whole.after]).toEqual([false, false]);
  });
});

describe('what stands around some words', () => {
  const text =
    'Early on Monday, after a night without sleep in the old town hall, the mayor said “enough” to those who had come, although nobody in the room could tell what she meant, and left.';
  const span = { start: text.indexOf('“'), end: text.indexOf('”') + 1 };
  const around = (most: number) => {
    const { start, end } = widened(text, span, most);
    return text.slice(start, end);
  };

  it('begins and ends with a clause, or a word', () => {
    expect(around(40)).toBe('the mayor said “enough” to those who had come');
    expect(around(10)).toBe('said “enough” to those');
    expect(around(500)).toBe(text);
  });

  it('holds the words, and is part of the sentence', () => {
    fc.assert(
      fc.property(given, fc.nat({ max: 60 }), ({ text: any, shown }, most) => {
        const { start, end } = widened(any, shown, most);
        expect(start).toBeLessThanOrEqual(shown.start);
        expect(end).toBeGreaterThanOrEqual(shown.end);
        expect([start >= 0, end <= any.length]).toEqual([true, true]);
      }),
    );
  });
});

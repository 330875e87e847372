import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenise } from '../../../../electron/engine/language/tokens.ts';
import { eachWord } from '../../../../electron/engine/search/words.ts';

function words(text: string): [number, number][] {
  const found: [number, number][] = [];
  eachWord(text, 'en', (start, end) => found.push([start, end]));
  return found;
}

const pieces = fc.constantFrom(
  ...[
    'a',
    'B',
    'é',
    'e\u0301',
    '1',
    '٣',
    '.',
    ',',
    ':',
    '-',
    '‑',
    '’',
    "'",
    '%',
    ' ',
    '“',
    '柏',
    'ก',
    '😀',
    '𝐀',
    'Ⅳ',
  ],
);

it('finds the words that the tokeniser finds', () => {
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 16 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (each) => {
      expect(words(each)).toEqual(tokenise(each, 'en').map(({ start, end }) => [start, end]));
    }),
    { numRuns: 3000 },
  );
});

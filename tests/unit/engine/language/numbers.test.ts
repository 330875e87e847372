import { describe, expect, test } from 'vitest';
import { continuesNumber, numberOf } from '../../../../electron/engine/language/numbers.ts';
import { tokenise } from '../../../../electron/engine/language/tokens.ts';

describe('a number', () => {
  test.each([
    ['5', '5'],
    ['five', '5'],
    ['Twenty', '20'],
    ['800,000', '800000'],
    ['1.250.000', '1250000'],
    ['3.5', '3.5'],
    ['3,5', '3.5'],
    ['90%', '90%'],
    ['fiveish', null],
    ['war', null],
    ['', null],
  ])('%j is %j', (word, number) => {
    expect(numberOf(word)).toBe(number);
  });

  test.each([
    ['800 000 troops', true],
    ['800  000 troops', false],
    ['in 2022 100 people', false],
    ['12, 345', false],
  ])('in groups of three digits goes on over a space: %j is %j', (text, expected) => {
    const tokens = tokenise(text);
    expect(tokens.some((token, index) => continuesNumber(tokens[index - 1], token))).toBe(expected);
  });
});

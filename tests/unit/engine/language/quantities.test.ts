import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnalysedSentence } from '../../../../electron/engine/language/analysis.ts';
import { findQuantities } from '../../../../electron/engine/language/quantities.ts';
import { made } from '../summary/made.ts';

function sentence(text: string): AnalysedSentence {
  const [first] = made('a.txt', [[text]]).sentences;
  if (!first) throw new Error('A sentence was made.');
  return first;
}

/** Each quantity as "words | value unit bound". */
function read(text: string): string[] {
  return findQuantities(sentence(text)).map(
    ({ start, end, value, unit, bound }) =>
      `${text.slice(start, end)} | ${String(Math.round(value * 1000) / 1000)} ${unit} ${bound}`,
  );
}

describe('quantities', () => {
  test.each([
    ['They keep around 800 000 troops.', ['around 800 000 troops | 800000 troop about']],
    ['They keep 800,000 armed troops.', ['800,000 armed troops | 800000 troop exact']],
    [
      'It would allocate €90 billion (£78.6 billion) to them.',
      ['€90 billion | 90000000000 EUR exact', '£78.6 billion | 78600000000 GBP exact'],
    ],
    ['Some $1.5bn was lost.', ['Some $1.5bn | 1500000000 USD about']],
    ['About 90% of the issues are solved.', ['About 90% | 90 % about']],
    ['Nearly two-thirds of voters agree.', ['Nearly two-thirds | 66.667 % below']],
    ['One in five voters agrees.', ['One in five | 20 % exact']],
    ['Over a million households lost power.', ['Over a million households | 1000000 household above']],
    ['At least 14 people were killed.', ['At least 14 people | 14 dead above']],
    ['The blast killed 14 people.', ['14 people | 14 dead exact']],
    ['Nine others are still missing.', ['Nine | 9 missing exact']],
    ['They held a five-hour meeting.', ['five-hour | 5 hour exact']],
    ['The talks took over five hours.', ['over five hours | 5 hour above']],
    ['It took two and a half hours.', ['two and a half hours | 2.5 hour exact']],
    ['The constructor built 20 cars, the constructor of the year.', ['20 cars | 20 car exact']],
    ['Nineteen demonstrators were arrested.', ['Nineteen demonstrators | 19 arrested exact']],
    ['A dozen officers came.', ['A dozen officers | 12 offic exact']],
    ['Tens of thousands of files were found.', ['Tens of thousands of files | 20000 file about']],
    ['The 20-point plan is new.', ['20-point | 20 point exact']],
    ['The 46-year-old teacher left.', ['46-year-old | 46 year-old exact']],
    ['Greta Haug, 62, waited.', ['62 | 62 year-old exact']],
    ['It had a crew of six.', ['crew of six | 6 crew exact']],
    ['Twenty-five passengers or more stayed.', ['Twenty-five passengers or more | 25 passeng above']],
    ['Gusts of 56 mph were felt.', ['56 mph | 90.104 km/h exact']],
    ['The House voted 420-0 for it.', ['420 | 420 vote exact']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });

  test.each([
    'On December 14 they met.',
    'On Sept. 11, 2001, it began.',
    'It was built in 1978.',
    'From 2009 to 2013 he was governor.',
    'The 2020 Democratic candidates met.',
    'It left at 9:30 and at 10 p.m.',
    'Article 5 of the treaty says so.',
    'He is the No. 2 of the party.',
    'It is their first meeting and their third day.',
    'One of the signals was clear.',
    'They lost Flight 370 over the sea.',
  ])('%s has none', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('what is rounded, bounded or vague allows for the numbers it may stand for', () => {
    const range = (text: string) => findQuantities(sentence(text)).map(({ low, high }) => [low, high]);
    expect(range('More than 20 people came.')).toEqual([[20, 30]]);
    expect(range('Hundreds of people came.')).toEqual([[160, 1000]]);
    expect(range('Some 10 to 15 people came.')).toEqual([[8, 15]]);
    expect(range('Exactly 23 people came.')).toEqual([[23, 23]]);
  });

  test('a length of time that tells when is told from one that tells how long', () => {
    const modifiers = (text: string) => findQuantities(sentence(text)).map((quantity) => quantity.modifiers);
    expect(modifiers('He left ten days ago.')).toEqual([['ago']]);
    expect(modifiers('He stayed ten days.')).toEqual([[]]);
  });

  test('any text gives quantities that lie inside it, in order, and nothing is thrown', () => {
    const word = fc.constantFrom(
      ...'a one two five-hour 20-point 800 000 3.5 90% $ € million dozens of half at least killed people were - to and . ,'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (made) => {
        const found = findQuantities(sentence(`X ${made}`));
        let at = 0;
        for (const { start, end, value, low, high } of found) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(made.length + 2);
          expect(low).toBeLessThanOrEqual(value + 1e-9);
          expect(high).toBeGreaterThanOrEqual(value - 1e-9);
          at = start;
        }
      }),
    );
  });
});

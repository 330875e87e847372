import { expect, test } from 'vitest';
import { prepared } from '../../../../electron/engine/summary/prepare.ts';
import { made, type MadeBlock } from './made.ts';

/** Which sentences of an article may stand in a summary. */
const fit = (blocks: readonly MadeBlock[], language = 'en') =>
  prepared(made('a.txt', blocks, language)).sentences.map(({ statement }) => statement);

test.each<[string, string, boolean]>([
  ['a statement', 'The river burst its banks on Tuesday night.', true],
  ['a question', 'Will the dykes hold until the end of the week?', false],
  ['a question in quotation marks', '“Will the dykes hold until the end of the week?”', false],
  ['a line without a stop', 'The river seen from the old bridge at Menn', false],
  ['a few words', 'Nobody was hurt.', false],
  ['a sentence cut off at its start', 'and the river burst its banks on Tuesday.', false],
  ['an open bracket', 'The river (which had been high for days burst its banks.', false],
  ['an open quotation', 'He said: “We had ten minutes to get out of there.', false],
  ['a closed quotation', '“We had ten minutes to get out of there,” said Ilse Brandt.', true],
  ['words to the reader', 'Sign up to our newsletter for more stories like it.', false],
  ['a line that leads to a list', 'The measures that were agreed on Monday are these:', false],
])('judges %s', (_, text, expected) => {
  expect(fit([[text]])).toEqual([expected]);
});

test('takes nothing from the middle of a quotation', () => {
  const inside = [
    'The governor said: "The water came faster than anybody had expected it.',
    'The dykes were built for another kind of winter and another river.',
    'The county will pay for what was lost in the night."',
    'The government will decide about the emergency on Thursday.',
  ];
  expect(fit([inside])).toEqual([false, false, false, true]);
  expect(fit([inside.map((text) => text.replace(': "', ': “').replace('."', '.”'))])).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('does not take a stray mark for a quotation that never ends', () => {
  const stray = [
    'The pipe had a width of 12" and burst in the night.',
    ...Array<string>(6).fill('The county will pay for what was lost in the night.'),
  ];
  expect(fit([stray])).toEqual([false, true, true, true, true, true, true]);
});

test('takes items of a list that are sentences only', () => {
  const item = (text: string): MadeBlock => ({ type: 'list-item', sentences: [text] });
  expect(
    fit([
      item('The county will pay for repairs to the dykes.'),
      item('Repairs to the dykes in Ostrel and Menn.'),
    ]),
  ).toEqual([true, false]);
});

test('leaves preformatted text alone', () => {
  expect(
    fit([{ type: 'preformatted', sentences: ['Ostrel 6.2 metres\nVeldby 5.8 metres\nMenn 4.1 metres.'] }]),
  ).toEqual([false]);
});

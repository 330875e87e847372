import { describe, expect, test } from 'vitest';
import { prepared } from '../../../../electron/engine/summary/prepare.ts';
import { made } from './made.ts';

const BACKGROUND = 'Governor Petra Aldin visited the flooded town on Tuesday.';

function leaning(text: string): number {
  const [first] = prepared(made('one.txt', [[text], [BACKGROUND]])).sentences;
  if (!first) throw new Error('The article has sentences.');
  return first.leaning;
}

describe('how much a sentence leans on others', () => {
  test.each([
    'The river Harl burst its banks near Ostrel on Tuesday night.',
    'Petra Aldin said that she would ask the government for help.',
    'The minister said that he would resign.',
    'Police in Ostrel arrested three people.',
    'The government will decide on Thursday.',
    'The letter of the bishops asked for more.',
    'It took the crew an hour to reach the island.',
  ])('is nothing: %s', (text) => {
    expect(leaning(text)).toBe(0);
  });

  test.each([
    ['It is to climb to 21 per cent in July.', 'opens on a pronoun'],
    ['In a letter to the council, she asked for another vote.', 'speaks of somebody not named'],
    ['A decision of this council binds our successors for good.', 'speaks as “we” outside a quotation'],
    ['Two members nevertheless opposed the plan in the council.', 'answers another sentence'],
    ['Rain had closed the road to Ostrel the previous day.', 'tells the time from another sentence'],
    ['Aldin called for a state of emergency in the valley.', 'cuts a name that the article has in full'],
    ['The letter asked for the raising of the dykes.', 'speaks of a thing mentioned before'],
    ['“The dykes are old and the money is gone,” said Petra Aldin.', 'is mostly a quotation'],
  ])('%s %s', (text) => {
    expect(leaning(text)).toBeGreaterThan(0.1);
  });

  test('grows with words beyond what is read without effort', () => {
    const long = (words: number) => leaning(`The river Harl rose ${'and rose '.repeat(words)}near Ostrel.`);
    expect(long(8)).toBe(0);
    expect(long(14)).toBeGreaterThan(0);
    expect(long(18)).toBeGreaterThan(long(14));
  });

  test('takes a quoted “we” for the speaker’s', () => {
    expect(leaning('The mayor of Ostrel, Jan Brod, said that “we” had won.')).toBe(0);
  });

  test('is not judged in other languages', () => {
    const [first] = prepared(made('de.txt', [['Sie sagte, dass er kommt.']], 'de')).sentences;
    expect(first?.leaning).toBe(0);
  });
});

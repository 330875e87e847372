import { expect, test } from 'vitest';
import { tokenise } from '../../../../electron/engine/language/tokens.ts';
import { hasFiniteVerb } from '../../../../electron/engine/summary/verbs.ts';
import { summarise } from '../../../../electron/engine/summary/summarise.ts';
import { made } from './made.ts';

test.each<[string, boolean]>([
  ['The river has burst its banks.', true],
  ['The mayor didn’t wait for the council.', true],
  ['Rescue teams reached the last farm before dawn.', true],
  ['The first boats left the harbour on Monday.', true],
  ['The bank took over its smaller rival.', true],
  ['A flood warning service headed by the county, involving twelve towns.', false],
  ['Three boats, two tractors and a helicopter.', false],
  ['A plan to raise the dykes along the lower river.', false],
  ['Residents of Ostrel carrying furniture along the old road.', false],
])('tells whether “%s” has a finite verb', (text, expected) => {
  expect(hasFiniteVerb({ text, tokens: tokenise(text) }, { mixed: true })).toBe(expected);
});

test('a summary takes a sentence rather than a fragment that says as much', () => {
  const fragment = 'A flood warning service for the river Harl headed by the county, involving twelve towns.';
  const whole = 'Twelve towns on the river Harl will share a flood warning service that the county heads.';
  const lead = 'Ostrel dried its cellars on Friday after the river Harl had flooded it for three days.';
  const texts = (blocks: string[]) =>
    summarise([made('a.txt', [blocks])], { sentences: 2 }).sentences.map(({ text }) => text);
  expect(texts([lead, fragment, whole])).toEqual([lead, whole]);
  expect(texts([lead, whole, fragment])).toEqual([lead, whole]);
});

import { expect, test } from 'vitest';
import { opensOnAntecedent, pointsElsewhere } from '../../../../electron/engine/summary/openings.ts';

test.each([
  'However, the talks went on.',
  'He denied the charge.',
  '“They left us nothing,” said Ilse Brandt.',
  'This has not been confirmed.',
  'These negotiations unfold at a critical time.',
  'But his party disagreed.',
  'In addition, the bank will close branches.',
  'After that, the works stopped.',
  'It’s a good fit, the chairman said.',
  'Their grandson is missing.',
  'Meanwhile, prices rose.',
  'Such a move would need approval.',
  'With this, the case is closed.',
])('knows that “%s” needs the sentence before it', (text) => {
  expect(opensOnAntecedent(text)).toBe(true);
});

test.each([
  'It is not known who fired the shots.',
  'It was the first landing since 2019.',
  'There were 300 people on board.',
  'This week the council meets again.',
  'Those who fled slept in sports halls.',
  'Some 300 people were hurt.',
  'Both sides called the talks useful.',
  'One of the bridges was swept away.',
  'Theresa May resigned on Friday.',
  'Butler signed a contract for three years.',
  'Later this week the parliament votes.',
  'The probe landed on Saturday.',
])('knows that “%s” stands by itself', (text) => {
  expect(opensOnAntecedent(text)).toBe(false);
});

test.each([
  ['German Chancellor Friedrich Merz also took part in these discussions.', true],
  ['The minister called such a step unlikely.', true],
  ['The cabinet met to discuss this proposal.', true],
  ['The council meets again this week.', false],
  ['The minister called for calm.', false],
])('tells whether “%s” points at another sentence', (text, expected) => {
  expect(pointsElsewhere(text)).toBe(expected);
});

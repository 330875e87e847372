import { expect, it } from 'vitest';
import { budgetWords } from '../../../../../renderer/views/export/wording.ts';

it.each([
  [{ words: 100 }, '100 words'],
  [{ sentences: 1 }, '1 sentence'],
  [{ ratio: 0.05 }, '5 %'],
])('a budget of %j reads %j', (budget, words) => {
  expect(budgetWords(budget)).toBe(words);
});

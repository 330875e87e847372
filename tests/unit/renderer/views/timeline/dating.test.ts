import { expect, it } from 'vitest';
import { datingText } from '../../../../../renderer/views/timeline/dating.ts';
import { articleId } from '../../state/reading-fake.ts';

it.each([
  ['2025-12-15', 'stated', '15 December 2025'],
  ['2025-12-15', 'inferred', '15 December 2025, inferred'],
  ['2025-12-15', 'corrected', '15 December 2025, set by you'],
  [null, 'unknown', 'date not known'],
] as const)('%s, %s, is told as %s', (date, origin, text) => {
  expect(datingText({ articleId: articleId('a'), date, origin, reason: '' })).toBe(text);
});

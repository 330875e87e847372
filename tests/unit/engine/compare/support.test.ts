import { expect, test } from 'vitest';
import type { AlignedPair } from '../../../../electron/api/index.ts';
import { supportFrom } from '../../../../electron/engine/compare/support.ts';
import { analysed } from '../articles.ts';

const analyses = [
  analysed('a.txt', ['The dam broke at dawn.']),
  analysed('b.txt', ['At dawn the dam gave way.', 'The dam had broken.']),
  analysed('c.txt', ['A dam broke.']),
];
const idOf = (article: number, sentence: number) => {
  const found = analyses[article]?.sentences[sentence];
  if (!found) throw new Error('There is no such sentence.');
  return found.id;
};
const pair = (
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
  score: number,
  strength: AlignedPair['strength'] = 'full',
): AlignedPair => ({ a: idOf(a, b), b: idOf(c, d), score, strength });

function supporters(pairs: readonly AlignedPair[], article = 0): string[] {
  const alignment = { articleIds: [], pairs, groups: [], unique: [] };
  return supportFrom(analyses, alignment)(idOf(article, 0)).map(({ sentenceId }) => sentenceId);
}

test('support comes from both sides of a pair', () => {
  const pairs = [pair([0, 0], [2, 0], 0.9)];
  expect(supporters(pairs)).toEqual([idOf(2, 0)]);
  expect(supporters(pairs, 2)).toEqual([idOf(0, 0)]);
});

test('an article supports a sentence once, by its best sentence', () => {
  const pairs = [pair([0, 0], [2, 0], 0.9), pair([1, 1], [0, 0], 0.8), pair([0, 0], [1, 0], 0.7)];
  expect(supporters(pairs)).toEqual([idOf(2, 0), idOf(1, 1)]);
});

test('a partial pair is no support: it shares the subject but not the whole statement', () => {
  expect(supporters([pair([0, 0], [1, 0], 0.9, 'partial'), pair([0, 0], [1, 1], 0.8)])).toEqual([idOf(1, 1)]);
});

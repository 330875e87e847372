import { describe, expect, test } from 'vitest';
import type { AlignedPair } from '../../../../electron/api/index.ts';
import { groupsOf } from '../../../../electron/engine/compare/groups.ts';
import { analysed } from '../articles.ts';

const articles = ['a', 'b', 'c'].map((name) =>
  analysed(`${name}.txt`, [`One of ${name}.`, `Two of ${name}.`]),
);
const id = (article: number, sentence: number) => {
  const found = articles[article]?.sentences[sentence]?.id;
  if (!found) throw new Error('no such sentence');
  return found;
};
const pair = (
  a: [number, number],
  b: [number, number],
  score: number,
  strength: AlignedPair['strength'],
) => ({
  a: id(...a),
  b: id(...b),
  score,
  strength,
});

describe('groups', () => {
  test('join what is full in all its pairs, across articles', () => {
    const pairs = [
      pair([0, 0], [1, 0], 0.9, 'full'),
      pair([1, 0], [2, 0], 0.8, 'full'),
      pair([0, 0], [2, 0], 0.7, 'partial'),
    ];
    expect(groupsOf(articles, pairs)).toEqual([{ sentences: [id(0, 0), id(1, 0), id(2, 0)] }]);
  });

  test('do not follow a chain whose ends have nothing to do with each other', () => {
    const pairs = [pair([0, 0], [1, 0], 0.9, 'full'), pair([1, 0], [2, 0], 0.8, 'full')];
    expect(groupsOf(articles, pairs)).toEqual([{ sentences: [id(0, 0), id(1, 0)] }]);
  });

  test('have one sentence of an article, and leave partial pairs out', () => {
    const pairs = [
      pair([0, 0], [1, 0], 0.9, 'full'),
      pair([0, 1], [1, 0], 0.8, 'full'),
      pair([0, 1], [2, 1], 0.7, 'partial'),
    ];
    expect(groupsOf(articles, pairs)).toEqual([{ sentences: [id(0, 0), id(1, 0)] }]);
  });
});

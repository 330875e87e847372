import { expect, it } from 'vitest';
import { kendallAt, overlapAt } from '../../../quality/search/agreement.ts';
import { inventedArticles } from '../../../quality/search/articles.ts';
import { compareWithLunr } from '../../../quality/search/compared.ts';
import { OVERLAP_BAR } from '../../../quality/search/quality.ts';

it('ranks in many segments, after replacements and removals, as one lunr index does', () => {
  const all = compareWithLunr(inventedArticles(80), 48).at(-1);
  expect(all?.overlap).toBeGreaterThanOrEqual(OVERLAP_BAR);
  expect(all?.tau).toBeGreaterThanOrEqual(0.9);
});

it('measures how far two rankings agree', () => {
  const scored = (...ids: string[]) => ids.map((id, i) => ({ id, score: 10 - i }));
  expect(overlapAt(3, ['a', 'b', 'c'], scored('c', 'b', 'a', 'd'))).toBe(1);
  expect(overlapAt(3, ['a', 'b', 'd'], scored('c', 'b', 'a', 'd'))).toBeCloseTo(2 / 3);
  expect(overlapAt(2, ['a', 'd'], [...scored('a', 'b'), { id: 'd', score: 9 }])).toBe(1);
  expect(overlapAt(3, [], [])).toBe(1);
  expect(overlapAt(3, ['a'], [])).toBe(0);
  expect(kendallAt(3, ['a', 'b', 'c'], scored('a', 'b', 'c'))).toBe(1);
  expect(kendallAt(3, ['c', 'b', 'a'], scored('a', 'b', 'c'))).toBe(-1);
  expect(kendallAt(3, ['a'], scored('a', 'b', 'c'))).toBeNull();
});

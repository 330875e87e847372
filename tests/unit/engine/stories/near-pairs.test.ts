import { describe, expect, it } from 'vitest';
import { averageLink } from '../../../../electron/engine/stories/average-link.ts';
import { nearPairs } from '../../../../electron/engine/stories/near-pairs.ts';
import { findSimilarPairs, type SimilarPair } from '../../../../electron/engine/stories/similar-pairs.ts';
import { TermVectors } from '../../../../electron/engine/stories/term-vectors.ts';

/** Numbers from 0 up to a bound, the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * below);
  };
}

/** Articles of events, with words of the event and others that are the more frequent the lower their number. */
function library(count: number, perEvent: number, own: number, common: number): TermVectors {
  const random = numbers(7);
  const vectors = new TermVectors();
  for (let i = 0; i < count; i++) {
    const stems = new Set<string>();
    for (let k = 0; k < own; k++) stems.add(`e${String(Math.floor(i / perEvent))}-${String(random(24))}`);
    for (let k = 0; k < common; k++) stems.add(`w${String(random(1 + random(2000)))}`);
    vectors.add({ stems: [...stems], counts: [...stems].map(() => 1000 * (1 + random(4))) });
  }
  vectors.weigh();
  return vectors;
}

const all = (vectors: TermVectors) => Array.from({ length: vectors.length }, (_, i) => vectors.vector(i));
const keys = (pairs: readonly SimilarPair[]) => new Set(pairs.map(({ a, b }) => `${String(a)} ${String(b)}`));

describe('nearPairs', () => {
  it('finds nearly all pairs that reach the threshold, and no others', () => {
    const vectors = library(1500, 5, 20, 40);
    const exact = findSimilarPairs(all(vectors), 0.25);
    const near = nearPairs(all(vectors), vectors.dimensions, 0.25);
    expect(exact.length).toBeGreaterThan(500);
    const wanted = keys(exact);
    const found = keys(near);
    expect([...found].filter((key) => !wanted.has(key))).toEqual([]);
    expect(found.size / wanted.size).toBeGreaterThan(0.99);
    const similarity = new Map(exact.map((pair) => [`${String(pair.a)} ${String(pair.b)}`, pair.similarity]));
    for (const { a, b, similarity: own } of near) {
      expect(own).toBeCloseTo(similarity.get(`${String(a)} ${String(b)}`) ?? 0, 5);
    }
  });

  it('keeps a story together that has more articles than are looked at for any of them', () => {
    const vectors = library(900, 900, 40, 0);
    const pairs = nearPairs(all(vectors), vectors.dimensions, 0.25);
    expect(pairs.length).toBeLessThan(900 * 25);
    const [first = []] = averageLink(all(vectors), 0.25, pairs);
    expect(first.length).toBeGreaterThan(890);
  });
});

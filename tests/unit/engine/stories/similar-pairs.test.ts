import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLink } from '../../../../electron/engine/stories/average-link.ts';
import { findSimilarPairs } from '../../../../electron/engine/stories/similar-pairs.ts';
import { add, dot, type SparseVector } from '../../../../electron/engine/stories/vectors.ts';

const vector = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.double({ min: 0.05, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 8,
    selector: ([dimension]) => dimension,
  })
  .map((entries): SparseVector => {
    entries.sort((a, b) => a[0] - b[0]);
    const norm = Math.hypot(...entries.map(([, weight]) => weight));
    return {
      dims: Int32Array.from(entries, ([dimension]) => dimension),
      weights: Float32Array.from(entries, ([, weight]) => weight / norm),
    };
  });

describe('findSimilarPairs', () => {
  it('finds exactly the pairs that comparing all of them finds', () => {
    fc.assert(
      fc.property(
        fc.array(vector, { maxLength: 12 }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (vectors, threshold) => {
          const found = findSimilarPairs(vectors, threshold).map(({ a, b }) => `${String(a)} ${String(b)}`);
          vectors.forEach((x, a) => {
            vectors.slice(a + 1).forEach((y, i) => {
              const similarity = dot(x, y);
              if (Math.abs(similarity - threshold) < 1e-9) return;
              expect(found.includes(`${String(a)} ${String(a + 1 + i)}`)).toBe(similarity > threshold);
            });
          });
        },
      ),
    );
  });
});

describe('averageLink', () => {
  it('leaves no two clusters whose average similarity reaches the threshold', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 12 }), (vectors) => {
        const clusters = averageLink(vectors, 0.5);
        expect(clusters.flat().sort((a, b) => a - b)).toEqual(vectors.map((_, i) => i));
        const sums = clusters.map((members) =>
          members
            .map((i) => vectors[i])
            .reduce((sum, next) => (sum && next ? add(sum, next) : (sum ?? next))),
        );
        sums.forEach((x, a) => {
          sums.slice(a + 1).forEach((y, i) => {
            const size = (clusters[a]?.length ?? 1) * (clusters[a + 1 + i]?.length ?? 1);
            expect(x && y ? dot(x, y) / size : 0).toBeLessThan(0.5 + 1e-6);
          });
        });
      }),
    );
  });
});

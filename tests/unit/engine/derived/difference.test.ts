import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../../electron/api/index.ts';
import { difference } from '../../../../electron/engine/derived/difference.ts';

const library = (entries: Readonly<Record<string, string>>) =>
  new Map(Object.entries(entries).map(([id, contentHash]) => [id as ArticleId, { contentHash }]));
const hashes = (entries: Readonly<Record<string, string>>) =>
  new Map(Object.entries(entries).map(([id, hash]) => [id as ArticleId, hash]));

describe('what became of some articles', () => {
  it('is nothing where they are the same', () => {
    expect(difference(hashes({ a: '1', b: '2' }), library({ b: '2', a: '1' }))).toMatchObject({
      isNone: true,
      size: 0,
    });
  });

  it('tells what came, changed, went and has another name', () => {
    const before = hashes({ a: '1', b: '2', c: '3', d: '4' });
    const now = library({ a: '1', b: '20', e: '3', f: '6' });
    expect(difference(before, now)).toEqual({
      came: ['f', 'b'],
      gone: ['d'],
      renamed: [{ from: 'c', to: 'e' }],
      size: 4,
      isNone: false,
    });
  });

  it('takes each of several copies once', () => {
    const { renamed, came, gone } = difference(
      hashes({ a: '1', b: '1' }),
      library({ c: '1', d: '1', e: '1' }),
    );
    expect(renamed).toHaveLength(2);
    expect(new Set(renamed.map(({ from }) => from)).size).toBe(2);
    expect([came.length, gone.length]).toEqual([1, 0]);
  });

  it('leads from any articles to any others', () => {
    const some = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      fc.constantFrom('1', '2', '3'),
      {
        noNullPrototype: true,
      },
    );
    fc.assert(
      fc.property(some, some, (before, now) => {
        const { came, gone, renamed, isNone } = difference(hashes(before), library(now));
        const result = hashes(before);
        for (const { from, to } of renamed) {
          result.set(to, before[from] ?? '');
          result.delete(from);
        }
        for (const id of gone) result.delete(id);
        for (const id of came) result.set(id, now[id] ?? '');
        expect(Object.fromEntries(result)).toEqual(now);
        expect(isNone).toBe(came.length + gone.length + renamed.length === 0);
      }),
    );
  });
});

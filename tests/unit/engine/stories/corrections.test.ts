import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId, StoryCorrection } from '../../../../electron/api/index.ts';
import { storyIdOf, type StoryCluster } from '../../../../electron/engine/stories/cluster.ts';
import { applyStoryCorrections } from '../../../../electron/engine/stories/corrections.ts';

const story = (...ids: string[]): StoryCluster => {
  const articleIds = ids as ArticleId[];
  return { id: storyIdOf(articleIds), title: `Story of ${ids.join(', ')}`, articleIds };
};
const correction = (kind: StoryCorrection['kind'], ...ids: string[]): StoryCorrection => ({
  kind,
  articleIds: ids as ArticleId[],
});
const apply = (stories: readonly StoryCluster[], corrections: readonly StoryCorrection[]) =>
  applyStoryCorrections(stories, corrections, {
    title: (ids) => `New title of ${ids.join(', ')}`,
    compare: (a, b) => (a < b ? -1 : 1),
  });
const sets = (stories: readonly StoryCluster[]) => stories.map(({ articleIds }) => articleIds.join(' '));

const found = [story('a', 'd'), story('b'), story('c', 'e')];

describe('applyStoryCorrections', () => {
  it.each<[string, StoryCorrection[], string[]]>([
    ['puts stories together', [correction('together', 'b', 'e')], ['a d', 'b c e']],
    ['puts three stories together', [correction('together', 'a', 'b', 'c')], ['a b c d e']],
    ['takes an article out', [correction('apart', 'd')], ['a', 'b', 'c e', 'd']],
    [
      'lets the later one win',
      [correction('together', 'a', 'b'), correction('apart', 'b')],
      ['a d', 'b', 'c e'],
    ],
    [
      'and the other way round',
      [correction('apart', 'd'), correction('together', 'd', 'b')],
      ['a', 'b d', 'c e'],
    ],
    [
      'takes two articles out one by one',
      [correction('apart', 'c'), correction('apart', 'e')],
      ['a d', 'b', 'c', 'e'],
    ],
  ])('%s', (_what, corrections, wanted) => {
    expect(sets(apply(found, corrections))).toEqual(wanted);
  });

  it.each<[string, StoryCorrection[]]>([
    ['none', []],
    ['one story only', [correction('together', 'a', 'd')]],
    ['articles that are gone', [correction('together', 'a', 'x'), correction('apart', 'y')]],
    ['an article that is alone', [correction('apart', 'b')]],
  ])('changes nothing where the corrections are of %s', (_what, corrections) => {
    expect(apply(found, corrections)).toBe(found);
  });

  it('titles what it makes anew, and leaves the rest as it is', () => {
    const [first, second, third] = apply(found, [correction('together', 'b', 'c')]);
    expect(first).toBe(found[0]);
    expect(second?.title).toBe('New title of b, c, e');
    expect(second?.id).toBe(storyIdOf(['b' as ArticleId]));
    expect(third).toBeUndefined();
  });

  it('keeps every article in exactly one story, and what was corrected last is so', () => {
    const id = fc.constantFrom(...'abcdefgh');
    const stories = fc
      .uniqueArray(fc.tuple(id, fc.integer({ min: 0, max: 3 })), { selector: ([each]) => each })
      .map((entries) =>
        [0, 1, 2, 3]
          .map((group) => entries.filter(([, own]) => own === group).map(([each]) => each))
          .filter((ids) => ids.length > 0)
          .map((ids) => story(...ids.sort())),
      );
    const corrections = fc.array(
      fc.oneof(
        fc.array(id, { maxLength: 4 }).map((ids) => correction('together', ...ids)),
        id.map((each) => correction('apart', each)),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(stories, corrections, (before, changes) => {
        const after = apply(before, changes);
        const ids = (list: readonly StoryCluster[]) => list.flatMap(({ articleIds }) => articleIds).sort();
        expect(ids(after)).toEqual(ids(before));
        expect(new Set(after.map((each) => each.id)).size).toBe(after.length);
        const last = changes.at(-1);
        const storyOf = (wanted?: ArticleId) =>
          after.find(({ articleIds }) => wanted !== undefined && articleIds.includes(wanted));
        if (last?.kind === 'apart') expect(storyOf(last.articleIds[0])?.articleIds.length ?? 1).toBe(1);
        if (last?.kind === 'together') {
          const touched = new Set(last.articleIds.flatMap((each) => storyOf(each)?.id ?? []));
          expect(touched.size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

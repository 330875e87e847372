import { describe, expect, it } from 'vitest';
import type { ArticleId, StoryId, StorySummary } from '../../../../electron/api/index.ts';
import { succeeding } from '../../../../renderer/state/stories.ts';

const story = (id: string, articles: string): StorySummary => ({
  id: id as StoryId,
  title: id,
  articleIds: articles.split('') as ArticleId[],
  count: articles.length,
});
const ids = (articles: string): ArticleId[] => articles.split('') as ArticleId[];

describe('succeeding', () => {
  it.each([
    ['the story of the same id, whatever it has now', [story('one', 'xy'), story('two', 'abc')], 'one'],
    ['else the one with most of the articles', [story('three', 'ax'), story('two', 'bcd')], 'two'],
    ['none where no story has any', [story('three', 'xyz')], undefined],
  ])('is %s', (_case, stories, expected) => {
    expect(succeeding(stories, 'one' as StoryId, ids('abc'))?.id).toBe(expected);
  });
});

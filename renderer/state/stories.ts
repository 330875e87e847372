import { LIMITS, type ArticleId, type StoryId, type StorySummary } from '../../electron/api/index.ts';

/** As many of a story's articles as can be compared at a time: its first. */
export const comparable = (articleIds: readonly ArticleId[]): readonly ArticleId[] =>
  articleIds.slice(0, LIMITS.articles);

/**
 * The story that continues one that was being read: the one of the same id, else, as an id may change with
 * its articles, the one that has most of them. Undefined when none has any.
 */
export function succeeding(
  stories: readonly StorySummary[],
  id: StoryId,
  articleIds: readonly ArticleId[],
): StorySummary | undefined {
  const same = stories.find((story) => story.id === id);
  if (same) return same;
  const members = new Set(articleIds);
  let best: StorySummary | undefined;
  let most = 0;
  for (const story of stories) {
    const common = story.articleIds.filter((member) => members.has(member)).length;
    if (common > most) [best, most] = [story, common];
  }
  return best;
}

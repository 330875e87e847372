import type { ArticleId, StoryCorrection } from '../../api/index.ts';
import { storyIdOf, type StoryCluster } from './cluster.ts';

export interface Titling {
  /** A title for articles that the reader put together or left behind by taking one out. */
  title(articleIds: readonly ArticleId[]): string;
  /** The order in which stories and their articles come. */
  compare(a: ArticleId, b: ArticleId): number;
}

type Group = Set<ArticleId>;

/** The groups that the corrections make of those found; a later correction wins over an earlier one. */
function regrouped(
  stories: readonly StoryCluster[],
  corrections: readonly StoryCorrection[],
): { groups: Set<Group>; untouched: Map<Group, StoryCluster> } {
  const groupOf = new Map<ArticleId, Group>();
  const untouched = new Map<Group, StoryCluster>();
  const groups = new Set<Group>();
  for (const story of stories) {
    const group = new Set(story.articleIds);
    groups.add(group);
    untouched.set(group, story);
    for (const id of group) groupOf.set(id, group);
  }
  const put = (ids: Iterable<ArticleId>, group: Group) => {
    for (const id of ids) {
      group.add(id);
      groupOf.set(id, group);
    }
  };
  for (const { kind, articleIds } of corrections) {
    const named = new Set(articleIds.flatMap((id) => groupOf.get(id) ?? []));
    if (kind === 'together') {
      const [into, ...others] = named;
      for (const other of into ? others : []) {
        untouched.delete(other);
        groups.delete(other);
        if (into) put(other, into);
      }
      if (into && others.length > 0) untouched.delete(into);
      continue;
    }
    for (const id of articleIds) {
      const group = groupOf.get(id);
      if (!group || group.size === 1) continue;
      group.delete(id);
      untouched.delete(group);
      const alone: Group = new Set();
      put([id], alone);
      groups.add(alone);
    }
  }
  return { groups, untouched };
}

/**
 * Stories as the reader knows them to be: those of some articles made one, or an article taken out into a story of
 * its own. Every article stays in exactly one story. Corrections of articles that are not there change nothing, and
 * stories that no correction changes stay the same objects.
 */
export function applyStoryCorrections(
  stories: readonly StoryCluster[],
  corrections: readonly StoryCorrection[],
  { title, compare }: Titling,
): readonly StoryCluster[] {
  if (corrections.length === 0) return stories;
  const { groups, untouched } = regrouped(stories, corrections);
  if (untouched.size === stories.length) return stories;
  return [...groups]
    .map((group): StoryCluster => {
      const known = untouched.get(group);
      if (known) return known;
      const articleIds = [...group].sort(compare);
      return { id: storyIdOf(articleIds), title: title(articleIds), articleIds };
    })
    .map((story) => ({ story, first: story.articleIds[0] }))
    .sort((a, b) => (a.first && b.first ? compare(a.first, b.first) : 0))
    .map(({ story }) => story);
}

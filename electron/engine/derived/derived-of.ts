import type { ArticleId } from '../../api/index.ts';
import { storyIdOf, type StoryCluster } from '../stories/cluster.ts';
import type { Label } from '../topics/find-topics.ts';
import type { Derived } from './derive-library.ts';

/** What was derived, of these articles only. Stories and labels of which none is missing stay the same objects. */
export function derivedOf(derived: Derived, articles: { has(id: ArticleId): boolean }): Derived {
  const isThere = (id: ArticleId) => articles.has(id);
  const labelled = (labels: readonly Label[]) =>
    labels.map((label) =>
      label.articleIds.every(isThere) ? label : { ...label, articleIds: label.articleIds.filter(isThere) },
    );
  const { topics, people, places } = derived.topics;
  return {
    ...derived,
    topics: { topics: labelled(topics), people: labelled(people), places: labelled(places) },
    stories: derived.stories.flatMap((story) => storyOf(story, isThere)),
  };
}

function storyOf(story: StoryCluster, isThere: (id: ArticleId) => boolean): StoryCluster[] {
  if (story.articleIds.every(isThere)) return [story];
  const articleIds = story.articleIds.filter(isThere);
  return articleIds.length > 0 ? [{ ...story, id: storyIdOf(articleIds), articleIds }] : [];
}

import { describe, expect, it } from 'vitest';
import {
  derive,
  deriveLibrary,
  EMPTY_DERIVED,
  labelsIn,
  sketchOf,
} from '../../../../electron/engine/derived.ts';
import { findTopics } from '../../../../electron/engine/topics/find-topics.ts';
import { clusterStories } from '../../../../electron/engine/stories/cluster.ts';
import { analyse } from '../../../../electron/engine/language/analysis.ts';
import { eventArticles, largeLibrary } from './events.ts';

const articles = eventArticles();
const sketched = articles.map((article) => ({ id: article.id, sketch: sketchOf(article) }));
const whole = deriveLibrary(sketched);

describe('deriveLibrary', () => {
  it('finds from sketches what is found from the articles', () => {
    const analyses = articles.map(analyse);
    expect(whole.topics).toEqual(findTopics(analyses));
    expect(whole.stories).toEqual(clusterStories(analyses));
    expect(whole.topics.topics.length).toBeGreaterThan(5);
    expect(whole.topics.people.length).toBeGreaterThan(2);
    expect(whole).toEqual(derive(articles));
  });

  it('gives plain data', () => {
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    expect(structuredClone(whole)).toEqual(whole);
  });

  it('lists each article’s labels', () => {
    const [first] = whole.topics.people;
    const id = first?.articleIds[0];
    expect(id && labelsIn(whole, id).people).toContain(first?.label);
    expect(labelsIn(whole, 'unknown' as never)).toEqual({ topics: [], people: [], places: [] });
  });

  it('finds nothing in an empty library', () => {
    expect(deriveLibrary([])).toEqual(EMPTY_DERIVED);
  });

  it('puts the articles of each event together in a library of more than two thousand', () => {
    const { list, events } = largeLibrary(2100);
    const { stories, topics } = deriveLibrary(list);
    const found = stories.map(({ articleIds }) => new Set(articleIds.map((id) => events.get(id))));
    expect(found.every((mixed) => mixed.size === 1)).toBe(true);
    expect(stories.length).toBe(new Set(events.values()).size);
    expect(stories.flatMap(({ articleIds }) => articleIds).sort()).toEqual(list.map(({ id }) => id).sort());
    expect(topics.topics.length).toBeGreaterThan(0);
    // Above a size what only a few of all articles have is no topic.
    expect(topics.topics.every(({ articleIds }) => articleIds.length >= 3)).toBe(true);
  });
});

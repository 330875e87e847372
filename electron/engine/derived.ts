import type { Article, ArticleId } from '../api/index.ts';
import { analyse, type Analysis } from './language/analysis.ts';
import { clusterStories, type StoryCluster } from './stories/cluster.ts';
import { findTopics, type TopicIndex } from './topics/find-topics.ts';

const analyses = new WeakMap<Article, Analysis>();

/** The analysis of an article, made once: articles never change, a changed file gives a new one. */
export function analysisOf(article: Article): Analysis {
  let analysis = analyses.get(article);
  if (!analysis) {
    analysis = analyse(article);
    analyses.set(article, analysis);
  }
  return analysis;
}

/** What is found by looking at all articles of a library together. */
export interface Derived {
  readonly topics: TopicIndex;
  readonly stories: readonly StoryCluster[];
  /** Labels of each article, in the order of their rank. */
  readonly labelsOf: ReadonlyMap<ArticleId, ArticleLabels>;
}

export interface ArticleLabels {
  readonly topics: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
}

const NONE: ArticleLabels = { topics: [], people: [], places: [] };

export const EMPTY_DERIVED: Derived = {
  topics: { topics: [], people: [], places: [] },
  stories: [],
  labelsOf: new Map(),
};

export function derive(articles: readonly Article[]): Derived {
  const corpus = articles.map(analysisOf);
  const topics = findTopics(corpus);
  const labelsOf = new Map<ArticleId, { topics: string[]; people: string[]; places: string[] }>(
    articles.map(({ id }) => [id, { topics: [], people: [], places: [] }]),
  );
  for (const kind of ['topics', 'people', 'places'] as const) {
    for (const { label, articleIds } of topics[kind]) {
      for (const id of articleIds) labelsOf.get(id)?.[kind].push(label);
    }
  }
  return { topics, stories: clusterStories(corpus), labelsOf };
}

export function labelsIn(derived: Derived, id: ArticleId): ArticleLabels {
  return derived.labelsOf.get(id) ?? NONE;
}

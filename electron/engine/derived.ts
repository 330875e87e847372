import type { Article, ArticleId } from '../api/index.ts';
import { deriveSketches, type Derived } from './derived/derive-library.ts';
import { sketchAnalysis, type ArticleSketch } from './derived/sketch.ts';
import { analyse, type Analysis } from './language/analysis.ts';

export { deriveLibrary, type Derived, type SketchedArticle } from './derived/derive-library.ts';
export { decodeSketch, SKETCH_VERSION, sketchOf } from './derived/sketch.ts';

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

/** Topics, people and places of one article, in the order of their rank. */
export interface ArticleLabels {
  readonly topics: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
}

const NONE: ArticleLabels = { topics: [], people: [], places: [] };

export const EMPTY_DERIVED: Derived = {
  topics: { topics: [], people: [], places: [] },
  stories: [],
};

const sketches = new WeakMap<Article, ArticleSketch>();

function sketchedOnce(article: Article): ArticleSketch {
  let sketch = sketches.get(article);
  if (!sketch) sketches.set(article, (sketch = sketchAnalysis(analysisOf(article))));
  return sketch;
}

/** What a few articles have in common, which are at hand as a whole. */
export function derive(articles: readonly Article[]): Derived {
  return deriveSketches(articles.map((article) => ({ id: article.id, sketch: sketchedOnce(article) })));
}

const labels = new WeakMap<Derived, ReadonlyMap<ArticleId, ArticleLabels>>();

function labelsByArticle({ topics }: Derived): ReadonlyMap<ArticleId, ArticleLabels> {
  const byArticle = new Map<ArticleId, { topics: string[]; people: string[]; places: string[] }>();
  for (const kind of ['topics', 'people', 'places'] as const) {
    for (const { label, articleIds } of topics[kind]) {
      for (const id of articleIds) {
        let own = byArticle.get(id);
        if (!own) byArticle.set(id, (own = { topics: [], people: [], places: [] }));
        own[kind].push(label);
      }
    }
  }
  return byArticle;
}

/** The labels of an article; none where it has none or is not among those looked at. */
export function labelsIn(derived: Derived, id: ArticleId): ArticleLabels {
  let byArticle = labels.get(derived);
  if (!byArticle) labels.set(derived, (byArticle = labelsByArticle(derived)));
  return byArticle.get(id) ?? NONE;
}

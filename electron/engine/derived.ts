import type { Article, ArticleId } from '../api/index.ts';
import { deriveSketches, type Derived } from './derived/derive-library.ts';
import { labelsByArticle, NO_LABELS, type ArticleLabels } from './derived/label-table.ts';
import { sketchAnalysis, type ArticleSketch } from './derived/sketch.ts';
import { analyse, type Analysis } from './language/analysis.ts';
import type { TopicIndex } from './topics/find-topics.ts';

export {
  deriveLibrary,
  EMPTY_DERIVED,
  type Derived,
  type SketchedArticle,
} from './derived/derive-library.ts';
export type { ArticleLabels } from './derived/label-table.ts';
export { SKETCH_VERSION, sketchOf } from './derived/sketch.ts';

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

const labels = new WeakMap<TopicIndex, ReadonlyMap<ArticleId, ArticleLabels>>();

/** The labels of an article; none where it has none or is not among those looked at. */
export function labelsIn({ topics }: Pick<Derived, 'topics'>, id: ArticleId): ArticleLabels {
  let byArticle = labels.get(topics);
  if (!byArticle) labels.set(topics, (byArticle = labelsByArticle(topics)));
  return byArticle.get(id) ?? NO_LABELS;
}

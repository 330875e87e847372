import type { Article, ArticleId, Dating } from '../../api/index.ts';

/** The date of each article, with its reason. `corrected` holds the dates the reader has given (ISO 8601). */
export function dateArticles(
  articles: readonly Article[],
  corrected: ReadonlyMap<ArticleId, string>,
): readonly Dating[] {
  return articles.map(({ id }) => ({
    articleId: id,
    date: corrected.get(id) ?? null,
    origin: 'unknown',
    reason: '',
  }));
}

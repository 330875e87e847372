import type { Article, ArticleSummary } from '../../api/index.ts';

/** What of an article is always in memory: what lists show, and what tells its content from another. */
export interface ArticleRecord extends ArticleSummary {
  /** SHA-256 of the file's bytes, hex. */
  readonly contentHash: string;
}

/** The record of an article: nothing of its text is held by it. */
export function recordOf(article: Article): ArticleRecord {
  const { id, path, title, titleOrigin, source, publishedAt, language, wordCount, contentHash } = article;
  return { id, path, title, titleOrigin, source, publishedAt, language, wordCount, contentHash };
}

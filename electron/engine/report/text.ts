import type { Article, Sentence } from '../../api/index.ts';

/** Languages written without spaces between sentences. */
const UNSPACED = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo']);

/** What stands between two sentences of an article. */
export function gap(article: Article): string {
  return UNSPACED.has(article.language) ? '' : ' ';
}

export function joined(article: Article, sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join(gap(article));
}

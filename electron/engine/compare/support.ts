import type { Alignment, ArticleId, Citation, SentenceId } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';

/**
 * Who else reports a sentence: the best aligned sentence of each other article, best first. Only full pairs
 * count as support; a partial pair shares the subject but not the whole statement.
 */
export function supportFrom(
  analyses: readonly Analysis[],
  alignment: Alignment,
): (sentenceId: SentenceId) => readonly Citation[] {
  const articleOf = new Map<SentenceId, ArticleId>();
  for (const analysis of analyses) {
    for (const sentence of analysis.sentences) articleOf.set(sentence.id, analysis.articleId);
  }
  const support = new Map<SentenceId, Citation[]>();
  const add = (from: SentenceId, to: SentenceId) => {
    const articleId = articleOf.get(to);
    if (!articleId) return;
    const citations = support.get(from) ?? [];
    support.set(from, citations);
    // The pairs come best first, so the first of an article is its best.
    if (!citations.some((citation) => citation.articleId === articleId)) {
      citations.push({ articleId, sentenceId: to });
    }
  };
  for (const { a, b, strength } of alignment.pairs) {
    if (strength !== 'full') continue;
    add(a, b);
    add(b, a);
  }
  return (sentenceId) => support.get(sentenceId) ?? [];
}

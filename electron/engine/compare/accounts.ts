import type { Account, ArticleId, Derivation } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';

/** Score from which two articles are taken for rewrites of one text. */
const DERIVED = 0.5;

/** Articles grouped by the text they go back to, in the order of the articles; most groups have one member. */
export function accountsOf(
  analyses: readonly Analysis[],
  derivations: readonly Derivation[],
): readonly Account[] {
  const parent = new Map<ArticleId, ArticleId>(analyses.map(({ articleId }) => [articleId, articleId]));
  const find = (id: ArticleId): ArticleId => {
    const up = parent.get(id) ?? id;
    return up === id ? id : find(up);
  };
  for (const { a, b, score } of derivations) if (score >= DERIVED) parent.set(find(b), find(a));
  const groups = new Map<ArticleId, ArticleId[]>();
  for (const { articleId } of analyses) {
    const root = find(articleId);
    groups.set(root, [...(groups.get(root) ?? []), articleId]);
  }
  return [...groups.values()].map((articleIds) => ({
    id: `account-${articleIds[0] ?? ''}`,
    articleIds,
    reason: articleIds.length > 1 ? 'They rewrite one text.' : 'No other article rewrites it.',
  }));
}

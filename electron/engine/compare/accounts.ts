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
    reason: reasonFor(articleIds, derivations),
  }));
}

/** A share that rounds to nothing tells nothing. */
const WORTH_TELLING = 0.005;

const percent = (share: number) => `${Math.round(100 * share)} %`;

function reasonFor(members: readonly ArticleId[], derivations: readonly Derivation[]): string {
  const touching = derivations.filter(({ a, b }) => members.includes(a) || members.includes(b));
  if (members.length === 1) {
    const [closest] = touching;
    if (!closest) return 'It is the only article.';
    return `No other article tells enough of the same in the same order: at most ${percent(closest.coverage)} of the shorter one’s sentences, with ${percent(closest.shingles)} of its runs of five words.`;
  }
  const joined = touching.filter(({ a, b }) => members.includes(a) && members.includes(b));
  const [closest] = joined;
  if (!closest) return '';
  const told = toldAlike(closest);
  return members.length === 2 ? told : `Of the two most alike, ${told}`;
}

/** What makes two texts one: their order, their words, or both. */
function toldAlike({ coverage, shingles, quotations }: Derivation): string {
  const runs = `${percent(shingles)} of its runs of five words`;
  const order = `${percent(coverage)} of the shorter one’s sentences stand in the other in the same order`;
  const alike = coverage === 0 ? `${runs.replace('its', 'the shorter one’s')} stand in the other` : order;
  const words = coverage === 0 || shingles < WORTH_TELLING ? '' : `, and ${runs}`;
  const said = quotations > 1 ? `; ${quotations} quotations are the same in the same order` : '';
  return `${alike}${words}${said}.`;
}

import type { Account, Alignment, ArticleId, SentenceId } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { reportable } from './features.ts';

/**
 * From which share of its sentences, aligned in one order with another article's, an article is taken for a
 * rewrite of the same text. Independent reports of one event share facts, but neither most of them nor their
 * order.
 */
const DERIVED = 0.5;
/** Two short notices agree in most of their few sentences by chance. */
const FEWEST = 4;

/** Length of the longest strictly increasing subsequence (patience sorting, O(n log n)). */
export function longestIncreasing(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
  }
  return tails.length;
}

/** Share of the shorter article's sentences that the longer one tells in the same order: 0 to 1. */
export function derivation(a: Analysis, b: Analysis, alignment: Alignment): number {
  const [short, long] = [reportable(a), reportable(b)].sort((x, y) => x.length - y.length);
  if (!short || !long || short.length < FEWEST) return 0;
  const place = new Map<SentenceId, number>(long.map((sentence, index) => [sentence.id, index]));
  const partner = new Map<SentenceId, number>();
  for (const pair of alignment.pairs) {
    for (const [from, to] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const at = place.get(to);
      if (at !== undefined && !place.has(from) && !partner.has(from)) partner.set(from, at);
    }
  }
  const order = short.map((sentence) => partner.get(sentence.id)).filter((at) => at !== undefined);
  return longestIncreasing(order) / short.length;
}

/** Articles grouped by the text they go back to, in the order of the articles; most groups have one member. */
export function accountsOf(analyses: readonly Analysis[], alignment: Alignment): Account[] {
  const parent = new Map<ArticleId, ArticleId>(analyses.map(({ articleId }) => [articleId, articleId]));
  const find = (id: ArticleId): ArticleId => {
    const up = parent.get(id) ?? id;
    return up === id ? id : find(up);
  };
  analyses.forEach((a, index) => {
    for (const b of analyses.slice(index + 1)) {
      if (derivation(a, b, alignment) >= DERIVED) parent.set(find(b.articleId), find(a.articleId));
    }
  });
  const groups = new Map<ArticleId, Analysis[]>();
  for (const analysis of analyses) {
    const root = find(analysis.articleId);
    groups.set(root, [...(groups.get(root) ?? []), analysis]);
  }
  return [...groups.values()].map((members) => ({
    articleIds: members.map((member) => member.articleId),
  }));
}

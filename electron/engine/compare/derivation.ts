import type { Alignment, ArticleId, Derivation, Quotation, SentenceId } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { reportable } from './features.ts';

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
export function coverage(a: Analysis, b: Analysis, alignment: Alignment): number {
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

/** How far each two articles go back to one text, the most alike first. */
export function derivationsOf(
  analyses: readonly Analysis[],
  alignment: Alignment,
  _quotations: readonly Quotation[],
): readonly Derivation[] {
  const found: Derivation[] = [];
  analyses.forEach((a, index) => {
    for (const b of analyses.slice(index + 1)) {
      const covered = coverage(a, b, alignment);
      found.push({
        a: a.articleId as ArticleId,
        b: b.articleId,
        score: covered,
        coverage: covered,
        shingles: 0,
        rarePhrases: 0,
        quotations: 0,
        phrases: [],
      });
    }
  });
  return found.sort((x, y) => y.score - x.score);
}

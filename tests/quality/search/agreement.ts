export interface Ranked<T> {
  readonly id: T;
  readonly score: number;
}

/** lunr rounds what a term weighs to three decimals, so that scores that differ less are the same to it. */
const TIE = 0.002;

/**
 * How many of the first so many are among those that another list has as its first, whatever the order: 0 to 1.
 * What the other list has at the score of its last such is as good as that one.
 */
export function overlapAt<T>(depth: number, found: readonly T[], expected: readonly Ranked<T>[]): number {
  const first = found.slice(0, depth);
  const last = expected[Math.min(depth, expected.length) - 1];
  if (!last) return first.length === 0 ? 1 : 0;
  const good = new Set(expected.filter(({ score }) => score >= last.score * (1 - TIE)).map(({ id }) => id));
  return first.filter((each) => good.has(each)).length / Math.min(depth, expected.length);
}

/**
 * Kendall's tau of the order of what both lists have among their first (M. G. Kendall, "A new measure of rank
 * correlation", 1938), pairs left out that the other list has at one score; null if there is no pair.
 */
export function kendallAt<T>(
  depth: number,
  found: readonly T[],
  expected: readonly Ranked<T>[],
): number | null {
  const scores = new Map(expected.slice(0, depth).map(({ id, score }) => [id, score]));
  const common = found.slice(0, depth).flatMap((each) => scores.get(each) ?? []);
  let agreeing = 0;
  let pairs = 0;
  common.forEach((score, i) => {
    for (const later of common.slice(i + 1)) {
      if (Math.abs(score - later) <= TIE * score) continue;
      pairs++;
      agreeing += later < score ? 1 : -1;
    }
  });
  return pairs === 0 ? null : agreeing / pairs;
}

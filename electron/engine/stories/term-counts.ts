import type { Analysis } from '../language/analysis.ts';
import { namesNear } from '../language/names-at.ts';

export interface TermWeights {
  /** Times a stem of the title is counted besides. */
  readonly title: number;
  /** Times a stem inside a name is counted besides. */
  readonly name: number;
  /** What a stem counts at the end of a long text, at its start 1. */
  readonly end: number;
}

/** Fitted on events whose articles are by different outlets; see tests/quality/stories.ts. */
export const TERM_WEIGHTS: TermWeights = { title: 4, name: 0.5, end: 0.1 };

/** Counts are whole numbers of these parts of a use. */
export const PARTS = 1000;

/**
 * How often an article uses each stem, in thousandths of a use; words of its title, of names and of its beginning
 * count more.
 */
export function termCounts(
  { sentences, titleStems }: Analysis,
  weights: TermWeights = TERM_WEIGHTS,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string, amount: number) => counts.set(term, (counts.get(term) ?? 0) + amount);
  let words = 0;
  for (const { recap, stems, tokens, names } of sentences) {
    if (recap) continue;
    words += stems.length;
    const place = weights.end + (1 - weights.end) * Math.exp(-words / 200);
    const near = namesNear(names);
    stems.forEach((stem, i) => {
      const token = tokens[i];
      if (!stem || !token) return;
      const named = near(token.start).some((name) => name.start <= token.start && token.start < name.end);
      add(stem, place * (1 + (named ? weights.name : 0)));
    });
  }
  // A number in a title counts editions and places in lists more often than it tells events apart.
  for (const stem of titleStems) if (!/^\d+$/.test(stem)) add(stem, weights.title);
  for (const [term, count] of counts) counts.set(term, Math.round(PARTS * count));
  return counts;
}

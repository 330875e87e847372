import type { Excerpt } from '../../api/index.ts';
import type { Analysis } from './analysis.ts';

/** An expression of a sentence that stands for a calendar date or a range of dates. */
export interface DateMention extends Excerpt {
  /** ISO 8601 to the precision known: "2014", "2022-02", "2025-12-14". */
  readonly date: string;
  /** Last day of a range, in the same form; null for a single date. */
  readonly last: string | null;
  readonly approximate: boolean;
}

/**
 * The dates an article names. `anchor` is the article's own date (ISO 8601 calendar date), against which "on
 * Sunday" is resolved; where it is null, only expressions that need none are found.
 */
export function findDates(_analysis: Analysis, _anchor: string | null): readonly DateMention[] {
  return [];
}

import type { DayNumber } from './days.ts';

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'year';

/** Which half of a period: "early", "mid-", "late", "later this". */
export type Part = 'early' | 'mid' | 'late' | 'rest' | 'past';

/** What an expression says, before it is known when the text was written. */
export type DateForm =
  /** "May 12", "Sunday, 14 December 2025". */
  | {
      readonly type: 'day';
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly weekday: number | null;
    }
  /** "the 14th". */
  | { readonly type: 'day-of-month'; readonly day: number }
  /** "Sunday", "next Friday". 0 for Sunday. */
  | { readonly type: 'weekday'; readonly weekday: number; readonly which: Which }
  /** "in November", "early last March", "February 2022". */
  | {
      readonly type: 'month';
      readonly year: number | null;
      readonly month: number;
      readonly which: Which;
      readonly part: Part | null;
    }
  /** "in 2014", "in the 1990s" with its last year. */
  | { readonly type: 'year'; readonly year: number; readonly last: number | null; readonly part: Part | null }
  /** "last summer", "the spring of 2014": three months from the first. */
  | { readonly type: 'season'; readonly year: number | null; readonly month: number; readonly which: Which }
  /** "last week", "later this month": whole units away from the one in which the text was written. */
  | { readonly type: 'period'; readonly unit: Unit; readonly offset: number; readonly part: Part | null }
  /** "over the weekend": the last or the next one, as the verb says. */
  | { readonly type: 'weekend' }
  /** "three days ago", "in seven years": from the day of writing. */
  | { readonly type: 'from-now'; readonly unit: Unit; readonly offset: number; readonly vague: boolean }
  /** "within the next two weeks": all days between the day of writing and that. */
  | { readonly type: 'span'; readonly unit: Unit; readonly offset: number }
  /** "the next day", "two days earlier": from the date named last; where `orNow`, else from the day of writing. */
  | {
      readonly type: 'from-named';
      readonly unit: Unit;
      readonly offset: number;
      readonly vague: boolean;
      readonly orNow: boolean;
    }
  /** "for a second day": today, unless the sentence names its day. `opening`: only where a text opens with it. */
  | { readonly type: 'this-day'; readonly opening: boolean }
  /** "the end of June". */
  | { readonly type: 'edge'; readonly of: DateForm; readonly edge: 'start' | 'end' }
  | { readonly type: 'range'; readonly from: DateForm; readonly to: DateForm };

export type Which = 'last' | 'this' | 'next' | null;

export type Tense = 'past' | 'future' | null;

/** An expression of a sentence. Offsets are UTF-16, end exclusive. */
export interface Expression {
  readonly start: number;
  readonly end: number;
  readonly form: DateForm;
  /** The tense of the clause it is in; null where no verb tells. */
  readonly tense: Tense;
  /** It says itself that it is not exact: "around", "before". */
  readonly approximate: boolean;
  /** It is inside quotation marks: "today" is the speaker's. */
  readonly quoted: boolean;
}

/** What an expression stands for. Dates are ISO 8601 to the precision known. */
export interface Resolved {
  readonly date: string;
  readonly last: string | null;
  readonly approximate: boolean;
}

/** What is known where an expression is resolved. */
export interface Surroundings {
  /** The day of writing. */
  readonly anchor: DayNumber | null;
  /** The date that the text named last, near enough to be meant by "the next day". */
  readonly named: Resolved | null;
  /** A year that the sentence has just named, to which its months belong. */
  readonly year: number | null;
  /** The sentence names a day besides. */
  readonly otherDay: boolean;
  /** It is one of the first sentences. */
  readonly opening: boolean;
}

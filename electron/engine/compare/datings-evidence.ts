import type { Analysis } from '../language/analysis.ts';
import { findDateExpressions, type DateExpression } from '../language/dates.ts';
import { dayFrom, type DayNumber } from '../language/dates/days.ts';
import type { DateForm } from '../language/dates/forms.ts';

type CalendarDay = Extract<DateForm, { type: 'day' }>;

/** A calendar day without its year, as an article names it. */
export interface NamedDay {
  readonly form: CalendarDay;
  readonly expression: DateExpression;
}

/** What an article says of when it was written, before anything is known of it. */
export interface DatingEvidence {
  readonly analysis: Analysis;
  /** The day of its dateline: "BERLIN, Dec 16 (Reuters) -". */
  readonly dateline: NamedDay | null;
  /** Days of the week of what has happened, in reading order; 0 for Sunday. */
  readonly weekdays: readonly { readonly weekday: number; readonly expression: DateExpression }[];
  /** Calendar days of what has happened or is not said to be ahead. */
  readonly days: readonly NamedDay[];
  /** The latest year that it names other than as one ahead; null where it names none. */
  readonly latestYear: number | null;
  /** A day that its path names. */
  readonly pathDay: DayNumber | null;
}

export function evidenceOf(analysis: Analysis, path: string): DatingEvidence {
  const expressions = findDateExpressions(analysis).filter(({ sentence }) => !sentence.recap);
  const datelined = expressions.find((one) => one.dateline);
  const past = expressions.filter(({ tense, dateline }) => tense !== 'future' && !dateline);
  return {
    analysis,
    dateline: datelined?.form.type === 'day' ? { form: datelined.form, expression: datelined } : null,
    weekdays: past.flatMap((expression) =>
      expression.form.type === 'weekday' && expression.form.which === null
        ? [{ weekday: expression.form.weekday, expression }]
        : [],
    ),
    days: past.flatMap((expression) =>
      expression.form.type === 'day' && !expression.approximate && expression.tense === 'past'
        ? [{ form: expression.form, expression }]
        : [],
    ),
    latestYear: latestYear(past),
    pathDay: dayInPath(path),
  };
}

function latestYear(expressions: readonly DateExpression[]): number | null {
  const years = expressions.flatMap(({ form }) =>
    (form.type === 'year' && form.last === null) || form.type === 'month' || form.type === 'day'
      ? [form.year ?? 0]
      : [],
  );
  const latest = Math.max(0, ...years);
  return latest > 0 ? latest : null;
}

/** "2025-12-15", "2025/12/15" or "20251215" between other characters than digits. */
function dayInPath(path: string): DayNumber | null {
  const found = /(?<!\d)((?:19|20)\d\d)([-_/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
  return found ? dayFrom(Number(found[1]), Number(found[3]), Number(found[4])) : null;
}

/**
 * The latest of the days of the week that an article names as past: the one before the longest stretch of days
 * that it does not name. Null where it names none, or all seven.
 */
export function latestWeekday({ weekdays }: DatingEvidence): number | null {
  const named = [...new Set(weekdays.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  let latest: number | null = null;
  let longest = 1;
  for (const [index, weekday] of named.entries()) {
    const next = named[(index + 1) % named.length] ?? weekday;
    const gap = (next - weekday + 7) % 7 || 7;
    if (gap > longest) {
      longest = gap;
      latest = weekday;
    }
  }
  return latest;
}

import type { DateExpression, DateMention } from '../language/dates.ts';
import { isoOf, type DayNumber } from '../language/dates/days.ts';

export const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');

/** "15 December 2025". */
export function dayInWords(day: DayNumber): string {
  const [year, month, date] = isoOf(day).split('-').map(Number);
  return `${date ?? ''} ${MONTH_NAMES[(month ?? 1) - 1] ?? ''} ${year ?? ''}`;
}

/** An expression in quotation marks, as published. */
export function quoted(expression: DateExpression | DateMention): string {
  const text =
    'text' in expression ? expression.text : expression.sentence.text.slice(expression.start, expression.end);
  return `“${text.trim().replace(/^(?:on|by|in) /i, '')}”`;
}

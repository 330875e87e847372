import type { AnalysedSentence } from '../language/analysis.ts';
import { dayFrom, weekdayOf, type DayNumber } from '../language/dates/days.ts';
import type { DatingEvidence, NamedDay } from './datings-evidence.ts';
import { quoted, WEEKDAY_NAMES } from './datings-words.ts';

/** Years that are tried after the latest that is named: the seventh could fit by chance again. */
const YEARS = 5;

/**
 * A day that some account names as a calendar day and others, telling the same, as a day of the week: the year is
 * the first in which the two fall together, from the latest year that any account names. Null where no day is told
 * in both ways or no year is named: then any of several years would do.
 */
export function firstYearThatFits(
  evidence: readonly DatingEvidence[],
): { readonly day: DayNumber; readonly because: string } | null {
  const latest = Math.max(0, ...evidence.map(({ latestYear }) => latestYear ?? 0));
  if (latest === 0) return null;
  const named = evidence
    .flatMap((one) => (one.dateline ? [one.dateline, ...one.days] : one.days))
    .filter(({ form }) => form.year === null || form.year >= latest);
  for (const one of named) {
    const weekday = one.form.weekday ?? (standsAlone(one, named) ? weekdayTold(one, evidence) : null);
    if (weekday === null) continue;
    const years =
      one.form.year === null ? Array.from({ length: YEARS }, (_, index) => latest + index) : [one.form.year];
    for (const year of years) {
      const day = year < latest ? null : dayFrom(year, one.form.month, one.form.day);
      if (day === null || weekdayOf(day) !== weekday) continue;
      const name = WEEKDAY_NAMES[weekday] ?? '';
      return {
        day,
        because:
          one.form.year === null
            ? `${quoted(one.expression)} is told of as a ${name}, which it is in ${year}, first since the latest year named, ${latest}`
            : `${quoted(one.expression)} was a ${name}, as is told`,
      };
    }
  }
  return null;
}

/** The day of the week under which sentences like this one's tell of what happened; null where it does not stand out. */
function weekdayTold({ expression }: NamedDay, evidence: readonly DatingEvidence[]): number | null {
  const votes = new Map<number, { weight: number; articles: Set<string> }>();
  for (const { weekdays } of evidence) {
    for (const { weekday, expression: other } of weekdays) {
      const alike = likeness(expression.sentence, other.sentence);
      if (alike < LIKE || other.sentence === expression.sentence) continue;
      const vote = votes.get(weekday) ?? { weight: 0, articles: new Set() };
      vote.articles.add(other.sentence.articleId);
      votes.set(weekday, { ...vote, weight: vote.weight + alike * alike });
    }
  }
  const [first, second] = [...votes].sort((a, b) => b[1].weight - a[1].weight || a[0] - b[0]);
  // Two articles, clearly: one sentence may be alike in what the story is about and not in what happened.
  const clear = first && first[1].articles.size >= 2 && first[1].weight >= 2 * (second?.[1].weight ?? 0);
  return clear ? first[0] : null;
}

const LIKE = 0.15;
/** Days that the articles name beside it are no further away, in days: a list of them tells what went before. */
const APART = 10;

function standsAlone({ form }: NamedDay, named: readonly NamedDay[]): boolean {
  const at = dayFrom(2000, form.month, form.day) ?? 0;
  return named.every(
    (other) => Math.abs((dayFrom(2000, other.form.month, other.form.day) ?? at) - at) <= APART,
  );
}

/** Content stems of both by those of the shorter (overlap coefficient), numbers included. */
function likeness(a: AnalysedSentence, b: AnalysedSentence): number {
  const [left, right] = [contentOf(a), contentOf(b)];
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return shared < 2 ? 0 : shared / Math.sqrt(left.size * right.size);
}

function contentOf({ stems }: AnalysedSentence): Set<string> {
  return new Set(stems.flatMap((stem) => stem.split('-')).filter(Boolean));
}

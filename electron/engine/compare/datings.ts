import type { Article, ArticleId, Dating } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { findDates } from '../language/dates.ts';
import { dayFrom, dayOf, isoOf, weekdayOf, yearOf, type DayNumber } from '../language/dates/days.ts';
import { evidenceOf, latestWeekday, type DatingEvidence } from './datings-evidence.ts';
import { firstYearThatFits } from './datings-year.ts';
import { dayInWords, quoted, WEEKDAY_NAMES } from './datings-words.ts';

/** How far apart articles on one event may be written, in days. */
const SAME_STORY = 10;

interface Known {
  readonly day: DayNumber;
  readonly origin: Dating['origin'];
  readonly reason: string;
}

/**
 * The date of each article, with its reason. `analyses` are in step with the articles; `corrected` holds the dates
 * the reader has given (ISO 8601). A date that no article states is inferred from the days that all of them name,
 * as one event's accounts are written within days of each other. Where nothing tells the year, nothing is said.
 */
export function dateArticles(
  articles: readonly Article[],
  analyses: readonly Analysis[],
  corrected: ReadonlyMap<ArticleId, string>,
): readonly Dating[] {
  const evidence = articles.flatMap(({ path }, index) => {
    const analysis = analyses[index];
    return analysis ? [evidenceOf(analysis, path)] : [];
  });
  const known = articles.map((article, index) => stated(article, corrected.get(article.id), evidence[index]));
  const reference = referenceOf(known, evidence);
  return articles.map(({ id }, index) => {
    const one = evidence[index];
    const found = known[index] ?? (one ? infer(one, reference) : null);
    return found
      ? { articleId: id, date: isoOf(found.day), origin: found.origin, reason: found.reason }
      : { articleId: id, date: null, origin: 'unknown', reason: unknownReason(one) };
  });
}

function stated(
  { publishedAt }: Article,
  correction: string | undefined,
  evidence?: DatingEvidence,
): Known | null {
  const given = correction === undefined ? null : dayOf(correction);
  if (given !== null) return { day: given, origin: 'corrected', reason: 'You gave this date.' };
  const published = publishedAt === null ? null : dayOf(publishedAt);
  if (published !== null) return { day: published, origin: 'stated', reason: 'The file states this date.' };
  const line = evidence?.dateline;
  const day =
    line && line.form.year !== null ? dayFrom(line.form.year, line.form.month, line.form.day) : null;
  return line && day !== null
    ? { day, origin: 'stated', reason: `The text opens with ${quoted(line.expression)} as its dateline.` }
    : null;
}

/** A day around which all articles were written, and why that is thought. */
interface Reference {
  readonly day: DayNumber;
  /** A part of a sentence, as “other accounts are dated 15 December 2025”. */
  readonly because: string;
  readonly from: 'dates' | 'named' | 'path';
}

function referenceOf(
  known: readonly (Known | null)[],
  evidence: readonly DatingEvidence[],
): Reference | null {
  const days = known.flatMap((one) => (one ? [one.day] : [])).sort((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  if (first !== undefined && last !== undefined) {
    if (last - first > SAME_STORY) return null;
    const day = days[Math.floor((days.length - 1) / 2)] ?? first;
    const dates = first === last ? dayInWords(first) : `${dayInWords(first)} to ${dayInWords(last)}`;
    return { day, because: `other accounts of the same are dated ${dates}`, from: 'dates' };
  }
  const fits = firstYearThatFits(evidence);
  return fits && { day: fits.day, because: fits.because, from: 'named' };
}

function infer(evidence: DatingEvidence, reference: Reference | null): Known | null {
  const near = reference && byReference(evidence, reference);
  if (near) return near;
  return evidence.pathDay === null
    ? null
    : {
        day: evidence.pathDay,
        origin: 'inferred',
        reason: `Its path names ${dayInWords(evidence.pathDay)}; nothing in the text tells.`,
      };
}

function byReference(evidence: DatingEvidence, { day, because }: Reference): Known | null {
  const written = (found: DayNumber, why: string): Known => ({
    day: found,
    origin: 'inferred',
    reason: `${why}, and ${because}.`,
  });
  const line = evidence.dateline;
  if (line) {
    const years = [-1, 0, 1].flatMap(
      (offset) => dayFrom(yearOf(day) + offset, line.form.month, line.form.day) ?? [],
    );
    const found = nearest(years, day);
    if (found !== null && Math.abs(found - day) <= SAME_STORY) {
      return written(found, `Its dateline is ${quoted(line.expression)}`);
    }
  }
  const weekday = latestWeekday(evidence);
  if (weekday !== null) {
    const ahead = (weekday - weekdayOf(day) + 7) % 7;
    return written(
      ahead > 3 ? day + ahead - 7 : day + ahead,
      `${WEEKDAY_NAMES[weekday] ?? ''} is the latest day of what it reports`,
    );
  }
  const named = findDates(evidence.analysis, isoOf(day)).filter(
    ({ date, tense, type }) =>
      tense !== 'future' &&
      (type === 'day' || type === 'from-named') &&
      Math.abs((dayOf(date) ?? Infinity) - day) <= 4,
  );
  const last = named.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  const found = last ? dayOf(last.date) : null;
  if (found !== null && last) return written(found, `${quoted(last)} is the latest day of what it reports`);
  return { day, origin: 'inferred', reason: `It names no day of its own; ${because}.` };
}

function nearest(days: readonly DayNumber[], to: DayNumber): DayNumber | null {
  return days.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? null;
}

function unknownReason(evidence: DatingEvidence | undefined): string {
  const weekday = evidence ? latestWeekday(evidence) : null;
  if (evidence?.dateline)
    return `Its dateline is ${quoted(evidence.dateline.expression)}, but no account tells the year.`;
  if (weekday === null) return 'No account names a day that would tell when it was written.';
  return `It speaks of ${WEEKDAY_NAMES[weekday] ?? ''}, but no account tells of which year.`;
}

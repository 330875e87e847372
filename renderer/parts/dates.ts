/** The page's language; its days and months are written as there. */
const LANGUAGE = 'en-GB';

type Precision = 'year' | 'month' | 'day';

interface Known {
  readonly date: Date;
  readonly precision: Precision;
}

const FORMS: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { month: 'long' },
  day: { day: 'numeric', month: 'long' },
};

// By itself: with the year it would bring a comma.
const WEEKDAY = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long', timeZone: 'UTC' });

function known(iso: string): Known | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(iso);
  if (!parts) return null;
  const date = new Date(`${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return null;
  return { date, precision: parts[3] ? 'day' : parts[2] ? 'month' : 'year' };
}

function formatOf(precision: Precision, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LANGUAGE, { ...FORMS[precision], ...more, timeZone: 'UTC' });
}

/**
 * A date or range of ISO 8601 as people write it, to the precision it has: "2014", "February 2022",
 * "Sunday 14 December", "14–16 December". The year is left out where it is `year`. What is no date stays as
 * it is.
 */
export function dateText(iso: string, end: string | null = null, year: string | null = null): string {
  const from = known(iso);
  const to = end === null ? null : known(end);
  if (!from || (end !== null && !to)) return end === null ? iso : `${iso} to ${end}`;
  const shown: Intl.DateTimeFormatOptions = [iso, end ?? iso].every((each) => each.slice(0, 4) === year)
    ? {}
    : { year: 'numeric' };
  if (!to || end === iso) {
    const text = formatOf(from.precision, shown).format(from.date);
    return from.precision === 'day' ? `${WEEKDAY.format(from.date)} ${text}` : text;
  }
  if (to.precision === from.precision) return formatOf(from.precision, shown).formatRange(from.date, to.date);
  return `${dateText(iso, null, year)} to ${dateText(end ?? '', null, year)}`;
}

/** "2025-12-15T09:00+01:00" → "15 December 2025": the day as the file states it. Other forms stay as they are. */
export function dayText(iso: string): string {
  const day = known(iso.slice(0, 10));
  return day?.precision === 'day' ? formatOf('day', { year: 'numeric' }).format(day.date) : iso;
}

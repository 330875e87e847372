import {
  dayFrom,
  dayOf,
  daysOf,
  isoMonth,
  isoOf,
  isoYear,
  mondayOf,
  monthOf,
  weekdayOf,
  yearOf,
  type DayNumber,
} from './days.ts';
import type { DateForm, Expression, Resolved, Surroundings, Tense, Unit, Which } from './forms.ts';

const exact = (date: string): Resolved => ({ date, last: null, approximate: false });
const about = (date: string, last: string | null = null): Resolved => ({ date, last, approximate: true });
const spanOf = (from: DayNumber, to: DayNumber, approximate: boolean): Resolved => ({
  date: isoOf(from),
  last: isoOf(to),
  approximate,
});

/** What an expression stands for where it is; null where that cannot be told. */
export function resolve({ form, tense, approximate }: Expression, around: Surroundings): Resolved | null {
  const resolved = read(form, tense, around);
  return resolved && approximate ? { ...resolved, approximate: true } : resolved;
}

function read(form: DateForm, tense: Tense, around: Surroundings): Resolved | null {
  const { anchor } = around;
  switch (form.type) {
    case 'year':
      return {
        date: isoYear(form.year),
        last: form.last === null ? null : isoYear(form.last),
        approximate: form.part !== null,
      };
    case 'range':
      return readRange(form, tense, around);
    case 'edge': {
      const days = daysOf(read(form.of, tense, around)?.date ?? '');
      return days && about(isoOf(form.edge === 'end' ? days.last : days.first));
    }
    case 'day':
      return readDay(form, tense, around);
    case 'month': {
      const year =
        form.year ??
        (form.which === null && tense !== 'future' ? around.year : null) ??
        (anchor === null ? null : yearOfMonth(form.month, form.which, tense, anchor));
      return year === null ? null : { ...exact(isoMonth(year, form.month)), approximate: form.part !== null };
    }
    case 'season':
      return readSeason(form, tense, anchor);
    case 'from-named':
      return readFromNamed(form, around);
    default:
      return anchor === null ? null : readAnchored(form, tense, around, anchor);
  }
}

/** The forms that say nothing without the day of writing. */
function readAnchored(
  form: Extract<
    DateForm,
    { type: 'day-of-month' | 'weekday' | 'period' | 'weekend' | 'from-now' | 'span' | 'this-day' }
  >,
  tense: Tense,
  around: Surroundings,
  anchor: DayNumber,
): Resolved | null {
  switch (form.type) {
    case 'weekday':
      return exact(isoOf(weekdayNear(form.weekday, form.which, tense, anchor)));
    case 'day-of-month': {
      const days = [-1, 0, 1].flatMap(
        (offset) =>
          dayOf(
            `${isoMonth(yearOf(anchor), monthOf(anchor) + offset)}-${String(form.day).padStart(2, '0')}`,
          ) ?? [],
      );
      const fits =
        tense === 'future'
          ? days.find((day) => day >= anchor)
          : tense === 'past'
            ? days.findLast((day) => day <= anchor)
            : nearest(days, anchor);
      return fits === undefined ? null : exact(isoOf(fits));
    }
    case 'weekend': {
      const saturday = mondayOf(anchor) + 5;
      const now = weekdayOf(anchor) === 0 || weekdayOf(anchor) === 6;
      return spanOf(
        saturday - (now || tense === 'future' ? 0 : 7),
        saturday + 1 - (now || tense === 'future' ? 0 : 7),
        false,
      );
    }
    case 'period':
      return readPeriod(form, tense, anchor);
    case 'from-now':
      return readFromNow(form, tense, anchor);
    case 'span': {
      const other = shift(anchor, form.unit, form.offset);
      return spanOf(Math.min(anchor, other), Math.max(anchor, other), true);
    }
    case 'this-day':
      return around.otherDay || (form.opening && !around.opening) ? null : exact(isoOf(anchor));
  }
}

function weekdayNear(weekday: number, which: Which, tense: Tense, anchor: DayNumber): DayNumber {
  const ahead = (weekday - weekdayOf(anchor) + 7) % 7;
  const back = (7 - ahead) % 7;
  if (which === 'next') return mondayOf(anchor) + 7 + ((weekday + 6) % 7);
  // "last Friday" on a Saturday is not yesterday.
  if (which === 'last') return anchor - (back <= 1 ? back + 7 : back);
  return tense === 'future' ? anchor + ahead : anchor - back;
}

function nearest(days: readonly DayNumber[], to: DayNumber): DayNumber | undefined {
  return days.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))[0];
}

function yearOfMonth(month: number, which: Which, tense: Tense, anchor: DayNumber): number {
  const year = yearOf(anchor);
  const now = monthOf(anchor);
  if (which === 'this') return year;
  if (which === 'last') return month < now ? year : year - 1;
  if (which === 'next' || tense === 'future') return month >= now ? year : year + 1;
  // "the November elections", written in October.
  if (tense === null && month > now && month - now <= 3) return year;
  return month <= now ? year : year - 1;
}

function readDay(
  form: Extract<DateForm, { type: 'day' }>,
  tense: Tense,
  { anchor, year }: Surroundings,
): Resolved | null {
  const on = (in_: number): DayNumber | null => dayFrom(in_, form.month, form.day);
  if (form.year !== null) {
    const day = on(form.year);
    return day === null ? null : exact(isoOf(day));
  }
  if (anchor === null) return null;
  const now = yearOf(anchor);
  const days = [now - 1, now, now + 1].map(on).filter((day) => day !== null);
  const named = form.weekday === null ? undefined : days.find((day) => weekdayOf(day) === form.weekday);
  if (named !== undefined) return exact(isoOf(named));
  if (year !== null && year < now) {
    const day = on(year);
    return day === null ? null : exact(isoOf(day));
  }
  const near = nearest(days, anchor);
  if (near === undefined) return null;
  // Verbs are read wrongly more often than the nearest day is not meant, if it is near.
  if (Math.abs(near - anchor) <= 100 || tense === null) return exact(isoOf(near));
  const fits = tense === 'future' ? days.find((day) => day >= anchor) : days.findLast((day) => day <= anchor);
  return exact(isoOf(fits ?? near));
}

function readSeason(
  form: Extract<DateForm, { type: 'season' }>,
  tense: Tense,
  anchor: DayNumber | null,
): Resolved | null {
  let { year } = form;
  if (year === null) {
    if (anchor === null) return null;
    const [y, m] = [yearOf(anchor), monthOf(anchor)];
    if (form.which === 'last') year = m > form.month + 2 ? y : y - 1;
    else if (form.which === 'next') year = m < form.month ? y : y + 1;
    else year = form.month === 12 && m <= 2 && tense !== 'future' ? y - 1 : y;
  }
  return about(isoMonth(year, form.month), isoMonth(year, form.month + 2));
}

function readPeriod(
  { unit, offset, part }: Extract<DateForm, { type: 'period' }>,
  tense: Tense,
  anchor: DayNumber,
): Resolved {
  const year = yearOf(anchor);
  if (unit === 'year') return { ...exact(isoYear(year + offset)), approximate: part !== null };
  if (unit === 'month')
    return { ...exact(isoMonth(year, monthOf(anchor) + offset)), approximate: part !== null };
  const monday = mondayOf(anchor) + 7 * offset;
  if (unit === 'weekend') {
    // "this weekend", said on a Monday of what has been.
    const early = offset === 0 && tense !== 'future' && [1, 2, 3].includes(weekdayOf(anchor));
    const saturday = monday + 5 - (early ? 7 : 0);
    return spanOf(saturday, saturday + 1, false);
  }
  return spanOf(monday, monday + 6, true);
}

function readFromNow(
  form: Extract<DateForm, { type: 'from-now' }>,
  tense: Tense,
  anchor: DayNumber,
): Resolved | null {
  const { unit, offset, vague } = form;
  if (unit === 'day' && !vague && Math.abs(offset) <= 2) {
    return exact(isoOf(anchor + offset));
  }
  // "in two weeks" is how long it took where the verb is past.
  if (offset > 0 && tense !== 'future') return null;
  // "a year ago" is twelve months, "three years ago" is a year.
  if (unit === 'year' && offset === -1 && !vague) return about(isoMonth(yearOf(anchor) - 1, monthOf(anchor)));
  if (unit === 'year')
    return { ...exact(isoYear(yearOf(anchor) + offset)), approximate: vague || offset > 0 };
  if (unit === 'month') return about(isoMonth(yearOf(anchor), monthOf(anchor) + offset));
  const day = shift(anchor, unit, offset);
  if (offset > 0 && vague) return about(isoOf(day).slice(0, 7));
  return { ...exact(isoOf(day)), approximate: vague || unit === 'week' };
}

function readFromNamed(
  { unit, offset, vague, orNow }: Extract<DateForm, { type: 'from-named' }>,
  around: Surroundings,
): Resolved | null {
  const now = orNow && around.anchor !== null ? exact(isoOf(around.anchor)) : null;
  const named = around.named?.date.length === 10 || !orNow ? around.named : now;
  if (!named) return null;
  const base = named.last ?? named.date;
  const precision = base.split('-').length;
  if (unit === 'day' || unit === 'week') {
    const day = dayOf(base);
    if (day === null) return null;
    const shifted = shift(day, unit, offset);
    if (unit === 'week') return about(isoOf(shifted));
    return { ...exact(isoOf(shifted)), approximate: vague || named.approximate };
  }
  const days = daysOf(base);
  if (!days) return null;
  if (unit === 'month')
    return precision < 2 ? null : about(isoMonth(yearOf(days.first), monthOf(days.first) + offset));
  return { ...exact(isoYear(yearOf(days.first) + offset)), approximate: vague || precision > 1 };
}

function readRange(
  { from, to }: Extract<DateForm, { type: 'range' }>,
  tense: Tense,
  around: Surroundings,
): Resolved | null {
  const last = read(to, tense, around);
  const first = read(from, tense, around);
  if (!last || !first) return null;
  let start = first.date;
  const end = last.last ?? last.date;
  // "from Friday to Sunday": the Friday before that Sunday.
  const [a, b] = [dayOf(start), dayOf(end)];
  if (from.type === 'weekday' && a !== null && b !== null && a > b) start = isoOf(a - 7);
  if (from.type === 'month' && start > end)
    start = isoMonth(Number(start.slice(0, 4)) - 1, Number(start.slice(5, 7)));
  if (from.type === 'day' && from.year === null && a !== null && b !== null && a > b)
    start = `${isoYear(Number(start.slice(0, 4)) - 1)}${start.slice(4)}`;
  if (start > end || start.length !== end.length) return null;
  return {
    date: start,
    last: end === start ? null : end,
    approximate: first.approximate || last.approximate,
  };
}

/** Months have 30 days here and years 365: only days and weeks are asked for exactly. */
function shift(day: DayNumber, unit: Unit, offset: number): DayNumber {
  const length = { day: 1, week: 7, weekend: 7, month: 30, year: 365 }[unit];
  return day + offset * length;
}

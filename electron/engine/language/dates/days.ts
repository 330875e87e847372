/** Days since 1 January 1970, in no time zone. */
export type DayNumber = number;

const MS = 86_400_000;

/** The day of a full calendar date ("2025-12-14", also with a time after it); null for anything else. */
export function dayOf(iso: string): DayNumber | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(iso);
  return found ? dayFrom(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** Null where there is no such day, as for 30 February. `month` from 1. */
export function dayFrom(year: number, month: number, day: number): DayNumber | null {
  if (year < 1000 || year > 9999) return null;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / MS : null;
}

/** ISO 8601, as "2025-12-14". */
export function isoOf(day: DayNumber): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The Monday of the day's week (ISO 8601). */
export function mondayOf(day: DayNumber): DayNumber {
  return day - ((weekdayOf(day) + 6) % 7);
}

export function yearOf(day: DayNumber): number {
  return new Date(day * MS).getUTCFullYear();
}

/** From 1. */
export function monthOf(day: DayNumber): number {
  return new Date(day * MS).getUTCMonth() + 1;
}

/** "2025-11" from a year and a month that may lie outside 1 to 12: month 0 is December of the year before. */
export function isoMonth(year: number, month: number): string {
  const index = year * 12 + month - 1;
  return `${isoYear(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function isoYear(year: number): string {
  return String(year).padStart(4, '0');
}

/** First and last day of a date of any precision: "2022-02" runs from the 1st to the 28th. */
export function daysOf(iso: string): { first: DayNumber; last: DayNumber } | null {
  const [year = NaN, month, day] = iso.split('-').map(Number);
  const first = dayFrom(year, month ?? 1, day ?? 1);
  if (first === null) return null;
  if (day !== undefined) return { first, last: first };
  const after = month === undefined ? dayFrom(year + 1, 1, 1) : dayOf(`${isoMonth(year, month + 1)}-01`);
  return { first, last: (after ?? first + 1) - 1 };
}

import { strict as german } from 'chrono-node/de';
import { strict as english } from 'chrono-node/en';
import { strict as spanish } from 'chrono-node/es';
import { strict as french } from 'chrono-node/fr';
import { dayFrom, weekdayOf } from './days.ts';
import type { Found } from './rules.ts';
import type { DateForm } from './forms.ts';

type Parser = Pick<typeof english, 'parse'>;
type Components = ReturnType<Parser['parse']>[number]['start'];

const PARSERS: Readonly<Record<string, Parser>> = { en: english, de: german, fr: french, es: spanish };

/** The name of a month in any of the languages, or a date in numbers. */
const CANDIDATE =
  /(?<!\p{L})(?:jan|feb|fév|ene|mar|mär|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|aoû|ago|sep|oct|okt|nov|dec|déc|dez|dic)\p{L}{0,8}|(?<!\d)(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})(?!\d)/giu;
/** How far its day may be from a month. */
const BESIDE = 12;
/** Room around a candidate, so that the time chrono takes grows with the candidates and not with their square. */
const ROOM = 40;

/** Where a calendar date may be: stretches of text, in order and apart. */
function windowsOf(text: string): { start: number; end: number }[] {
  const windows: { start: number; end: number }[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const after = match.index + match[0].length;
    if (!/\d/.test(text.slice(Math.max(0, match.index - BESIDE), after + BESIDE))) continue;
    const start = Math.max(0, match.index - ROOM);
    const end = Math.min(text.length, after + ROOM);
    const last = windows.at(-1);
    if (last && start <= last.end && end - last.start < 400) last.end = end;
    else windows.push({ start: Math.max(start, last?.end ?? 0), end });
  }
  return windows;
}

/** "two weeks after May 3" is read as another day than the one it names. */
const COUNTED_FROM = /\b(?:after|before|from|ago|later)\b/gi;
const blank = (word: string): string => '_'.repeat(word.length);

/** Any day will do: only what the text states is taken. Noon, so that no zone moves it. */
const REFERENCE = { instant: new Date(Date.UTC(2000, 5, 15, 12)), timezone: 0 };

/** Dates with a day and a month, found by chrono-node in English, German, French and Spanish; in others "2025-12-14". */
export function findCalendarDates(text: string, language: string): Found[] {
  const parser = PARSERS[language] ?? english;
  const known = language in PARSERS;
  const found: Found[] = [];
  for (const { start, end } of windowsOf(text)) {
    // Dashes of the same length, so that offsets stay; a word that the window cuts is no date.
    const part = text
      .slice(start, end)
      .replace(/[–—]/g, '-')
      .replace(/\u00A0/g, ' ')
      .replace(COUNTED_FROM, blank);
    for (const result of parser.parse(part, REFERENCE)) {
      if (!known && !/^\d{4}-/.test(result.text)) continue;
      const from = formOf(result.start, result.text);
      const to = result.end ? formOf(result.end, result.text) : null;
      const trimmed = trim(withoutShortYear(result.text));
      const at = start + result.index;
      const around = {
        before: text.slice(Math.max(0, at - 12), at),
        after: text.slice(at + trimmed.length, at + trimmed.length + 12),
      };
      if (!from || !isMeant(trimmed, around)) continue;
      const form: DateForm = to ? { type: 'range', from: { ...from, year: from.year ?? to.year }, to } : from;
      found.push({ start: at, end: at + trimmed.length, form });
    }
  }
  return found;
}

function formOf(part: Components, text: string): Extract<DateForm, { type: 'day' }> | null {
  if (!part.isCertain('day') || !part.isCertain('month')) return null;
  const month = part.get('month') ?? 0;
  const day = part.get('day') ?? 0;
  const year = part.isCertain('year') && text.includes(String(part.get('year'))) ? part.get('year') : null;
  const stated = part.isCertain('weekday') ? part.get('weekday') : null;
  const number = dayFrom(year ?? 2000, month, day);
  if (number === null) return null;
  const weekday = year !== null && stated !== null && weekdayOf(number) !== stated ? null : stated;
  return { type: 'day', year, month, day, weekday };
}

/** "on 7 March, 45 came home" names no year. */
function withoutShortYear(text: string): string {
  return /\d{4}/.test(text)
    ? text
    : text.replace(/(?<=\p{L}|\d),? \d\d$/u, (tail, at: number) =>
        /\p{L}{3}\.?$/u.test(text.slice(0, at)) && /\d/.test(text.slice(0, at))
          ? ''
          : /,/.test(tail)
            ? ''
            : tail,
      );
}

/** Without a time of day at its end: that is not what the date is quoted for. */
function trim(text: string): string {
  return text.replace(/(?:,? at|,)? \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?$/i, (tail) =>
    /[ap]\.?m|:|at /i.test(tail) ? '' : tail,
  );
}

/** "he may 12 times", "10/12" and "1,200 March 5" hold no date. */
function isMeant(text: string, { before, after }: { before: string; after: string }): boolean {
  if (/\b(?:may|march|mar|sun|sat)\b/.test(text) || /\bMAY\b/.test(text)) return false;
  if (/[\d.,$€£/-]$/.test(before) || /^[\d%/]|^[.,]\d/.test(after)) return false;
  // Day and month cannot be told apart in "10/12/2025".
  const slashed = /^(\d{1,2})[/](\d{1,2})[/]\d{4}$/.exec(text);
  if (slashed) return false;
  return /\p{L}{3}/u.test(text) || /^\d{4}-\d\d-\d\d/.test(text) || /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text);
}

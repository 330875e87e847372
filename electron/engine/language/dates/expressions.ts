import { findCalendarDates } from './calendar.ts';
import { findEnglish } from './english.ts';
import type { DateForm, Expression, Tense } from './forms.ts';
import { findForeign } from './foreign.ts';
import type { Found } from './rules.ts';
import { tenseAt } from './tense.ts';

/** Longer sentences are tables or broken files, not prose; what they say first is read. */
const LONGEST = 4000;

const LEAD =
  /(?:^|[\s(“"‘—–-])((?:as (?:early|late|soon|far back|recently|of) (?:as )?|(?:back |early |late |sometime |late in |early in )?in |starting |beginning |ending |ahead of |up to |prior to |dating (?:back )?to |no later than |shortly |just |only )?(?:on|in|by|since|until|till|from|before|after|during|around|about|through|throughout|as|of|for|at|late|early|between)?(?: ?the)?(?: ?(?:early|late|middle|end|close|start|beginning) (?:of|in))?(?: the)? ?)$/i;
const OPEN =
  /\b(?:around|about|before|after|prior to|sometime|as early|as far back|as soon|no later|ahead of|circa)\b/i;
const EDGE = /\b(end|close|start|beginning) of /i;
const AHEAD = /\b(?:by|until|till|ahead of|no later)\b/i;

/** The expressions of a sentence that stand for dates, in the order of the text, apart from each other. */
export function expressionsIn(sentence: string, language: string): Expression[] {
  const text = sentence.length > LONGEST ? sentence.slice(0, LONGEST) : sentence;
  const found = [
    ...(language === 'en' ? findEnglish(text) : findForeign(text, language)),
    ...findCalendarDates(text, language),
  ];
  if (found.length === 0) return [];
  const quotes = quotedParts(text);
  return joinRanges(text, apart(found)).map((one) => {
    const lead = leadOf(text, one);
    const start = one.start - lead.length;
    const edge = EDGE.exec(lead)?.[1];
    return {
      start,
      end: one.end,
      form: edge === undefined ? one.form : edgeOf(one.form, /^(?:end|close)$/i.test(edge) ? 'end' : 'start'),
      tense: language === 'en' ? tenseOf(text, start, one.end) : null,
      approximate: OPEN.test(lead),
      quoted: quotes.some(([from, to]) => from < start && one.end <= to),
    };
  });
}

/** By the preposition where that tells, else by the verb. */
function tenseOf(text: string, start: number, end: number): Tense {
  const words = text.slice(start, end);
  if (AHEAD.test(words)) return 'future';
  if (/\bsince\b|\bfar back\b/i.test(words)) return 'past';
  return tenseAt(text, start, end);
}

function edgeOf(form: DateForm, edge: 'start' | 'end'): DateForm {
  return form.type === 'month' || form.type === 'year' ? { type: 'edge', of: form, edge } : form;
}

/** The preposition before an expression, which belongs to it: "on ", "as far back as ". */
function leadOf(text: string, { start, form }: Found): string {
  const before = text.slice(Math.max(0, start - 32), start);
  const lead = LEAD.exec(before)?.[1] ?? '';
  const plain = lead.replace(/^(?:(?:shortly|just|only|for|at|of|as)(?: the)?|the) $/i, '').trimStart();
  return form.type === 'from-named' || form.type === 'this-day' ? '' : plain.trim() === '' ? '' : plain;
}

/** The longest of those that overlap. */
function apart(found: readonly Found[]): Found[] {
  const byLength = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Found[] = [];
  for (const one of byLength) {
    if (kept.every(({ start, end }) => one.end <= start || end <= one.start)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const DAY_BEFORE =
  /(?:\bbetween (?:the )?)?\b(\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|—|to|and|until|through|bis|und|au|et|al|y) ?$/;
const DAY_AFTER =
  /^ ?(?:-|–|—|to|and|until|through|bis|und) ?(\d{1,2})(?:st|nd|rd|th)?\b(?![.,:]\d| ?%| [a-z]{4,}s\b)/;
const BETWEEN = /^(?: ?[-–—] ?| to | through | until | till | and )$/;

/** "3 to 5 May", "from Monday to Wednesday", "between 2009 and 2013". */
function joinRanges(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const each of found.map((one) => withBareDay(text, one))) {
    const last = joined.at(-1);
    const gap = last ? text.slice(last.end, each.start).replace(/ (?:on|in|the)$/, '') : '';
    const and = last !== undefined && gap.trim() === 'and';
    const between =
      last !== undefined &&
      /\bbetween (?:the )?$/i.test(text.slice(Math.max(0, last.start - 14), last.start));
    if (
      last &&
      BETWEEN.test(gap.endsWith(' ') || gap.length < 2 ? gap : `${gap} `) &&
      last.form.type === each.form.type &&
      last.form.type !== 'range' &&
      (!and || between)
    ) {
      joined[joined.length - 1] = {
        start: last.start,
        end: each.end,
        form: { type: 'range', from: last.form, to: each.form },
      };
    } else joined.push(each);
  }
  return joined;
}

/** A day that leans on the month of another: "14 and 15 December". */
function withBareDay(text: string, one: Found): Found {
  const { form } = one;
  if (form.type !== 'day') return one;
  const before = DAY_BEFORE.exec(text.slice(Math.max(0, one.start - 24), one.start));
  if (
    before &&
    /^\d/.test(text.slice(one.start, one.end)) &&
    Number(before[1]) < form.day &&
    !isOther(before[0], form, -Number(before[1]))
  ) {
    const from: DateForm = { ...form, day: Number(before[1]), weekday: null };
    return { start: one.start - before[0].length, end: one.end, form: { type: 'range', from, to: form } };
  }
  const after = DAY_AFTER.exec(text.slice(one.end, one.end + 14));
  if (
    after &&
    Number(after[1]) > form.day &&
    Number(after[1]) <= 31 &&
    !isOther(after[0], form, Number(after[1]))
  ) {
    const to: DateForm = { ...form, day: Number(after[1]), weekday: null };
    return { start: one.start, end: one.end + after[0].length, form: { type: 'range', from: form, to } };
  }
  return one;
}

/** "May 3 and 12 others": with "and", only the day beside it is one of a range. */
function isOther(words: string, { day }: { readonly day: number }, other: number): boolean {
  return (
    !words.startsWith('between') &&
    /\b(?:and|und|et|y)\b/.test(words) &&
    Math.abs(Math.abs(other) - day) !== 1
  );
}

/** Where the text is between quotation marks. A mark that is not closed quotes to the end. */
function quotedParts(text: string): [number, number][] {
  const parts: [number, number][] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(/[“”"„]/g)) {
    if (open < 0 && mark !== '”') open = index;
    else if (open < 0) parts.push([-1, index]);
    else {
      parts.push([open, index]);
      open = -1;
    }
  }
  if (open >= 0) parts.push([open, text.length]);
  return parts;
}

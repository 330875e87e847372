import type { AnalysedSentence } from './analysis.ts';
import type { NumberFound } from './quantity-numbers.ts';
import { CURRENCY_SIGNS, unitNamed } from './quantity-units.ts';
import { FATES } from './quantity-fates.ts';
import { adjoins, isPlural, lowerOf } from './quantity-words.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);

/** What stands before a number that names something rather than counts: "Article 5", "No. 3". */
const NUMBERED =
  /\b(Nos?\.|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]age|Title|Part|Phase|Type|Grade|Level|Category|Room|Highway|Interstate|Resolution)\s+$/;
const CLOCK = /^\s*(?:[ap]\.?m\b|o[’']clock|GMT\b|ET\b|hrs\b|past\b)/i;

/** Whether a number is part of a date, a time of day, a name or a list rather than a quantity. */
export function isLabel(
  { text, tokens, names }: AnalysedSentence,
  index: number,
  number: NumberFound,
): boolean {
  const token = tokens[index];
  const last = tokens[number.last];
  if (!token || !last) return true;
  if (token.text.includes(':')) return true;
  const sign = text[token.start - 1] ?? '';
  if (sign in CURRENCY_SIGNS) return false;
  const before = tokens[index - 1];
  const next = tokens[number.last + 1];
  const previous = adjoins(text, before, token) ? (before?.text ?? '') : '';
  const after = adjoins(text, last, next) ? lowerOf(next) : '';
  if (NUMBERED.test(text.slice(Math.max(0, token.start - 12), token.start))) return true;
  if (CLOCK.test(text.slice(last.end)) || /^to\b/.test(number.joined)) return true;
  if (number.joined || number.percent) return false;
  if (/[#№'’/.]/.test(sign) || /^[/:]\d/.test(text.slice(last.end))) return true;
  if (MONTHS.has(previous.toLowerCase()) || (MONTHS.has(after) && /^\p{Lu}/u.test(next?.text ?? '')))
    return true;
  if (/^(a\.?m|p\.?m|am|pm|o'clock|o’clock|th|st|nd|rd|s)$/.test(after)) return true;
  // A number in words that opens a sentence is taken for a name at times.
  const named = names.find(({ start, end }) => start <= token.start && end >= token.end);
  if (named && (number.digits || named.end - named.start > token.end - token.start)) return true;
  // "Flight 370", "Route 66", "Apollo 11": a name and what it is numbered.
  if (
    number.digits &&
    /^\p{Lu}/u.test(previous) &&
    index > 1 &&
    !isPlural(after) &&
    !unitNamed(after) &&
    !FATES.has(after)
  )
    return !/^\s*,/.test(text.slice(before?.end ?? 0, token.start));
  return false;
}

const SCORE = /^(?:-|–|—| to )\d/;
const SCORE_BEFORE = /\d(?:-|–|—| to )$/;

/** Whether a number is one of the two of a vote or score. */
export function isScore(text: string, start: number, end: number): boolean {
  return SCORE.test(text.slice(end)) || SCORE_BEFORE.test(text.slice(0, start));
}

/** "voted 420-0", "by 52 to 48": the first of the two. */
export function isVote({ text, tokens }: AnalysedSentence, index: number, number: NumberFound): boolean {
  const last = tokens[number.last];
  if (!last || !number.digits || !SCORE.test(text.slice(last.end))) return false;
  return tokens
    .slice(Math.max(0, index - 8), index + 8)
    .some(({ text: word }) => /^(vot|pass|approv|reject)/i.test(word));
}

/** A number of four digits that stands where a year does. */
export function isYear(number: NumberFound): boolean {
  return /^(1[5-9]|20)\d\d$/.test(number.digits) && number.value === Number(number.digits);
}

/** "Smith, 46, said": an age. */
export function isAge({ text, tokens }: AnalysedSentence, index: number, number: NumberFound): boolean {
  const token = tokens[index];
  if (!token || !number.digits || number.value < 1 || number.value > 115 || !Number.isInteger(number.value))
    return false;
  const before = text.slice(0, token.start);
  if (/\b(aged?|who is|who was|who turned) $/i.test(before)) return true;
  return /\p{Lu}[\p{L}.’'-]+, $/u.test(before) && /^,/.test(text.slice(token.end));
}

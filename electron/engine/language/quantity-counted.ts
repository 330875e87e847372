import type { AnalysedSentence } from './analysis.ts';
import { isAge, isScore, isVote, isYear } from './quantity-labels.ts';
import type { NumberFound } from './quantity-numbers.ts';
import { CURRENCY_SIGNS, PER, unitNamed } from './quantity-units.ts';
import { FATES, fateOf } from './quantity-fates.ts';
import { adjoins, isNoun, isPlural, lowerOf } from './quantity-words.ts';
import { stem } from './stems.ts';
import { isStopword } from './stopwords.ts';
import type { Token } from './tokens.ts';
import { wordClass } from './word-tables.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** May stand between a number and what it counts though they are small words. */
const BETWEEN = set('more other additional further new such same own different separate');
const DETERMINERS = set('the these those his her its their our my all');

/** What durations are measured in. */
export const TIMES = set('second minute hour day week month year decade century');
/** Among the modifiers of a length of time that tells when: "ten days ago", "the past ten days". */
export const RELATIVE = 'ago';

const OCLOCK = set('at past since until till by');
/** A length of time next to one of these tells when, not how long. */
const RELATIVE_AFTER = set('ago later earlier before after since hence');
const RELATIVE_BEFORE = set('past last previous next coming recent first final');

export interface UnitFound {
  readonly unit: string;
  readonly factor: number;
  readonly modifiers: readonly string[];
  /** Index of the last token that belongs to it. */
  readonly last: number;
  /** Offsets from the currency sign or number to the end of what is counted. */
  readonly start: number;
  readonly end: number;
}

function isRelative(tokens: readonly Token[], first: number, last: number): boolean {
  return RELATIVE_AFTER.has(lowerOf(tokens[last + 1])) || RELATIVE_BEFORE.has(lowerOf(tokens[first - 1]));
}

/**
 * The unit of a number or what it counts; null where the number is none of a quantity after all.
 * `index` is its first token.
 */
export function readUnit(sentence: AnalysedSentence, index: number, number: NumberFound): UnitFound | null {
  const { text, tokens } = sentence;
  const first = tokens[index];
  const last = tokens[number.last];
  if (!first || !last) return null;
  const sign = text[first.start - 1] ?? '';
  const currency = CURRENCY_SIGNS[sign];
  const base = { factor: 1, modifiers: [], last: number.last, start: first.start, end: last.end };
  if (currency) {
    const letters =
      /(?:US|A|C|HK|NZ)$/.exec(text.slice(Math.max(0, first.start - 3), first.start - 1))?.[0] ?? '';
    return { ...base, unit: currency, start: first.start - 1 - letters.length };
  }
  if (number.percent) return { ...base, unit: '%', modifiers: ofWhat(sentence, number.last + 1) };
  if (number.joined) return ofJoined(sentence, number, base);
  const counted = readCounted(sentence, number);
  if (isYear(number) && !(counted && TIMES.has(counted.unit))) return null;
  if (number.share)
    return { ...base, unit: '%', factor: 100, modifiers: counted?.unit ? [counted.unit] : [] };
  if (!counted && isAge(sentence, index, number)) return { ...base, unit: 'year-old' };
  const fate = number.share ? null : fateOf(tokens, index, counted?.last ?? number.last, counted?.unit ?? '');
  if (fate) {
    const whom = counted?.unit && counted.unit !== fate ? [counted.unit] : [];
    return { ...base, ...counted, unit: fate, modifiers: [...(counted?.modifiers ?? []), ...whom] };
  }
  if (counted) {
    const when = TIMES.has(counted.unit) && isRelative(tokens, index, counted.last);
    return { ...base, ...counted, modifiers: when ? [...counted.modifiers, RELATIVE] : counted.modifiers };
  }
  if (isVote(sentence, index, number)) return { ...base, unit: 'vote' };
  if (isScore(text, first.start, last.end)) return null;
  const container = containerOf(sentence, index);
  if (container) return { ...base, ...container };
  if (number.value <= 24 && OCLOCK.has(lowerOf(tokens[index - 1]))) return null;
  // "one" that counts nothing is a pronoun.
  if (number.value <= 1 && !number.digits) return null;
  // "95,000 walked out": a number that does something is of people.
  const next = lowerOf(tokens[number.last + 1]);
  const acts = number.value >= 5 && adjoins(text, last, tokens[number.last + 1]) && DOES.test(next);
  return { ...base, unit: acts ? 'peopl' : '' };
}

const DOES = /^(?:were|was|are|have|had|took|came|went|left|stayed|\p{Ll}{2,}ed)$/u;

/** "a crew of six", "a population of 3.1 million": what is counted stands before. */
function containerOf(
  { text, tokens }: AnalysedSentence,
  index: number,
): Pick<UnitFound, 'unit' | 'start'> | null {
  const [noun, of, number] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  if (!noun || !number || lowerOf(of) !== 'of' || !adjoins(text, of, number) || !adjoins(text, noun, of))
    return null;
  return isNoun(lowerOf(noun)) ? { unit: stem(noun.text), start: noun.start } : null;
}

/** "five-hour meeting", "20-point plan", "46-year-old". */
function ofJoined(sentence: AnalysedSentence, number: NumberFound, base: Omit<UnitFound, 'unit'>): UnitFound {
  const words = number.joined.split('-').filter(Boolean);
  const old = /^(?:day|week|month|year)s?-olds?$/.test(number.joined);
  const named = unitNamed(old ? number.joined.replace(/s$/, '').replace('years', 'year') : (words[0] ?? ''));
  const unit = named?.[0] ?? stem(words[0] ?? '');
  const next = sentence.tokens[number.last + 1];
  const head = next && !isStopword(lowerOf(next)) ? [stem(next.text)] : [];
  return { ...base, unit, factor: named?.[1] ?? 1, modifiers: head };
}

/** Of what a share is: "90% of the issues". */
function ofWhat({ text, tokens }: Pick<AnalysedSentence, 'text' | 'tokens'>, from: number): string[] {
  if (lowerOf(tokens[from]) !== 'of') return [];
  for (let i = from + 1; i < Math.min(tokens.length, from + 6); i++) {
    const word = lowerOf(tokens[i]);
    if (!adjoins(text, tokens[i - 1], tokens[i])) return [];
    if (isPlural(word)) return [stem(word)];
    if (isStopword(word) && !DETERMINERS.has(word)) return [];
  }
  return [];
}

/** The unit or noun after a number. */
function readCounted(
  { text, tokens }: AnalysedSentence,
  number: NumberFound,
): Pick<UnitFound, 'unit' | 'factor' | 'modifiers' | 'last' | 'end'> | null {
  const modifiers: string[] = [];
  let at = number.last + 1;
  const partOf = lowerOf(tokens[at]) === 'of';
  if (partOf) {
    // "one of the signals" counts nothing.
    if (number.value === 1) return null;
    at++;
    while (DETERMINERS.has(lowerOf(tokens[at]))) at++;
    if (/^\p{N}/u.test(tokens[at]?.text ?? '')) return null;
  }
  for (let i = at; i < Math.min(tokens.length, at + 5); i++) {
    const token = tokens[i];
    if (!token || !adjoins(text, tokens[i - 1], token)) return null;
    const word = lowerOf(token);
    const two = `${word}-${lowerOf(tokens[i + 1])}`;
    const named = unitNamed(word);
    const isUnit = named && (i === number.last + 1 || (named[0] !== 'm' && token.text.length > 2));
    if (two === 'per-cent' || two === 'percentage-points')
      return {
        unit: '%',
        factor: 1,
        modifiers: ofWhat({ text, tokens }, i + 2),
        last: i + 1,
        end: tokens[i + 1]?.end ?? token.end,
      };
    if (isUnit) {
      const old = /^(year|month|week|day)$/.test(named[0]) && lowerOf(tokens[i + 1]) === 'old';
      if (old)
        return { unit: 'year-old', factor: 1, modifiers, last: i + 1, end: tokens[i + 1]?.end ?? token.end };
      const per = /^(?:a|an|per)$/.test(lowerOf(tokens[i + 1]))
        ? PER.get(`${named[0]} ${lowerOf(tokens[i + 2])}`)
        : undefined;
      const end = per ? i + 2 : i;
      const [unit, factor] = per ? [per[0], per[1] * named[1]] : named;
      const whole = unit === '%' ? ofWhat({ text, tokens }, i + 1) : modifiers;
      return { unit, factor, modifiers: whole, last: end, end: tokens[end]?.end ?? token.end };
    }
    const fate = FATES.get(word);
    if (fate) return { unit: fate, factor: 1, modifiers, last: i, end: token.end };
    if (word === 'police' && isPlural(lowerOf(tokens[i + 1]))) {
      modifiers.push(word);
      continue;
    }
    const small = /^\p{Ll}/u.test(token.text);
    if (number.value === 1 ? small && isNoun(word) && !isPlural(word) : isPlural(word))
      return { unit: stem(word), factor: 1, modifiers, last: i, end: token.end };
    if (BETWEEN.has(word)) {
      modifiers.push(word);
      continue;
    }
    if (isStopword(word) || wordClass(word) === 'other' || /^\p{N}/u.test(word)) return null;
    modifiers.push(stem(word));
  }
  return null;
}

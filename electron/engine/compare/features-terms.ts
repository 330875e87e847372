import type { SentenceId, Span } from '../../api/index.ts';
import type { AnalysedSentence, Analysis } from '../language/analysis.ts';
import { findDates } from '../language/dates.ts';
import type { NameMention } from '../language/names.ts';
import { continuesNumber, numberOf } from '../language/numbers.ts';
import { findQuantities } from '../language/quantities.ts';
import { stem as stemOf } from '../language/stems.ts';
import { wordClass } from '../language/word-tables.ts';

/** A word of a sentence, a number or a whole name: what two sentences can share. */
export interface Unit extends Span {
  /** A stem, a value, an ISO 8601 date; of a name its lower-case words, until a set of articles merges them. */
  key: string;
  readonly kind: 'word' | 'name' | 'number' | 'date';
  /** The mention, where it is a name. */
  readonly name: NameMention | null;
  /** Whether it only leads up to a name ("German Chancellor") or stands in a date: it says who or when, not what. */
  lead: boolean;
  readonly quoted: boolean;
  readonly verb: boolean;
}

/** A sentence as what it can share with others. A function of the article alone, made once for each. */
export interface SentenceUnits {
  readonly sentence: AnalysedSentence;
  /** Content words, numbers and names in the order of the text. */
  readonly units: readonly Unit[];
  /** Every word in its normal form or stem, grammar words included: for runs of words. */
  readonly words: readonly string[];
  readonly hasQuotation: boolean;
}

const LONGEST_LEAD = 5;
const COMPOUND = /[-‐‑]/;
const SHORTEST_PART = 3;

/** A compound counts as its parts ("five-hour meeting", "met for five hours"). */
function keysOf(word: string, stem: string, language: string): { key: string; number: boolean }[] {
  const number = numberOf(word);
  if (number) return [{ key: number, number: true }];
  if (!stem) return [];
  const parts = word.split(COMPOUND);
  if (parts.length < 2 || parts.some((part) => part.length < SHORTEST_PART))
    return [{ key: stem, number: false }];
  return parts.map((part) => {
    const digits = numberOf(part);
    return { key: digits ?? stemOf(part, language), number: digits !== null };
  });
}

const MARKS = /["“”„«»]/g;

/** The parts of a sentence that stand in quotation marks; a mark without its partner runs to the end. */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  for (const match of text.matchAll(MARKS)) {
    const mark = match[0];
    const closes = open >= 0 && mark !== '“' && mark !== '„' && mark !== '«';
    if (closes) {
      spans.push({ start: open, end: match.index });
      open = -1;
    } else if (open < 0 && (mark === '”' || mark === '»')) {
      spans.push({ start: 0, end: match.index });
    } else open = match.index + 1;
  }
  if (open >= 0 && open < text.length) spans.push({ start: open, end: text.length });
  return spans;
}

/** Durations are told in hours, so that two days are 48 hours. */
const HOURS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24, week: 168 };
const DIGITS = 3;

/** Numbers with their value, as words or digits, in the order of the text. */
function quantitiesIn(sentence: AnalysedSentence): (Span & { key: string })[] {
  return findQuantities(sentence).flatMap(({ start, end, value, unit }) => {
    const hours = HOURS[unit];
    if (hours !== undefined)
      return [{ start, end, key: `${Number((value * hours).toPrecision(DIGITS))} hour` }];
    const bare = { start, end, key: String(Number(value.toPrecision(DIGITS))) };
    // What is counted tells more than the number alone.
    return unit ? [bare, { start, end, key: `${bare.key} ${unit}` }] : [bare];
  });
}

const holds = (outer: Span, inner: Span) => outer.start <= inner.start && outer.end >= inner.end;

function unitsOf(
  sentence: AnalysedSentence,
  language: string,
  quoted: readonly Span[],
  dates: readonly (Span & { key: string })[],
): Unit[] {
  const quantities = quantitiesIn(sentence);
  const isQuoted = (span: Span) => quoted.some((each) => holds(each, span));
  const valued = (kind: 'number' | 'date') => (span: Span & { key: string }) => ({
    ...span,
    kind,
    name: null,
    lead: false,
    quoted: isQuoted(span),
    verb: false,
  });
  const units: Unit[] = wordsIn(sentence, language, isQuoted).filter(
    (unit) => unit.kind !== 'number' || ![...quantities, ...dates].some((each) => holds(each, unit)),
  );
  for (const unit of units) if (dates.some((date) => holds(date, unit))) unit.lead = true;
  units.push(...quantities.map(valued('number')), ...dates.map(valued('date')));
  return units.sort((a, b) => a.start - b.start || a.end - b.end);
}

function wordsIn(sentence: AnalysedSentence, language: string, isQuoted: (span: Span) => boolean): Unit[] {
  const units: Unit[] = [];
  const { text, tokens, stems, names } = sentence;
  let nameAt = 0;
  let nameEnd = -1;
  // Units of the current run of words with nothing but spaces between them.
  let run: Unit[] = [];
  let runEnd = 0;
  tokens.forEach((token, index) => {
    if (token.start < nameEnd) return;
    const stem = stems[index] ?? '';
    if (!stem && numberOf(token.text) === null) run = [];
    else if (text.slice(runEnd, token.start).trim()) run = [];
    runEnd = token.end;
    while ((names[nameAt]?.end ?? Infinity) <= token.start) nameAt++;
    const name = names[nameAt];
    if (name && name.start <= token.start && name.end >= token.end) {
      nameEnd = name.end;
      runEnd = name.end;
      for (const unit of run.slice(-LONGEST_LEAD)) unit.lead = true;
      run = [];
      const span = { start: name.start, end: name.end };
      const key = name.text.toLowerCase();
      units.push({ ...span, key, kind: 'name', name, lead: false, quoted: isQuoted(span), verb: false });
      return;
    }
    const before = run.at(-1);
    if (before && before.kind === 'number' && continuesNumber(tokens[index - 1], token)) {
      before.key += token.text;
      return;
    }
    const lower = token.text.toLowerCase();
    for (const { key, number } of keysOf(token.text, stem, language)) {
      const unit: Unit = {
        start: token.start,
        end: token.end,
        key,
        kind: number ? 'number' : 'word',
        name: null,
        lead: false,
        quoted: isQuoted(token),
        verb: !number && language === 'en' && wordClass(lower) === 'verb',
      };
      units.push(unit);
      run.push(unit);
    }
  });
  return units;
}

interface Known {
  readonly anchor: string | null;
  readonly sentences: readonly SentenceUnits[];
}

const known = new WeakMap<Analysis, Known>();

/**
 * The sentences of an article that can be aligned: all but headings and preformatted text.
 *
 * @param anchor the article's own date (ISO 8601 calendar date), against which "on Sunday" is resolved
 */
export function unitsIn(analysis: Analysis, anchor: string | null): readonly SentenceUnits[] {
  const before = known.get(analysis);
  if (before?.anchor === anchor) return before.sentences;
  const dates = new Map<SentenceId, (Span & { key: string })[]>();
  for (const { sentenceId, start, end, date } of findDates(analysis, anchor)) {
    const list = dates.get(sentenceId) ?? [];
    list.push({ start, end, key: date });
    dates.set(sentenceId, list);
  }
  const sentences = analysis.sentences
    .filter(({ type }) => type !== 'heading' && type !== 'preformatted')
    .map((sentence) => {
      const quoted = quotedSpans(sentence.text);
      return {
        sentence,
        units: unitsOf(sentence, analysis.language, quoted, dates.get(sentence.id) ?? []),
        words: sentence.tokens.map(
          ({ text }, index) => sentence.stems[index] || text.toLowerCase().replaceAll('’', "'"),
        ),
        hasQuotation: quoted.length > 0,
      };
    });
  known.set(analysis, { anchor, sentences });
  return sentences;
}

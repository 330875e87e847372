import {
  AFTER_TIMES,
  BEFORE_NAMES,
  BEFORE_NUMBERS,
  FRONTED,
  IN_DATES,
  MARKED_NAMES,
  MAY_END,
  NAME_ENDINGS,
  SPEECH_VERBS,
  STARTERS,
  TIMES_OF_DAY,
} from './data.ts';
import { inlineItems } from './numbering.ts';

/** How far around a stop is looked, in characters: keeps the whole linear in the text's length. */
const WINDOW = 80;
/** Abbreviations and initials are shorter. */
const LONGEST_TOKEN = 30;

const STOPS = /\.(?:[ \u00a0]\.){2,}|[.!?…。！？]+/gu;
const CLOSERS = /(?:["'”’»)\]]|\[\d{1,3}\]|\s[”»])*/y;
const OPENERS = /^["'“‘„«([¿¡]*(?:[-–—•⁃]\s?)?["'“‘„«([]*/;

function isAllCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

/** Single letters match as they are: "v." is versus, and "V." an initial or a king's number. */
function matches(set: ReadonlySet<string>, word: string): boolean {
  if (word.length <= 1 || set.has(word)) return set.has(word);
  return set.has(word.toLowerCase()) || (isAllCapitals(word) && set.has(capitalised(word)));
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

/** What stands around a stop. */
interface Stop {
  readonly mark: string;
  /** Text of the sentence before the stop, at most a window of it. */
  readonly before: string;
  /** Whether `before` reaches back to the sentence's start. */
  readonly fromStart: boolean;
  /** Closing quotation marks and brackets right after the stop. */
  readonly closers: string;
  readonly spaced: boolean;
  /** Text after closers and space. */
  readonly after: string;
  /** The text has no capitals at all: then they cannot be asked for. */
  readonly caseless: boolean;
}

/** The word that a sentence would begin with, its apostrophe straight. */
function firstWord(after: string): string {
  const word = /^[\p{L}\p{M}]+(?:[’'][\p{L}]+)?(?!-\p{L})/u.exec(after.replace(OPENERS, ''))?.[0] ?? '';
  return word.replace('’', "'");
}

function isStarter(after: string): boolean {
  return STARTERS.has(firstWord(after));
}

/** Whether what follows can begin a sentence by its first character. */
function canBegin({ after, caseless }: Stop): boolean {
  const text = after.replace(OPENERS, '');
  if (/^\p{Ll}/u.test(text)) {
    if (caseless || /^\p{Ll}\p{Lu}/u.test(text)) return true;
    return /^["“‘„«]/.test(after);
  }
  return text !== '' && !/^[,;:)\]%]/.test(text);
}

/** Without a space, only a plain word or number before and a capitalised word after make a boundary. */
function isGlued({ before, closers, after }: Stop): boolean {
  const token = /\S*$/.exec(before)?.[0] ?? '';
  if (
    /[/@\\]|www\./.test(token) ||
    /^\S*[@/\\]/.test(after) ||
    !/[\p{Ll}\p{N}]$/u.test(token) ||
    /^\p{L}\.?\p{L}?$/u.test(token)
  )
    return false;
  if (closers && !/[”»)]/.test(closers)) return false;
  const next = /^["“‘]?(\p{Lu}\p{L}+)/u.exec(after)?.[1];
  if (!next || !/\p{Ll}/u.test(next)) return false;
  return !NAME_ENDINGS.has(next) && !BEFORE_NAMES.has(token) && !MAY_END.has(token);
}

/** “Will it hold?” Merz asked. — the quotation and its speaker are one sentence. */
function isAttribution({ mark, before, closers, after }: Stop): boolean {
  if (!/["'”’»]/.test(closers)) return false;
  const found = /^((?:\p{Lu}[\p{L}\p{M}.'’-]* ){1,5})(\p{Ll}+)(.?)/u.exec(after);
  if (!found || !SPEECH_VERBS.has(found[2] ?? '')) return false;
  // After a full stop a new sentence is likelier: writers put a comma before the speaker.
  if (mark.startsWith('.') && !/[.,]/.test(found[3] ?? '')) return false;
  // A quotation that its own sentence has already introduced needs no speaker after it.
  const opening = before.search(/["“«„](?=[^"”»]*$)/);
  return opening <= 0 || /^\s*$/.test(before.slice(0, opening));
}

function splitsAtEllipsis(stop: Stop): boolean {
  const { mark, before, after, closers } = stop;
  if (/[([]$/.test(before)) return false;
  if (!canBegin(stop)) return false;
  const dots = mark.replace(/[^.…]/g, '').length;
  if (mark.includes(' ')) return dots >= 4;
  if (dots >= 4 || closers) return !isAttribution(stop);
  return !/\s$/.test(before) && !/^I\b/.test(after);
}

function splitsAtMark(stop: Stop): boolean {
  const { mark, before, closers, after } = stop;
  if (!canBegin(stop)) return false;
  const name = `${/[\p{L}]+$/u.exec(before)?.[0]?.toLowerCase() ?? ''}${mark}`;
  if (!closers && MARKED_NAMES.has(name) && /\p{Lu}\p{L}*$/u.test(before)) return isStarter(after);
  return !isAttribution(stop);
}

/** "At 5 a.m. Mr Smith …": a phrase that opens the sentence cannot be all of it. */
function isFronted({ before, fromStart }: Stop): boolean {
  const words = before.trim().split(/\s+/);
  return fromStart && words.length <= 4 && FRONTED.has((words[0] ?? '').toLowerCase().replace(/^\W+/, ''));
}

function splitsAfterTime(stop: Stop): boolean {
  const word = firstWord(stop.after);
  return /^\p{Lu}/u.test(word) && !AFTER_TIMES.has(word) && !isFronted(stop);
}

/** "J. K. Rowling", "Plan B. The": an initial, unless a plain word stands before it and a new start after. */
function splitsAfterLetter({ before, after }: Stop): boolean {
  const previous = before.trim().split(/\s+/).at(-2) ?? '';
  // "-12.5 C. Roads": after a number the letter is a unit.
  if (/\p{N}$/u.test(previous) && /^\p{Lu}/u.test(after)) return true;
  if (!isStarter(after)) return false;
  // "Albert I. In…" is no name, and neither is "you and I. Did…".
  return /^\P{Lu}/u.test(previous) || !/^(?:A|I)$/.test(firstWord(after));
}

function splitsAtPoint(stop: Stop): boolean {
  const { before, closers, after, fromStart } = stop;
  const token = /[\p{L}\p{N}°º][\p{L}\p{M}\p{N}.&'’°º-]*$/u.exec(before.slice(-LONGEST_TOKEN))?.[0] ?? '';
  const word = token.includes('.') ? token.replace(/^.*-(?=\p{L}\.)/u, '') : (token.split('-').at(-1) ?? '');
  const numberFollows = /^["'“‘(]?[$€£#]?\p{N}/u.test(after);
  // A number or letter that opens the text is a list marker.
  if (fromStart && /^\)?$/.test(closers) && /^[\s•⁃‣▪◦("'“]*(?:\d{1,3}|\p{L}|[ivx]+)$/iu.test(before))
    return false;
  // "three reasons: 1. The cost. 2. The time."
  if (/[:;]\s+\d{1,2}$/.test(before)) return false;
  // "(R-Ky.) McConnell", "(ret.) Smith": one abbreviated word in brackets.
  if (closers.startsWith(')') && /\([^\s()]{1,14}$/.test(before)) return isStarter(after);
  if (matches(BEFORE_NAMES, word)) return isAllCapitals(word) && isStarter(after);
  if (matches(BEFORE_NUMBERS, word) && numberFollows) return false;
  if (!canBegin(stop)) return false;
  const opensQuote = /^["“‘«]\p{Lu}/u.test(after);
  if (TIMES_OF_DAY.has(word.toLowerCase()) && token.includes('.')) return opensQuote || splitsAfterTime(stop);
  if (matches(IN_DATES, word)) return isStarter(after) || opensQuote;
  if (matches(MAY_END, word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return isStarter(after) || opensQuote;
  if (/^\p{Lu}$/u.test(word) && !closers) return splitsAfterLetter(stop);
  return !isAttribution(stop);
}

function isBoundary(stop: Stop): boolean {
  if (!stop.spaced) return !/^[.…]{2,}|^\.\s/.test(stop.mark) && isGlued(stop);
  if (/[。！？]/.test(stop.mark)) return true;
  if (/^[.…]/.test(stop.mark) && stop.mark !== '.' && !/[!?]/.test(stop.mark)) return splitsAtEllipsis(stop);
  return stop.mark === '.' ? splitsAtPoint(stop) : splitsAtMark(stop);
}

/** Adds the ends of the sentences of `text` to `ends`; the last one is the caller's. */
function findEnds(text: string, ends: number[], offset: number): void {
  const caseless = !/\p{Lu}/u.test(text);
  let start = 0;
  for (const match of text.matchAll(STOPS)) {
    const { index } = match;
    const mark = match[0];
    CLOSERS.lastIndex = index + mark.length;
    const closers = CLOSERS.exec(text)?.[0] ?? '';
    const markEnd = index + mark.length + closers.length;
    const space = /^\s*/.exec(text.slice(markEnd, markEnd + WINDOW))?.[0] ?? '';
    // "the exit. ... Others": what was left out between two sentences stays with the first.
    const gap = /^(?:\.{3,}|…|\[(?:\.{3}|…)\])\s+/.exec(
      text.slice(markEnd + space.length, markEnd + WINDOW),
    )?.[0];
    const omitted = gap && space && mark.length === 1 ? gap : '';
    const afterAt = markEnd + space.length + omitted.length;
    const from = Math.max(start, index - WINDOW);
    const stop: Stop = {
      mark,
      before: text.slice(from, index),
      fromStart: from === start,
      closers,
      spaced: space !== '',
      after: text.slice(afterAt, afterAt + WINDOW),
      caseless,
    };
    if (stop.after === '' || index < start || !isBoundary(stop)) continue;
    // "compounds. . . . The": the first point ends a sentence and the ellipsis opens the next.
    const opensWithEllipsis = /^\.(?:\s\.){3}$/.test(mark) && /\S$/.test(stop.before);
    if (opensWithEllipsis) start = index + 1;
    else start = afterAt;
    ends.push(offset + (opensWithEllipsis ? start : omitted ? afterAt : markEnd));
  }
}

/** A text in which no line ends like a sentence is a list or a stack of headlines: each line is one. */
function paragraphBreak(text: string): RegExp {
  return /[.!?…]["'”’)\]]*(?:\s|$)/.test(text) ? /\n\s*\n/g : /\n/g;
}

/** The sentences of an English text, verbatim; together they are the text but for white space at their ends. */
export function splitEnglish(text: string): string[] {
  const ends: number[] = [];
  let from = 0;
  const addParagraph = (to: number) => {
    const paragraph = text.slice(from, to);
    const lead = paragraph.length - paragraph.trimStart().length;
    const trimmed = paragraph.trim();
    const items = inlineItems(trimmed);
    let itemStart = 0;
    for (const next of [...items, trimmed.length]) {
      findEnds(trimmed.slice(itemStart, next), ends, from + lead + itemStart);
      ends.push(from + lead + next);
      itemStart = next;
    }
  };
  for (const gap of text.matchAll(paragraphBreak(text))) {
    addParagraph(gap.index);
    from = gap.index + gap[0].length;
  }
  addParagraph(text.length);
  let start = 0;
  const sentences: string[] = [];
  for (const end of ends) {
    const sentence = text.slice(start, end).trim();
    if (sentence) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

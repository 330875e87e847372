import type { Token } from './tokens.ts';

export type Bound = 'exact' | 'about' | 'above' | 'below';

/** Words before a number that say how exact it is; the longest that fits counts. */
const BEFORE: ReadonlyMap<string, Bound> = new Map([
  ...(
    [
      'about',
      'around',
      'approximately',
      'roughly',
      'some',
      'circa',
      'an estimated',
      'estimated',
      'estimated at',
      'in the region of',
      'or so',
      'maybe',
      'perhaps',
      'close to',
      'close on',
      'an average of',
      'on average',
    ] as const
  ).map((words): [string, Bound] => [words, 'about']),
  ...(
    [
      'over',
      'above',
      'more than',
      'at least',
      'no fewer than',
      'no less than',
      'not less than',
      'well over',
      'just over',
      'upwards of',
      'upward of',
      'in excess of',
      'greater than',
      'exceeding',
      'north of',
      'a minimum of',
      'older than',
      'longer than',
    ] as const
  ).map((words): [string, Bound] => [words, 'above']),
  ...(
    [
      'under',
      'below',
      'less than',
      'fewer than',
      'at most',
      'no more than',
      'not more than',
      'up to',
      'as many as',
      'as much as',
      'nearly',
      'almost',
      'just under',
      'just short of',
      'a maximum of',
      'within',
      'younger than',
    ] as const
  ).map((words): [string, Bound] => [words, 'below']),
]);
const LONGEST = 4;

const AFTER: ReadonlyMap<string, Bound> = new Map([
  ['or more', 'above'],
  ['or older', 'above'],
  ['and up', 'above'],
  ['or so', 'about'],
  ['or less', 'below'],
  ['or fewer', 'below'],
]);

interface BoundFound {
  readonly bound: Bound;
  /** Where its words begin or end in the sentence, when they are there. */
  readonly start: number | null;
  readonly end: number | null;
}

function phraseOf(text: string, tokens: readonly Token[], from: number, to: number): string | null {
  const words: string[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token) return null;
    // A currency sign may stand between the last word and the number.
    if (next && !/^[\s$€£¥]*$/.test(text.slice(token.end, next.start))) return null;
    words.push(token.text.toLowerCase());
  }
  return words.join(' ');
}

/** How exact the number is whose words are the tokens from `first` to `last` (unit included). */
export function readBound(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  vague: boolean,
): BoundFound {
  for (let length = Math.min(LONGEST, first); length > 0; length--) {
    const phrase = phraseOf(text, tokens, first - length, first);
    const bound = phrase === null ? undefined : BEFORE.get(phrase);
    const start = tokens[first - length]?.start;
    if (bound && start !== undefined) return { bound, start, end: null };
  }
  const after = phraseOf(text, tokens, last + 1, last + 3);
  const bound = after === null ? undefined : AFTER.get(after);
  const end = tokens[last + 2]?.end;
  const gap = text.slice(tokens[last]?.end, tokens[last + 1]?.start);
  if (bound && end !== undefined && /^\s$/.test(gap)) return { bound, start: null, end };
  const plus = text[tokens[first]?.end ?? 0] === '+';
  return { bound: plus ? 'above' : vague ? 'about' : 'exact', start: null, end: null };
}

/** How far from the number what it stands for may lie: "about" a fifth, "more than" half as much again. */
const ABOUT = 0.2;
const ABOVE = 1.5;
const BELOW = 0.6;

/** The numbers that the words allow for. */
export function withBound(
  { low, high, value }: { readonly low: number; readonly high: number; readonly value: number },
  bound: Bound,
): { low: number; high: number } {
  switch (bound) {
    case 'exact':
      return { low, high };
    case 'about':
      return { low: Math.min(low, value * (1 - ABOUT)), high: Math.max(high, value * (1 + ABOUT)) };
    case 'above':
      return { low: value, high: Math.max(high, value * ABOVE) };
    case 'below':
      return { low: Math.min(low, value * BELOW), high: Math.max(value, low) };
  }
}

import type { Span } from '../../electron/api/index.ts';

/** Words of a sentence as they are shown: verbatim, with the part that matters told apart. */
export interface Passage {
  /** Words of the sentence before it are left out. */
  readonly opened: boolean;
  readonly before: string;
  /** What matters; empty where nothing does more than the rest. */
  readonly value: string;
  readonly after: string;
  /** Words of the sentence after it are left out. */
  readonly closed: boolean;
}

/** Signs and spaces at the edge of a sentence: without them nothing is missing. */
const WORDS = /[\p{L}\p{N}]/u;

/**
 * The part of a sentence that is shown. `value` is a part of `context`; what of it lies outside is left out.
 * Spaces at the edges of the context are not shown.
 */
export function passageOf(text: string, context: Span, value?: Span): Passage {
  let { start, end } = context;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  const within = (offset: number) => Math.max(start, Math.min(end, offset));
  const [from, to] = value ? [within(value.start), within(value.end)] : [end, end];
  return {
    opened: WORDS.test(text.slice(0, start)),
    before: text.slice(start, from),
    value: text.slice(from, to),
    after: text.slice(to, end),
    closed: WORDS.test(text.slice(end)),
  };
}

/** Characters that are left beside the value in a context that is too long, and when one is. */
const BESIDE = 80;
const LONG = 220;

/** A long context, only as far as it stands near the value; cut between words. */
export function nearby(text: string, context: Span, value: Span): Span {
  if (context.end - context.start <= LONG) return context;
  let start = Math.max(context.start, value.start - BESIDE);
  let end = Math.min(context.end, value.end + BESIDE);
  while (start > context.start && text[start - 1] !== ' ') start -= 1;
  while (end < context.end && text[end] !== ' ') end += 1;
  return { start, end };
}

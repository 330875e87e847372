import { endsSentence, startsInLowerCase } from './line-shape.ts';

/** How a text's lines were broken: at a column, so that they have to be rejoined, or only between paragraphs. */
export interface Wrapping {
  /** The width at which lines were broken, in characters; null where each line is a paragraph. */
  readonly width: number | null;
  /** Whether words were divided at line ends, so that a hyphen there is not part of the word. */
  readonly divides: boolean;
}

const NARROWEST = 30;
const WIDEST = 130;

function firstWordLength(line: string): number {
  return /^\s*(\S+)/.exec(line)?.[1]?.length ?? 0;
}

/** Whether the next line's first word had no room left on this one. */
function isFull(line: string, next: string, width: number): boolean {
  return line.trimEnd().length + 1 + firstWordLength(next) > width;
}

/**
 * Finds out from pairs of lines that follow one another directly. Lines broken at a column are nearly as long
 * as the longest and mostly stop in mid-sentence; paragraphs of one line each do neither.
 */
export function detectWrapping(lines: readonly string[]): Wrapping {
  const inner: [string, string][] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] ?? '';
    const next = lines[i + 1] ?? '';
    if (line.trim() && next.trim()) inner.push([line.trimEnd(), next]);
  }
  if (inner.length < 2) return { width: null, divides: false };
  const lengths = inner.map(([line]) => line.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return { width: null, divides: false };
  const full = inner.filter(([line, next]) => isFull(line, next, width * 0.93)).length;
  const open = inner.filter(([line]) => !endsSentence(line)).length;
  const wrapped = full >= inner.length * 0.6 && open >= inner.length * 0.5;
  const hyphens = inner.filter(([line, next]) => /\p{Ll}-$/u.test(line) && startsInLowerCase(next)).length;
  return { width: wrapped ? width : null, divides: hyphens >= 2 && hyphens >= inner.length * 0.04 };
}

/** Whether `next` goes on the paragraph that `line` is the last line of. */
export function continues(line: string, next: string, { width }: Wrapping): boolean {
  if (width === null) return false;
  const indented = /^\s{2,}/.test(next) && !/^\s{2,}/.test(line);
  if (indented && endsSentence(line)) return false;
  return isFull(line, next, width * 0.8) || (!endsSentence(line) && startsInLowerCase(next));
}

/** First parts of words that keep their hyphen: "self-" and "ex-" are never the half of a divided word. */
const KEEPS_HYPHEN =
  /(?:^|\s|-)(?:self|ex|non|anti|pro|pre|post|co|vice|well|long|short|high|low|mid|two|three|four|five|six|seven|eight|nine|ten|half|first|second|third|cross|multi|counter|so)-$/i;

/**
 * Lines of one paragraph as one line. A word divided at a line's end is put together where the whole word
 * stands elsewhere in the text or the text divides words throughout; "long-" + "term" keeps its hyphen.
 */
export function joinLines(
  lines: readonly string[],
  wrapping: Wrapping,
  isWord: (word: string) => boolean,
): string {
  // Parts are joined once at the end: a growing string looked at for each line would cost the square of it.
  const parts: string[] = [];
  for (const raw of lines) {
    const line = raw.trim();
    const previous = parts.pop();
    if (previous === undefined) parts.push(line);
    else if (previous.endsWith('\u00ad')) parts.push(previous.slice(0, -1), line);
    else if (/\p{L}-$/u.test(previous.slice(-3)) && /^\p{Ll}/u.test(line)) {
      parts.push(isDivided(previous, line, wrapping, isWord) ? previous.slice(0, -1) : previous, line);
    } else parts.push(previous, ' ', line);
  }
  return parts.join('');
}

function isDivided(
  before: string,
  after: string,
  wrapping: Wrapping,
  isWord: (word: string) => boolean,
): boolean {
  const left = /[\p{L}-]*$/u.exec(before.slice(-60))?.[0].slice(0, -1) ?? '';
  const right = /^[\p{L}-]*/u.exec(after.slice(0, 60))?.[0] ?? '';
  if (isWord(left + right)) return true;
  return wrapping.divides && !isWord(`${left}-${right}`) && !KEEPS_HYPHEN.test(before.slice(-40));
}

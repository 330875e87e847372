import { tokenise } from '../language/tokens.ts';
import { isStopword } from '../language/stopwords.ts';
import { endsSentence } from './line-shape.ts';
import type { Piece } from './pieces.ts';

const MAX_TITLE_WORDS = 30;
const MAX_TITLE_LENGTH = 220;
const MADE_WORDS = 11;
const MIN_MADE_WORDS = 8;

/** Stretches between white space. Beyond a hundred it stops counting: then it is no title or heading anyway. */
export function wordsIn(text: string): number {
  const stretch = /\S+/g;
  let count = 0;
  while (count < 100 && stretch.test(text)) count++;
  return count;
}

/** "U.S.", "a.m.": points that belong to the word, so that a title may end in them. */
const ENDS_IN_ABBREVIATION = /(?:^|[\s(])(?:\p{L}\.){2,}$/u;

/** Whether `first` is the title line of what follows: one short line without a final stop, then prose. */
export function isTitle(first: Piece, rest: readonly Piece[]): boolean {
  const { text } = first;
  if (first.kind !== 'prose' || first.joinedWithNext) return false;
  if (text.length > MAX_TITLE_LENGTH || wordsIn(text) > MAX_TITLE_WORDS) return false;
  if (!/[\p{L}\p{N}]/u.test(text) || /[,;:]$/.test(text)) return false;
  // Plain signs count for more than a stop: the next lines repeat it, or it is set apart In Title Case.
  const plainly =
    rest.slice(0, 3).some((piece) => isSameLine(piece.text, text)) ||
    (rest[0]?.gapBefore === true && isTitleCase(text));
  if (!plainly && endsSentence(text) && !/[?!]["'”’»]?$/.test(text) && !ENDS_IN_ABBREVIATION.test(text)) {
    return false;
  }
  // Verse has no stops: there a blank line after the title and none between the lines tell.
  if (rest[0]?.gapBefore && rest.slice(1).some((piece) => !piece.gapBefore)) return true;
  return rest.some(
    (piece) =>
      piece.kind !== 'rule' &&
      (endsSentence(piece.text) || wordsIn(piece.text) > 12) &&
      // Something must be left to be the title of.
      !isSameLine(piece.text, text),
  );
}

/** Whether nearly all words of some length begin with a capital, as in headlines of one style. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]{3,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= 4 && capitals >= words.length * 0.8;
}

/** Equal but for case, spacing and the style of quotation marks. */
export function isSameLine(a: string, b: string): boolean {
  const [first, other] = [plainWord(a), plainWord(b)];
  // Most lines differ in their first word already; folding whole paragraphs costs more.
  if (first !== undefined && other !== undefined && first !== other) return false;
  return folded(a) === folded(b);
}

/** The first word of a text in lower case, if it has none but plain letters and so begins the next. */
function plainWord(text: string): string | undefined {
  return /^[A-Za-z0-9]+(?= [A-Za-z0-9])/.exec(text)?.[0].toLowerCase();
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A title of whole words from an article's first sentence: about 8 to 12 of them, then "…". */
export function makeTitle(sentence: string, language: string): string {
  const words = tokenise(sentence, language);
  const first = words[0];
  if (!first) return `${sentence.slice(0, 60).trim()}…`;
  let last = Math.min(words.length, MADE_WORDS);
  // Better to stop before a word like "of" than after it.
  while (
    last < words.length &&
    last > MIN_MADE_WORDS &&
    isStopword(words[last - 1]?.text.toLowerCase() ?? '')
  ) {
    last--;
  }
  const end = words[last - 1]?.end ?? sentence.length;
  return `${withoutOpenQuote(sentence.slice(0, end)).trim()}…`;
}

/** Drops a leading quotation mark whose partner was cut off. */
function withoutOpenQuote(text: string): string {
  const pairs: Record<string, RegExp> = { '“': /”/, '"': /"/, '«': /»/, '‘': /’/, "'": /'/, '„': /[“”]/ };
  const closing = pairs[text.charAt(0)];
  return closing && !closing.test(text.slice(1)) ? text.slice(1) : text;
}

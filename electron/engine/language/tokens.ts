/** A word of a text with its place: UTF-16 offsets, end exclusive. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// Letters with inner apostrophes, hyphens and points ("don’t", "son-in-law", "U.S."), or numbers with their
// separators ("800,000", "3.5", "90%").
const wordPattern = (capital: string, letter: string, digit: string, flags: string) =>
  new RegExp(
    `[${capital}]\\.(?:[${capital}]\\.)+|[${letter}]+(?:[’'\\-‐‑][${letter}${digit}]+)*|` +
      `[${digit}]+(?:[.,:][${digit}]+)*(?:[\\-‐‑][${letter}]+)*%?`,
    flags,
  );
const WORD = wordPattern('\\p{Lu}', '\\p{L}\\p{M}', '\\p{N}', 'gu');

/** The same for texts of ASCII and the signs of typography, which is what English is: found twice as fast. */
const PLAIN_WORD = wordPattern('A-Z', 'A-Za-z', '0-9', 'g');
const NOT_PLAIN = /[^\0-\x7f\u2010-\u2027]/;

// Scripts written without spaces: there a word has to be found by dictionary.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenters = new Map<string, Intl.Segmenter>();

function wordSegmenter(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** The words of a text in order. Punctuation and symbols are not words. */
export function tokenise(text: string, language = 'en'): Token[] {
  const plain = !NOT_PLAIN.test(text);
  if (!plain && UNSPACED.test(text)) {
    const tokens: Token[] = [];
    for (const { segment, index, isWordLike } of wordSegmenter(language).segment(text)) {
      if (isWordLike) tokens.push({ text: segment, start: index, end: index + segment.length });
    }
    return tokens;
  }
  return Array.from(text.matchAll(plain ? PLAIN_WORD : WORD), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function countWords(text: string, language = 'en'): number {
  const plain = !NOT_PLAIN.test(text);
  if (!plain && UNSPACED.test(text)) return tokenise(text, language).length;
  const word = plain ? PLAIN_WORD : WORD;
  // A text of millions of words is counted without keeping any of them.
  let count = 0;
  for (word.lastIndex = 0; word.test(text);) count++;
  return count;
}

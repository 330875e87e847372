import { isStopword } from './stopwords.ts';
import type { Token } from './tokens.ts';
import { wordClass } from './word-tables.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** A word as the lists around quantities have it: lower case, without a possessive ending. */
export const lowerOf = (token: Token | undefined) =>
  token?.text
    .toLowerCase()
    .replace(/[‐‑]/g, '-')
    .replace(/[’']s?$/, '') ?? '';

/** Whether at most a space stands between two words. */
export const adjoins = (text: string, from: Token | undefined, to: Token | undefined) =>
  from !== undefined && to !== undefined && /^\s{0,2}$/.test(text.slice(from.end, to.start));

const IRREGULAR = set(
  'people men women children police feet media personnel staff cattle fish sheep aircraft mice teeth wives lives crew percent',
);
/** Whether a word, in lower case, looks like the plural of a noun. */
export function isPlural(word: string): boolean {
  return (
    IRREGULAR.has(word) ||
    /(?:men|folk)$/.test(word) ||
    (word.length > 3 && /[^sui]s$/.test(word) && !isStopword(word)) ||
    /ies$/.test(word)
  );
}

/** Whether a word, in lower case, mostly is a noun. */
export function isNoun(word: string): boolean {
  return !isStopword(word) && wordClass(word) === undefined;
}

import { normalise } from './stems.ts';
import type { Token } from './tokens.ts';

/** How often an article writes a word with a capital inside a sentence, and small. */
export interface Case {
  readonly capital: number;
  readonly small: number;
}

export type Casing = ReadonlyMap<string, Case>;

/** Whether nothing but white space and marks that open a sentence or a quotation stand before a token. */
export function opensSentence(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const previous = tokens[index - 1];
  if (!token || !previous) return true;
  const gap = text.slice(previous.end, token.start);
  return /[“"„«‘([{:…!?;–—•*]|[.]["”’')\]]*\s/.test(gap) && !isAbbreviationGap(previous.text, gap);
}

/** "Mr. Brown", "John F. Kennedy": a point that ends no sentence. */
export function isAbbreviationGap(word: string, gap: string): boolean {
  return (
    /^\.\s$/.test(gap) &&
    (/^\p{Lu}$/u.test(word) ||
      /^(mr|mrs|ms|mx|dr|gen|sen|sens|rep|reps|gov|lt|col|sgt|capt|cmdr|maj|adm|st|mt|ft|jr|sr|prof|rev|hon|fr)$/i.test(
        word,
      ))
  );
}

/** Words that a headline may write small although it capitalises the rest. */
const SMALL =
  /^(a|an|the|and|or|but|nor|of|in|on|at|to|for|by|as|if|with|from|into|over|amid|after|is|are|its|vs|via|per|de|von|s|t)$/;

/** Whether a text begins with a capital. */
export function isCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(text);
}

// Asked of each sentence by several.
const titleCase = new WeakMap<readonly Token[], boolean>();

/** Whether a sentence capitalises its words whatever they are, as English headlines do. */
export function isTitleCase(text: string, tokens: readonly Token[]): boolean {
  let result = titleCase.get(tokens);
  if (result === undefined) titleCase.set(tokens, (result = looksLikeTitle(text, tokens)));
  return result;
}

function looksLikeTitle(text: string, tokens: readonly Token[]): boolean {
  let capital = 0;
  let small = 0;
  for (const { text } of tokens) {
    if (isCapital(text)) capital++;
    else if (/^\p{Ll}/u.test(text) && !SMALL.test(text)) small++;
  }
  if (capital === tokens.length) return capital > 1;
  // "She is President of the European Commission.": a sentence after all.
  if (text.endsWith('.') && capital * 1.6 < tokens.length) return false;
  return capital >= 3 && capital * 2 > tokens.length && (small === 0 || (small === 1 && capital > 11));
}

/** The casing of the words of an article, from its sentences that are no headlines. */
export function casingOf(sentences: readonly { text: string; tokens: readonly Token[] }[]): Casing {
  const casing = new Map<string, { capital: number; small: number }>();
  for (const { text, tokens } of sentences) {
    if (isTitleCase(text, tokens)) continue;
    tokens.forEach((token, index) => {
      const capital = isCapital(token.text);
      if (capital && opensSentence(text, tokens, index)) return;
      const key = normalise(token.text);
      const count = casing.get(key) ?? { capital: 0, small: 0 };
      if (capital) count.capital++;
      else count.small++;
      casing.set(key, count);
    });
  }
  return casing;
}

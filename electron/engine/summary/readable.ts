import type { AnalysedSentence } from '../language/analysis.ts';
import { hasFiniteVerb } from './verbs.ts';

/** Sentences further on in a block at which a quotation opened with straight marks may still be closed. */
const QUOTATION_REACH = 4;
const FEWEST_WORDS = 6;

const QUESTION = /[?？؟][\s"'”’»)\]]*$/u;
const ENDED = /[.!…。！।؟"'”’»)\]」』][\s"'”’»)\]」』]*$/u;
const STARTS_LOWER = /^\p{Ll}/u;
const ADDRESSES_READER =
  /^(?:click|read more|see also|scroll down|sign up|subscribe|watch|listen|follow us|share this|related:|advertisement|photo(?:graph)?s? by|image:|video:|updated:?|source:|editor[’']s note)\b/iu;

/** +1 for each “ that opens, −1 for each ” that closes. */
function curlyBalance(text: string): number {
  let balance = 0;
  for (const character of text) {
    if (character === '“' || character === '「') balance++;
    else if (character === '”' || character === '」') balance--;
  }
  return balance;
}

function straightMarks(text: string): number {
  return text.split('"').length - 1;
}

function bracketsBalance(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Which sentences of one article stand inside a quotation that other sentences open or close: cut out of it,
 * the words would seem to be the article's own, or end in mid-quotation.
 */
export function cutQuotations(sentences: readonly AnalysedSentence[]): readonly boolean[] {
  const cut = sentences.map(() => false);
  let curly = 0;
  let block = -1;
  sentences.forEach((sentence, index) => {
    if (sentence.block !== block) {
      block = sentence.block;
      curly = 0;
    }
    const balance = curlyBalance(sentence.text);
    if (curly > 0 || balance !== 0) cut[index] = true;
    curly = Math.max(0, curly + balance);
    // One closing mark ends a quotation whose paragraphs each open with a mark of their own.
    if (balance < 0) curly = 0;
  });
  for (let index = 0; index < sentences.length; index++) {
    const opening = sentences[index];
    if (!opening || straightMarks(opening.text) % 2 === 0) continue;
    cut[index] = true;
    for (let later = index + 1; later <= index + QUOTATION_REACH; later++) {
      const closing = sentences[later];
      if (closing?.block !== opening.block) break;
      if (straightMarks(closing.text) % 2 === 0) continue;
      for (let inside = index + 1; inside <= later; inside++) cut[inside] = true;
      index = later;
      break;
    }
  }
  return cut;
}

/**
 * Whether a sentence could stand in a summary by its form: prose of the article's body, complete, and a
 * statement.
 */
export function isStatement(sentence: AnalysedSentence, words: number, unspaced: boolean): boolean {
  const { text, type } = sentence;
  if (sentence.position < 0 || type === 'heading' || type === 'preformatted' || sentence.recap) return false;
  if (words < FEWEST_WORDS || QUESTION.test(text) || !bracketsBalance(text)) return false;
  if (ADDRESSES_READER.test(text)) return false;
  if (unspaced) return true;
  if (!ENDED.test(text) || STARTS_LOWER.test(text)) return false;
  return type !== 'list-item' || hasFiniteVerb(sentence, { mixed: false });
}

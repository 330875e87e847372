import type { Quotation, Span } from '../../../api/index.ts';
import type { AnalysedSentence } from '../../language/analysis.ts';
import { numberOf } from '../../language/numbers.ts';
import type { Ground } from './ground.ts';

/** A word of a quotation with its place. */
export interface Word extends Span {
  /** The form in which words are compared: lower case, straight apostrophes, one spelling, digits for numbers. */
  readonly form: string;
  readonly stem: string;
  /** Words are left out before it, or it is an insertion in brackets. */
  readonly broken: boolean;
}

const CONTRACTIONS: Readonly<Record<string, string>> = {
  "can't": 'can not', cannot: 'can not', "won't": 'will not', "ain't": 'is not', "let's": 'let us',
  gonna: 'going to', wanna: 'want to', gotta: 'got to',
}; // prettier-ignore

/** The words a spoken form stands for: "we’re" → "we are". A possessive stays. */
function spelled(word: string): string[] {
  const lower = word.toLowerCase().replace(/[’‘]/g, "'").replace(/[‐‑]/g, '-');
  // "constructor" is a word, too, and one that every object knows.
  const whole = Object.hasOwn(CONTRACTIONS, lower) ? CONTRACTIONS[lower] : undefined;
  if (whole) return whole.split(' ');
  const negated = /^(\p{L}+)n't$/u.exec(lower)?.[1];
  if (negated) return [negated, 'not'];
  const [, head, tail] = /^(\p{L}+)'(re|ve|ll|m)$/u.exec(lower) ?? [];
  if (head && tail) return [head, { re: 'are', ve: 'have', ll: 'will', m: 'am' }[tail] ?? tail];
  const is = /^(it|he|she|that|there|what|who|here|where|how)'s$/.exec(lower)?.[1];
  if (is) return [is, 'is'];
  const number = numberOf(lower);
  if (number) return [number];
  return [
    lower
      .replace(/'$/, '')
      .replace(/is(e|ed|es|ing|ation)$/, 'iz$1')
      .replace(/([^o])our$/, '$1or'),
  ];
}

/** Noises that one reporter writes down and another does not. */
const NOISES = new Set(['uh', 'um', 'er', 'ah', 'eh', 'hmm']);

function wordsBetween(sentence: AnalysedSentence, start: number, end: number): Word[] {
  const { text, tokens, stems } = sentence;
  const words: Word[] = [];
  tokens.forEach((token, index) => {
    if (token.start < start || token.end > end) return;
    const before = text.slice(tokens[index - 1]?.end ?? 0, token.start);
    const open = text.lastIndexOf('[', token.start);
    const bracketed = open >= start && text.lastIndexOf(']', token.start) < open;
    const broken =
      bracketed || (token.start > start && /\.\.\.|…|\. \. \./.test(before)) || text[token.end] === ']';
    for (const form of token.text.split(/[-‐‑]/).flatMap(spelled)) {
      if (NOISES.has(form)) continue;
      words.push({ start: token.start, end: token.end, form, stem: stems[index] ?? '', broken });
    }
  });
  return words;
}

const CLOSING = /["”’»“](?=[\s,.;:)—–-]|$)/u;

/** What a quotation says in one of its sentences. */
export interface Piece {
  readonly quotation: Quotation;
  readonly sentence: AnalysedSentence;
  readonly words: readonly Word[];
  readonly stems: ReadonlySet<string>;
}

/** What a quotation says, sentence by sentence: accounts seldom begin and end a quotation alike. */
export function piecesOf(quotation: Quotation, ground: Ground): Piece[] {
  return quotation.sentences.flatMap((id, index) => {
    const sentence = ground.byId.get(id);
    if (!sentence) return [];
    const last = index === quotation.sentences.length - 1;
    const close = index > 0 && last ? sentence.text.search(CLOSING) : -1;
    const start = index === 0 ? quotation.start : 0;
    const end = index === 0 ? quotation.end : close < 0 ? sentence.text.length : close;
    const words = wordsBetween(sentence, start, end);
    return [{ quotation, sentence, words, stems: new Set(words.flatMap(({ stem }) => stem || [])) }];
  });
}

/** A stretch in which two quotations differ, as ranges of their words, end exclusive. */
export interface Hunk {
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
}

/** The passage that two quotations have in common. */
export interface Passage {
  /** Indices of words that agree, in both. */
  readonly matched: readonly (readonly [a: number, b: number])[];
  /** What differs between the matched words. */
  readonly hunks: readonly Hunk[];
}

/** Longer quotations are compared by their beginning. */
const LONGEST = 220;
const CONTENT = 2;
const SMALL_WORD = 1;
const OTHER_WORD = -0.6;
const LEFT_OUT = -0.6;

/**
 * The best common passage of two quotations, words that differ allowed (local alignment; T. F. Smith,
 * M. S. Waterman, "Identification of common molecular subsequences", 1981): quoting more before or after it is no
 * difference.
 */
export function commonPassage(a: readonly Word[], b: readonly Word[]): Passage {
  const [n, m] = [Math.min(a.length, LONGEST), Math.min(b.length, LONGEST)];
  const width = m + 1;
  const score = new Float32Array((n + 1) * width);
  const at = (i: number, j: number) => score[i * width + j] ?? 0;
  const worth = (i: number, j: number) => {
    const word = a[i];
    if (!word || word.form !== b[j]?.form) return OTHER_WORD;
    return word.stem ? CONTENT : SMALL_WORD;
  };
  let [endA, endB] = [0, 0];
  for (let i = 1; i <= n; i++) {
    for (let j = 1; j <= m; j++) {
      const best = Math.max(
        0,
        at(i - 1, j - 1) + worth(i - 1, j - 1),
        at(i - 1, j) + LEFT_OUT,
        at(i, j - 1) + LEFT_OUT,
      );
      score[i * width + j] = best;
      if (best > at(endA, endB)) [endA, endB] = [i, j];
    }
  }
  const matched: [number, number][] = [];
  for (let i = endA, j = endB; i > 0 && j > 0 && at(i, j) > 0;) {
    const here = at(i, j);
    const step = Math.fround(at(i - 1, j - 1) + worth(i - 1, j - 1));
    if (step === here) {
      if (worth(i - 1, j - 1) > 0) matched.unshift([i - 1, j - 1]);
      i--;
      j--;
    } else if (Math.fround(at(i - 1, j) + LEFT_OUT) === here) i--;
    else j--;
  }
  return { matched, hunks: hunksBetween(matched) };
}

function hunksBetween(matched: readonly (readonly [number, number])[]): Hunk[] {
  return matched.flatMap(([i, j], index): Hunk[] => {
    const previous = matched[index - 1];
    if (!previous) return [];
    const [a, b] = [
      [previous[0] + 1, i],
      [previous[1] + 1, j],
    ] as const;
    return a[0] < a[1] || b[0] < b[1] ? [{ a, b }] : [];
  });
}

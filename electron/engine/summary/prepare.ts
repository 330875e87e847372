import type { AnalysedSentence, Analysis } from '../language/analysis.ts';
import { normalise } from '../language/stems.ts';
import { introduced, leaningOf } from './leaning.ts';
import { opensOnAntecedent, pointsElsewhere } from './openings.ts';
import { cutQuotations, isStatement } from './readable.ts';
import { hasFiniteVerb } from './verbs.ts';

/** Two neighbouring words: stems, and words that carry grammar as they are. */
export interface Bigram {
  readonly key: string;
  /** Those of the two that carry content. */
  readonly content: readonly string[];
}

/** One sentence of an article's body as selection sees it, whatever the other articles are. */
export interface PreparedSentence {
  readonly sentence: AnalysedSentence;
  /** Words as the language counts them, and as a reader's word processor does, by white space. */
  readonly words: number;
  readonly spaced: number;
  /** Place among the body's sentences, 0 to 1. */
  readonly relative: number;
  /** Fit to be chosen at all. */
  readonly statement: boolean;
  /** Readable only right after the sentence before it. */
  readonly dependent: boolean;
  /** Leans on another sentence somewhere within, if less than one that opens on it. */
  readonly pointing: boolean;
  /** Has no finite verb, as captions and items of lists without bullets. */
  readonly fragment: boolean;
  /** Content stems, each once. */
  readonly content: readonly string[];
  /** Pairs of neighbouring words, each once. */
  readonly bigrams: readonly Bigram[];
  /** Share of the characters that stand in quotation marks. */
  readonly quoted: number;
  /** How badly it reads alone, 0 for well; see `leaningOf`. */
  readonly leaning: number;
}

export interface PreparedArticle {
  readonly analysis: Analysis;
  readonly sentences: readonly PreparedSentence[];
  readonly words: number;
  readonly spaced: number;
}

const UNSPACED = /^(?:zh|ja|th|lo|km|my)$/;
const QUOTED = /“[^”]*”?|"[^"]*"?|«[^»]*»?|„[^“”]*[“”]?|「[^」]*」?/gu;
const WHOLLY_QUOTED = /^\s*["“«„][^"”»]*["”»]\s*$/u;

/** Words that carry grammar tend to be short in every alphabet; a list exists for English only. */
function carriesContent(stem: string, language: string): boolean {
  if (stem === '') return false;
  return language === 'en' || language === 'und' || UNSPACED.test(language) || stem.length > 3;
}

export function bigramsOf(sentence: Pick<AnalysedSentence, 'tokens' | 'stems'>, language: string): Bigram[] {
  const found = new Map<string, Bigram>();
  let previous: { readonly word: string; readonly content: boolean } | undefined;
  sentence.tokens.forEach((token, index) => {
    const stem = sentence.stems[index] ?? '';
    const next = {
      word: stem === '' ? normalise(token.text) : stem,
      content: carriesContent(stem, language),
    };
    if (previous) {
      const key = `${previous.word} ${next.word}`;
      if (!found.has(key)) {
        const content = [previous, next].flatMap((each) => (each.content ? each.word : []));
        found.set(key, { key, content });
      }
    }
    previous = next;
  });
  return [...found.values()];
}

function quotedShare(text: string): number {
  let length = 0;
  for (const match of text.matchAll(QUOTED)) length += match[0].length;
  return length / Math.max(1, text.length);
}

function prepare(analysis: Analysis): PreparedArticle {
  const { language } = analysis;
  const english = language === 'en' || language === 'und';
  const unspaced = UNSPACED.test(language);
  const body = analysis.sentences.filter((sentence) => sentence.position >= 0);
  const cut = cutQuotations(body);
  const known = english ? introduced(analysis.sentences) : new Set<string>();
  const sentences = body.map((sentence, index): PreparedSentence => {
    const words = sentence.tokens.length;
    const quoted = quotedShare(sentence.text);
    return {
      sentence,
      words,
      spaced: sentence.text.split(/\s+/u).filter(Boolean).length,
      relative: body.length > 1 ? index / (body.length - 1) : 0,
      statement: cut[index] !== true && isStatement(sentence, words, unspaced),
      dependent: WHOLLY_QUOTED.test(sentence.text) || (english && opensOnAntecedent(sentence.text)),
      pointing: english && pointsElsewhere(sentence.text),
      fragment: english && !hasFiniteVerb(sentence, { mixed: true }),
      content: [...new Set(sentence.stems.filter((stem) => carriesContent(stem, language)))],
      bigrams: bigramsOf(sentence, language),
      quoted,
      leaning: english ? leaningOf(sentence, words, quoted, known) : 0,
    };
  });
  return {
    analysis,
    sentences,
    words: sentences.reduce((sum, { words }) => sum + words, 0),
    spaced: sentences.reduce((sum, { spaced }) => sum + spaced, 0),
  };
}

const cache = new WeakMap<Analysis, PreparedArticle>();

/** What selection needs of an article, worked out once for each analysis. */
export function prepared(analysis: Analysis): PreparedArticle {
  let article = cache.get(analysis);
  if (!article) {
    article = prepare(analysis);
    cache.set(analysis, article);
  }
  return article;
}

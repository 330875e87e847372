import type { ArticleId } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { mergeNames } from '../language/name-variants.ts';
import { documentShare } from '../language/word-tables.ts';
import { unitsIn, type SentenceUnits, type Unit } from './features-terms.ts';
import { relatedTo } from './synonyms.ts';
import { vectorOf } from './vectors.ts';

export const WORD = 0;
export const NAME = 1;
export const NUMBER = 2;
export const DATE = 3;

/** A feature of a set of articles: a stem, a number or whom a name means. */
export interface Term {
  readonly key: string;
  readonly kind: typeof WORD | typeof NAME | typeof NUMBER | typeof DATE;
  /** How much sharing it says, from its rarity in the set and in news at large. */
  weight: number;
  /** Rarity in the set alone. */
  inSet: number;
  /** Distinct sentences of the set that have it. */
  frequency: number;
  /** Other terms of the set that may say the same, with how likely they do (0 to 1). */
  related: readonly { readonly term: number; readonly likeness: number }[];
  /** What the word is used like, where it is known. */
  vector: Float32Array | null;
}

/** A sentence of a set. Arrays of terms hold indices into the set's terms. */
export interface SetSentence {
  readonly source: SentenceUnits;
  /** Index of the article in the set, and of the sentence among those of its article that can be aligned. */
  readonly article: number;
  readonly place: number;
  /** Share of the article before it: 0 to 1. */
  readonly depth: number;
  /** Index of the term of each unit. */
  readonly sequence: readonly number[];
  /** Each distinct term once. */
  readonly terms: readonly number[];
  /** Weight of each term here, in step with `terms`. */
  readonly weights: readonly number[];
  readonly weightOf: ReadonlyMap<number, number>;
  readonly total: number;
  /** Euclidean length of the weights. */
  readonly length: number;
  readonly words: readonly number[];
  /** Terms that the sentence does not have and its pronouns may stand for: the person named last before it. */
  readonly implied: readonly number[];
}

export interface SentenceSet {
  readonly sentences: readonly SetSentence[];
  readonly terms: readonly Term[];
  /** Index of the first sentence of each article; one more at the end. */
  readonly starts: readonly number[];
}

const PRONOUN = /\b(?:he|she|his|her|him|i|my|me|we)\b/i;
const LEAD_FACTOR = 0.4;
/** Where the news tables do not know a stem it is in fewer than one of 250 articles. */
const UNKNOWN_SHARE = 0.002;
const SMALL = 12;
const SMALL_SHARE = 0.2;
const NUMBER_SHARE = 0.02;
const COUNTED_SHARE = 0.005;
const DAY_SHARE = 0.05;
const YEAR_SHARE = 0.05;

function backgroundOf({ key, kind }: Term): number {
  if (kind === WORD) return -Math.log(documentShare(key) ?? UNKNOWN_SHARE);
  if (kind === DATE) return -Math.log(key.length === 10 ? DAY_SHARE : YEAR_SHARE);
  if (kind === NUMBER)
    return -Math.log(key.includes(' ') ? COUNTED_SHARE : Number(key) <= SMALL ? SMALL_SHARE : NUMBER_SHARE);
  return -Math.log(UNKNOWN_SHARE);
}

class Terms {
  readonly all: Term[] = [];
  private readonly indexOf = new Map<string, number>();

  of(key: string, kind: Term['kind']): number {
    const whole = `${kind}${key}`;
    let index = this.indexOf.get(whole);
    if (index === undefined) {
      index = this.all.length;
      this.indexOf.set(whole, index);
      this.all.push({ key, kind, weight: 0, inSet: 0, frequency: 0, related: [], vector: null });
    }
    return index;
  }
}

/** When articles were written (ISO 8601 calendar dates), as far as it is known. */
export type ArticleDates = ReadonlyMap<ArticleId, string | null>;

/** Reads the sentences of a set of articles as terms that are weighed by how rare they are in it. */
export function sentenceSet(analyses: readonly Analysis[], dates: ArticleDates): SentenceSet {
  const read = (analysis: Analysis) => unitsIn(analysis, dates.get(analysis.articleId) ?? null);
  const names = mergeNames(analyses);
  const terms = new Terms();
  const wordIds = new Map<string, number>();
  const starts = [0];
  const raw: { source: SentenceUnits; article: number; place: number; count: number; sequence: number[] }[] =
    [];
  const termOf = (unit: Unit, articleId: ArticleId): number => {
    if (unit.kind === 'number') return terms.of(unit.key, NUMBER);
    if (unit.kind === 'date') return terms.of(unit.key, DATE);
    if (!unit.name) return terms.of(unit.key, WORD);
    return terms.of(names.entityOf(articleId, unit.name)?.key ?? unit.key, NAME);
  };
  analyses.forEach((analysis, article) => {
    const sources = read(analysis);
    sources.forEach((source, place) => {
      const sequence = source.units.map((unit) => termOf(unit, analysis.articleId));
      raw.push({ source, article, place, count: sources.length, sequence });
    });
    starts.push(raw.length);
  });

  // A copied sentence is counted once: copies in the library must not make a rare word look common.
  const distinct = new Map(raw.map((each) => [each.source.sentence.text, each.sequence]));
  for (const sequence of distinct.values()) {
    for (const index of new Set(sequence)) {
      const term = terms.all[index];
      if (term) term.frequency++;
    }
  }
  for (const term of terms.all) {
    const inSet = Math.log(1 + (distinct.size + 1) / (term.frequency + 0.5));
    term.inSet = inSet;
    term.weight = (inSet + backgroundOf(term)) / 2;
  }
  relate(terms.all, analyses);

  let article0 = -1;
  let lastPerson = -1;
  let age = 0;
  const sentences = raw.map(({ source, article, place, count, sequence }): SetSentence => {
    const weightOf = new Map<number, number>();
    sequence.forEach((index, at) => {
      const factor = source.units[at]?.lead ? LEAD_FACTOR : 1;
      const weight = (terms.all[index]?.weight ?? 0) * factor;
      weightOf.set(index, Math.max(weightOf.get(index) ?? 0, weight));
    });
    if (article !== article0) {
      article0 = article;
      lastPerson = -1;
    }
    const implied =
      lastPerson >= 0 && age < 4 && PRONOUN.test(source.sentence.text) && !weightOf.has(lastPerson)
        ? [lastPerson]
        : [];
    age++;
    source.units.forEach((unit, at) => {
      if (unit.name?.kind === 'person') {
        lastPerson = sequence[at] ?? -1;
        age = 0;
      }
    });
    let total = 0;
    let squares = 0;
    for (const weight of weightOf.values()) {
      total += weight;
      squares += weight * weight;
    }
    return {
      source,
      article,
      place,
      depth: count > 1 ? place / (count - 1) : 0,
      sequence,
      terms: [...weightOf.keys()],
      weights: [...weightOf.values()],
      weightOf,
      total,
      length: Math.sqrt(squares),
      implied,
      words: source.words.map((word) => {
        let id = wordIds.get(word);
        if (id === undefined) wordIds.set(word, (id = wordIds.size));
        return id;
      }),
    };
  });
  return { sentences, terms: terms.all, starts };
}

/** Fills in which terms of the set may say the same, and what they are used like. */
function relate(terms: readonly Term[], analyses: readonly Analysis[]): void {
  const english = analyses.some(({ language }) => language === 'en');
  if (!english) return;
  const byKey = new Map<string, number>();
  terms.forEach(({ key, kind }, index) => {
    if (kind === WORD) byKey.set(key, index);
  });
  for (const [key, index] of byKey) {
    const related = relatedTo(key).flatMap(({ stem, likeness }) => {
      const term = byKey.get(stem);
      return term === undefined ? [] : [{ term, likeness }];
    });
    const term = terms[index];
    if (!term) continue;
    if (related.length > 0) term.related = related;
    term.vector = vectorOf(key);
  }
}

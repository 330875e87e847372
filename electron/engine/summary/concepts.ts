import type { PreparedArticle } from './prepare.ts';
import { rarityOf } from './rarity.ts';
import type { WordVectors } from './vectors.ts';
import { CONCEPT_FEATURES, type ConceptFeature, type Weights } from './weights.ts';

/** What is known of one concept of a story. */
export interface Concept {
  readonly key: string;
  readonly features: Readonly<Record<ConceptFeature, number>>;
}

/** The concepts of some articles. Numbers are indices into `all`. */
export interface Concepts {
  readonly all: readonly Concept[];
  /** Concepts of each sentence of each article. */
  readonly of: readonly (readonly Int32Array[])[];
}

interface Count {
  readonly key: string;
  readonly content: readonly string[];
  readonly rarity: number;
  voices: number;
  articles: number;
  times: number;
  /** The voice and the article heard last: they come in order, so another one is one not heard before. */
  lastVoice: number;
  lastArticle: number;
  /** Sum over the voices of how early each brings it up, 0 to 1. */
  prominence: number;
  /** Sum over its sentences of their likeness with the centroid. */
  central: number;
}

/** Indices of the articles, those of one voice next to one another. */
export function byVoice(voices: readonly number[]): number[] {
  return voices.map((_, article) => article).sort((a, b) => (voices[a] ?? 0) - (voices[b] ?? 0) || a - b);
}

/** How many voices use each content word. */
function voicesOfWords(
  articles: readonly PreparedArticle[],
  voices: readonly number[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, { voices: number; last: number }>();
  for (const article of byVoice(voices)) {
    const voice = voices[article] ?? 0;
    for (const { content } of articles[article]?.sentences ?? []) {
      for (const stem of content) {
        const count = counts.get(stem);
        if (!count) counts.set(stem, { voices: 1, last: voice });
        else if (count.last !== voice) {
          count.voices++;
          count.last = voice;
        }
      }
    }
  }
  return new Map([...counts].map(([stem, count]) => [stem, count.voices]));
}

/**
 * What stays through the versions of one account matters more to it, but at most as if it were said twice:
 * so no number of rewrites outweighs a second voice.
 */
function repeatsOf({ times, articles, voices }: Count): number {
  return Math.log(times / articles) + Math.min(Math.LN2, Math.log(articles / voices));
}

/** Concepts are bigrams (D. Gillick and B. Favre, "A Scalable Global Model for Summarization", 2009). */
export function conceptsOf(
  articles: readonly PreparedArticle[],
  voices: readonly number[],
  words: WordVectors,
): Concepts {
  const voiceCount = new Set(voices).size;
  const heard = voicesOfWords(articles, voices);
  const ids = new Map<string, number>();
  const counts: Count[] = [];
  const of: Int32Array[][] = articles.map(() => []);
  for (const article of byVoice(voices)) {
    const voice = voices[article] ?? 0;
    const language = articles[article]?.analysis.language ?? '';
    articles[article]?.sentences.forEach((sentence, index) => {
      const central = words.likeness(words.vector(sentence));
      const found = sentence.bigrams.map(({ key, content }) => {
        let id = ids.get(key);
        if (id === undefined) {
          id = counts.length;
          ids.set(key, id);
          const rarity = content.reduce((sum, stem) => sum + rarityOf(stem, language), 0);
          counts.push({
            key,
            content,
            rarity: content.length === 0 ? 0 : rarity / content.length,
            voices: 0,
            articles: 0,
            times: 0,
            lastVoice: -1,
            lastArticle: -1,
            prominence: 0,
            central: 0,
          });
        }
        const count = counts[id];
        if (!count) return id;
        count.times++;
        count.central += central;
        if (count.lastArticle !== article) {
          count.lastArticle = article;
          count.articles++;
        }
        if (count.lastVoice !== voice) {
          count.lastVoice = voice;
          count.voices++;
          count.prominence += 1 / Math.sqrt(1 + index);
        }
        return id;
      });
      of[article]?.push(Int32Array.from(found));
    });
  }
  const share = (stem: string) => Math.log((heard.get(stem) ?? 1) / voiceCount);
  const all = counts.map((count): Concept => ({
    key: count.key,
    features: {
      constant: 1,
      support: Math.log(count.voices / voiceCount),
      repeats: repeatsOf(count),
      prominence: count.prominence / count.voices,
      central: count.central / count.times,
      words: count.content.length === 0 ? 0 : Math.min(...count.content.map(share)),
      rarity: count.rarity,
      accounts: Math.log(voiceCount / 10),
    },
  }));
  return { all, of };
}

/**
 * The chance that a person's summary has a concept, by logistic regression on what people wrote (C. Li, X. Qian
 * and Y. Liu, "Using Supervised Bigram-based ILP for Extractive Summarization", 2013).
 */
export function chanceOf({ features }: Concept, weights: NonNullable<Weights['concepts']>): number {
  let sum = 0;
  for (const name of CONCEPT_FEATURES) sum += weights[name] * features[name];
  return 1 / (1 + Math.exp(-sum));
}

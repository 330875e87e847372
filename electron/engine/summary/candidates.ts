import type { Account, ArticleId, SentenceGroup } from '../../api/index.ts';
import { chanceOf, conceptsOf } from './concepts.ts';
import type { PreparedArticle, PreparedSentence } from './prepare.ts';
import { tellings } from './tellings.ts';
import { wordVectors } from './vectors.ts';
import type { Feature, Weights } from './weights.ts';

/** A sentence that may be chosen, with what choosing it is worth. Numbers in arrays are ids of this pool. */
export interface Candidate extends PreparedSentence {
  /** Index of its article in the list asked for. */
  readonly article: number;
  /** Index in the pool of the sentence it must follow; -1 where it stands alone, -2 where that is not to be had. */
  readonly needs: number;
  /** Indices of the sentences that need this one. */
  readonly neededBy: readonly number[];
  /** Weighted concepts of the story that it covers. */
  readonly concepts: Int32Array;
  /** Content words, ascending. */
  readonly vector: Int32Array;
  /** What it is worth by itself, whatever else is chosen. */
  readonly worth: number;
}

export interface Pool {
  /** Candidates that are known to report the fact that a candidate reports. */
  counterparts(index: number): readonly number[];
  readonly candidates: readonly Candidate[];
  readonly conceptWeights: Float64Array;
  readonly wordWeights: Float64Array;
  /** Weight of each content word in the centroid, whose length is 1. */
  readonly centroid: Float64Array;
}

/** What a comparison knows of who tells what. */
export interface Told {
  readonly accounts: readonly Account[];
  readonly groups: readonly SentenceGroup[];
}

/** Index of the account of each article: rewrites of one text have one voice together. */
export function voicesOf(articles: readonly PreparedArticle[], accounts: readonly Account[]): number[] {
  const voices = new Map<ArticleId, number>();
  accounts.forEach(({ articleIds }, index) => articleIds.forEach((id) => voices.set(id, index)));
  let next = accounts.length;
  return articles.map(({ analysis: { articleId } }) => voices.get(articleId) ?? next++);
}

/** Words of a usual sentence of news. */
const TYPICAL = 25;

const NONE = new Int32Array();

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

export function poolOf(
  articles: readonly PreparedArticle[],
  { accounts, groups }: Told,
  weights: Weights,
  byWords: boolean,
): Pool {
  const voices = voicesOf(articles, accounts);
  const told = tellings(articles, voices, groups);
  const words = wordVectors(articles, voices, weights);
  const coefficients = weights.concepts;
  const concepts = coefficients && conceptsOf(articles, voices, words);
  const title = new Set(articles.flatMap(({ analysis }) => analysis.titleStems));

  // An article of nothing but list items or a headless line still has something to say.
  const strict = articles.some(({ sentences }) => sentences.some(({ statement }) => statement));

  const candidates: (Candidate & { neededBy: number[] })[] = [];
  articles.forEach(({ sentences }, article) => {
    let before = -2;
    sentences.forEach((sentence, index) => {
      if (strict && !sentence.statement) {
        before = -2;
        return;
      }
      const vector = words.vector(sentence);
      const features: Record<Feature, number> = {
        opening: index === 0 ? 1 : 0,
        rank: 1 - sentence.relative,
        title: share(sentence.content, (stem) => title.has(stem)),
        quoted: sentence.quoted,
        pointing: sentence.pointing ? 1 : 0,
        fragment: sentence.fragment ? 1 : 0,
        short: Math.max(0, 12 - sentence.words) / 12,
        agreed: told.agreed(sentence.sentence.id) * Math.min(2, sentence.words / TYPICAL),
      };
      let worth = 0;
      for (const [name, weight] of Object.entries(weights.sentence)) {
        worth += weight * features[name as Feature];
      }
      const needs = sentence.dependent ? before : -1;
      before = candidates.length;
      candidates.push({
        ...sentence,
        article,
        needs,
        neededBy: [],
        concepts: concepts?.of[article]?.[index] ?? NONE,
        vector,
        worth: worth * (byWords ? (sentence.words / TYPICAL) ** weights.perWord : 1),
      });
      if (needs >= 0) candidates[needs]?.neededBy.push(candidates.length - 1);
    });
  });
  const byId = new Map(candidates.map(({ sentence }, index) => [sentence.id, index]));
  return {
    candidates,
    conceptWeights: Float64Array.from(concepts?.all ?? [], (concept) =>
      coefficients ? chanceOf(concept, coefficients) : 0,
    ),
    wordWeights: words.weights,
    centroid: words.centroid,
    counterparts: (index) => {
      const id = candidates[index]?.sentence.id;
      return id ? told.others(id).flatMap((other) => byId.get(other) ?? []) : [];
    },
  };
}

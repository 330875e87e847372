import type { PreparedArticle, PreparedSentence } from './prepare.ts';
import { rarityOf } from './rarity.ts';

export interface WordVectors {
  /** The content words of a sentence as ids, ascending. */
  vector(sentence: PreparedSentence): Int32Array;
  /** Cosine of a sentence with the centroid. */
  likeness(vector: Int32Array): number;
  /** What each word weighs wherever it comes. */
  readonly weights: Float64Array;
  /** Of length 1. */
  readonly centroid: Float64Array;
}

/**
 * Word vectors of sentences and their centroid (D. R. Radev et al., "Centroid-based summarization of multiple
 * documents", 2004). Later sentences may count less, and rare words more; each voice counts alike, however
 * many articles share it.
 */
export function wordVectors(
  articles: readonly PreparedArticle[],
  voices: readonly number[],
  { decay, rarity }: { readonly decay: number; readonly rarity: number },
): WordVectors {
  const sharing = new Map<number, number>();
  for (const voice of voices) sharing.set(voice, (sharing.get(voice) ?? 0) + 1);
  const ids = new Map<string, number>();
  const weights: number[] = [];
  const centre: number[] = [];
  articles.forEach(({ sentences, analysis: { language } }, article) => {
    const part = 1 / (sharing.get(voices[article] ?? 0) ?? 1);
    sentences.forEach(({ content }, index) => {
      const counts = part * (1 + index) ** -decay;
      for (const stem of content) {
        let id = ids.get(stem);
        if (id === undefined) {
          id = centre.length;
          ids.set(stem, id);
          weights.push(rarity === 0 ? 1 : rarityOf(stem, language) ** rarity);
          centre.push(0);
        }
        centre[id] = (centre[id] ?? 0) + counts * (weights[id] ?? 0);
      }
    });
  });
  const length = Math.hypot(...centre) || 1;
  const centroid = Float64Array.from(centre, (value) => value / length);
  return {
    weights: Float64Array.from(weights),
    centroid,
    vector: ({ content }) => Int32Array.from(content, (stem) => ids.get(stem) ?? 0).sort(),
    likeness: (vector) => {
      let along = 0;
      let squared = 0;
      for (const id of vector) {
        const weight = weights[id] ?? 0;
        along += weight * (centroid[id] ?? 0);
        squared += weight * weight;
      }
      return squared === 0 ? 0 : along / Math.sqrt(squared);
    },
  };
}

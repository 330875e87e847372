import { byVoice } from './concepts.ts';
import type { PreparedArticle, PreparedSentence } from './prepare.ts';

export interface WordVectors {
  /** The content words of a sentence as ids, ascending. */
  vector(sentence: PreparedSentence): Int32Array;
  /** Cosine of a sentence with the centroid. */
  likeness(vector: Int32Array): number;
  /** Share of the accounts that have a word, averaged over the words of a sentence. */
  agreement(vector: Int32Array): number;
  readonly centroid: Float64Array;
}

/**
 * Binary word vectors of sentences and their centroid (D. R. Radev et al., "Centroid-based summarization of
 * multiple documents", 2004), in which later sentences may count less.
 */
export function wordVectors(
  articles: readonly PreparedArticle[],
  voices: readonly number[],
  decay: number,
): WordVectors {
  const ids = new Map<string, number>();
  const centre: number[] = [];
  const heard: number[] = [];
  const lastVoice: number[] = [];
  for (const article of byVoice(voices)) {
    const voice = voices[article] ?? 0;
    articles[article]?.sentences.forEach(({ content }, index) => {
      for (const stem of content) {
        let id = ids.get(stem);
        if (id === undefined) {
          id = centre.length;
          ids.set(stem, id);
          centre.push(0);
          heard.push(0);
          lastVoice.push(-1);
        }
        centre[id] = (centre[id] ?? 0) + (1 + index) ** -decay;
        if (lastVoice[id] !== voice) {
          lastVoice[id] = voice;
          heard[id] = (heard[id] ?? 0) + 1;
        }
      }
    });
  }
  const length = Math.hypot(...centre) || 1;
  const centroid = Float64Array.from(centre, (value) => value / length);
  const voiceCount = new Set(voices).size;
  const mean = (vector: Int32Array, divisor: number, value: (id: number) => number) => {
    let sum = 0;
    for (const id of vector) sum += value(id);
    return vector.length === 0 ? 0 : sum / divisor;
  };
  return {
    centroid,
    vector: ({ content }) => Int32Array.from(content, (stem) => ids.get(stem) ?? 0).sort(),
    likeness: (vector) => mean(vector, Math.sqrt(vector.length), (id) => centroid[id] ?? 0),
    agreement: (vector) => mean(vector, vector.length, (id) => (heard[id] ?? 0) / voiceCount),
  };
}

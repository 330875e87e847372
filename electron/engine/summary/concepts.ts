import type { PreparedArticle, PreparedSentence } from './prepare.ts';
import type { Weights } from './weights.ts';

/** The concepts of some articles that are worth covering. Ids are indices into `weights`. */
export interface Concepts {
  readonly weights: Float64Array;
  of(sentence: PreparedSentence): Int32Array;
}

interface Count {
  voices: number;
  /** The voice heard last: articles come voice by voice, so a new one is one not heard before. */
  lastVoice: number;
  times: number;
  /** Sum over the voices of how early each brings it up, 0 to 1. */
  prominence: number;
}

/** Indices of the articles, those of one voice next to one another. */
export function byVoice(voices: readonly number[]): number[] {
  return voices.map((_, article) => article).sort((a, b) => (voices[a] ?? 0) - (voices[b] ?? 0) || a - b);
}

/**
 * Concepts are bigrams of stems; what a concept is worth grows with the accounts that have it (D. Gillick and
 * B. Favre, "A Scalable Global Model for Summarization", 2009) and with how early they bring it up.
 */
export function conceptsOf(
  articles: readonly PreparedArticle[],
  voices: readonly number[],
  voiceCount: number,
  { concepts: weights }: Weights,
): Concepts {
  if (weights.weight === 0) return { weights: new Float64Array(), of: () => new Int32Array() };
  const counts = new Map<string, Count>();
  for (const article of byVoice(voices)) {
    const voice = voices[article] ?? 0;
    articles[article]?.sentences.forEach(({ bigrams }, index) => {
      for (const bigram of bigrams) {
        let count = counts.get(bigram);
        if (!count) {
          count = { voices: 0, lastVoice: -1, times: 0, prominence: 0 };
          counts.set(bigram, count);
        }
        count.times++;
        if (count.lastVoice === voice) continue;
        count.lastVoice = voice;
        count.voices++;
        count.prominence += 1 / Math.sqrt(1 + index);
      }
    });
  }
  const fewest = voiceCount < 3 ? 1 : weights.fewest;
  const ids = new Map<string, number>();
  const values: number[] = [];
  for (const [bigram, count] of counts) {
    if (count.voices < fewest) continue;
    ids.set(bigram, values.length);
    values.push(
      weights.weight *
        (count.voices / voiceCount) ** weights.support *
        count.times ** weights.repeats *
        (1 + (weights.prominence * count.prominence) / count.voices) *
        (bigram.endsWith('~') ? weights.functionWord : 1),
    );
  }
  return {
    weights: Float64Array.from(values),
    of: ({ bigrams }) => {
      const found: number[] = [];
      for (const bigram of bigrams) {
        const id = ids.get(bigram);
        if (id !== undefined) found.push(id);
      }
      return Int32Array.from(found);
    },
  };
}

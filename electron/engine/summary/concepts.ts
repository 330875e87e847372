import type { PreparedArticle, PreparedSentence } from './prepare.ts';
import type { Weights } from './weights.ts';

/** The concepts of some articles that are worth covering. Ids are indices into `weights`. */
export interface Concepts {
  readonly weights: Float64Array;
  of(sentence: PreparedSentence): Int32Array;
}

interface Count {
  /** Bit set would do for 32 voices; a set serves any number. */
  readonly voices: Set<number>;
  times: number;
  /** Sum over the voices of how early each brings it up, 0 to 1. */
  prominence: number;
}

const conceptsIn = ({ bigrams, content }: PreparedSentence) => [...bigrams, ...content];

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
  const counts = new Map<string, Count>();
  articles.forEach(({ sentences }, article) => {
    const voice = voices[article] ?? 0;
    sentences.forEach((sentence, index) => {
      for (const bigram of conceptsIn(sentence)) {
        let count = counts.get(bigram);
        if (!count) {
          count = { voices: new Set(), times: 0, prominence: 0 };
          counts.set(bigram, count);
        }
        count.times++;
        if (!count.voices.has(voice)) {
          count.voices.add(voice);
          count.prominence += 1 / Math.sqrt(1 + index);
        }
      }
    });
  });
  const fewest = voiceCount < 3 ? 1 : weights.fewest;
  const ids = new Map<string, number>();
  const values: number[] = [];
  for (const [bigram, count] of counts) {
    if (count.voices.size < fewest) continue;
    ids.set(bigram, values.length);
    values.push(
      weights.weight *
        (count.voices.size / voiceCount) ** weights.support *
        count.times ** weights.repeats *
        (1 + (weights.prominence * count.prominence) / count.voices.size) *
        (bigram.endsWith('~') ? weights.functionWord : bigram.includes(' ') ? 1 : weights.word),
    );
  }
  return {
    weights: Float64Array.from(values),
    of: (sentence) => Int32Array.from(conceptsIn(sentence).flatMap((bigram) => ids.get(bigram) ?? [])),
  };
}

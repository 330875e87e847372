import type { PreparedArticle, PreparedSentence } from './prepare.ts';
import type { Traces, TraceWeights } from './weights.ts';

/** A sentence of some articles and who says it. */
export interface Heard {
  readonly sentence: PreparedSentence;
  /** Index of its account. */
  readonly voice: number;
  /** Index in its article's body. */
  readonly place: number;
  readonly traces: Traces;
}

/** Every sentence of the articles' bodies with the traces of it in other accounts, headings included. */
export function tracesOf(articles: readonly PreparedArticle[], voices: readonly number[]): Heard[] {
  const vocabularies = new Map<number, Set<string>>();
  const frequency = new Map<string, number>();
  let total = 0;
  articles.forEach(({ analysis }, article) => {
    const voice = voices[article] ?? 0;
    const vocabulary = vocabularies.get(voice) ?? new Set();
    vocabularies.set(voice, vocabulary);
    for (const { stems } of analysis.sentences) {
      total++;
      for (const stem of new Set(stems)) {
        vocabulary.add(stem);
        frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
      }
    }
  });
  const weightOf = (stem: string) => Math.log(1 + total / (frequency.get(stem) ?? 1));

  return articles.flatMap(({ sentences }, article) => {
    const voice = voices[article] ?? 0;
    const others = [...vocabularies].filter(([other]) => other !== voice).map(([, words]) => words);
    return sentences.map((sentence, place): Heard => {
      const weights = sentence.content.map(weightOf);
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      let most = 0;
      for (const words of others) {
        let shared = 0;
        sentence.content.forEach((stem, at) => {
          if (words.has(stem)) shared += weights[at] ?? 0;
        });
        most = Math.max(most, shared);
      }
      return {
        sentence,
        voice,
        place,
        traces: {
          covered: whole === 0 ? 1 : most / whole,
          early: 1 / Math.sqrt(1 + place),
          length: sentence.words / 25,
        },
      };
    });
  });
}

/** The chance that another account reports it at least in part, by logistic regression on what readers found. */
export function chanceElsewhere({ covered, early, length }: Traces, weights: TraceWeights): number {
  const sum = weights.constant + weights.covered * covered + weights.early * early + weights.length * length;
  return 1 / (1 + Math.exp(-sum));
}

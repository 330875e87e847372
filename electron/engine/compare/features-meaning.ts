import type { SentenceSet, SetSentence, Term } from './features-set.ts';
import { addTo, DIMENSIONS, product, unit } from './vectors.ts';

/** What word vectors say of two sentences. Symmetric; all are 0 where no vector is known. */
export const MEANING_FEATURES = [
  'meaning',
  'meaningOwn',
  'meaningRow',
  'meaningColumn',
  'meaningBeside',
] as const;

export type MeaningFeature = (typeof MEANING_FEATURES)[number];

/** The sum of a sentence's vectors, weighed like its terms (Arora et al. 2017). */
function sumOf(sentence: SetSentence, terms: readonly Term[]): Float32Array {
  const sum = new Float32Array(DIMENSIONS);
  sentence.terms.forEach((term, at) => {
    const vector = terms[term]?.vector;
    if (vector) addTo(sum, vector, sentence.weights[at] ?? 0);
  });
  return sum;
}

/** The vectors of a set's sentences, and how a pair stands among the pairs of its two articles. */
export class Meanings {
  private readonly set: SentenceSet;
  private readonly whole: readonly Float32Array[];
  /** Without what all sentences of the set are about. */
  private readonly own: readonly Float32Array[];
  private readonly tops = new Map<number, { best: number; next: number; at: number; mean: number }>();
  private readonly known: boolean;

  constructor(set: SentenceSet) {
    this.set = set;
    this.whole = set.sentences.map((sentence) => unit(sumOf(sentence, set.terms)));
    this.known = set.terms.some(({ vector }) => vector);
    const mean = new Float32Array(DIMENSIONS);
    for (const vector of this.whole) addTo(mean, vector, 1 / (this.whole.length || 1));
    this.own = this.whole.map((vector) => {
      const own = vector.slice();
      if (product(vector, vector) > 0) addTo(own, mean, -1);
      return unit(own);
    });
  }

  ownCosine(first: number, second: number): number {
    const [a, b] = [this.own[first], this.own[second]];
    return a && b ? product(a, b) : 0;
  }

  /** The best cosines of a sentence in an article. */
  private top(sentence: number, article: number) {
    const key = sentence * (this.set.starts.length - 1) + article;
    let top = this.tops.get(key);
    if (!top) {
      const [start, end] = [this.set.starts[article] ?? 0, this.set.starts[article + 1] ?? 0];
      top = { best: -1, next: -1, at: -1, mean: 0 };
      for (let other = start; other < end; other++) {
        const cosine = this.ownCosine(sentence, other);
        top.mean += cosine / (end - start);
        if (cosine > top.best) {
          top.next = top.best;
          top.best = cosine;
          top.at = other;
        } else if (cosine > top.next) top.next = cosine;
      }
      this.tops.set(key, top);
    }
    return top;
  }

  private margin(first: number, second: number, cosine: number): number {
    const top = this.top(first, this.set.sentences[second]?.article ?? 0);
    const rival = top.at === second ? top.next : top.best;
    return cosine - Math.max(rival, top.mean);
  }

  /** In the order of {@link MEANING_FEATURES}. */
  features(first: number, second: number): number[] {
    const [a, b] = [this.set.sentences[first], this.set.sentences[second]];
    if (!a || !b || !this.known) return MEANING_FEATURES.map(() => 0);
    const own = this.ownCosine(first, second);
    const row = this.margin(first, second, own);
    const column = this.margin(second, first, own);
    const beside = (i: number, j: number) => {
      const [x, y] = [this.set.sentences[first + i], this.set.sentences[second + j]];
      return x?.article === a.article && y?.article === b.article ? this.ownCosine(first + i, second + j) : 0;
    };
    const values: Record<MeaningFeature, number> = {
      meaning: product(this.whole[first] ?? NOTHING, this.whole[second] ?? NOTHING),
      meaningOwn: own,
      meaningRow: Math.max(row, column),
      meaningColumn: Math.min(row, column),
      meaningBeside: beside(-1, -1) + beside(1, 1),
    };
    return MEANING_FEATURES.map((feature) => values[feature]);
  }
}

const NOTHING = new Float32Array(0);

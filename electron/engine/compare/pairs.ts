import type { SentenceSet } from './features-set.ts';

/** What says something of which sentences report the same: those of fewer sentences of the set than this. */
const RARE_SHARE = 0.12;
const RARE_AT_LEAST = 10;
/**
 * The best candidates of a sentence in each other article: four of few articles, fewer of many, where the same
 * fact stands in so many places that each need not be sought with all its neighbours. `most` is for all articles
 * together, so that costs stay in step with the sentences.
 */
const BEST = [
  { upTo: 6, best: 4, most: Infinity },
  { upTo: 12, best: 2, most: 24 },
  { upTo: Infinity, best: 1, most: 24 },
] as const;
/** Rough likeness (0 to 1) below which a pair is not looked at: of labelled pairs, 206 of 221 full ones lie above. */
const LEAST = 0.07;
/** How near a synonym must be to make a candidate of a pair. */
const NEAR = 0.4;

/** Two sentences of different articles, by their index in the set: the first stands before the second. */
export interface Candidate {
  readonly first: number;
  readonly second: number;
}

/**
 * Pairs of sentences of different articles that share a rare term or a rare synonym, the best few of each
 * sentence in each article. Costs grow with the pairs that share a rare term, not with all pairs.
 */
export function candidatePairs({ sentences, terms }: SentenceSet): Candidate[] {
  const limit = Math.max(RARE_AT_LEAST, sentences.length * RARE_SHARE);
  const holders = terms.map(() => [] as { sentence: number; weight: number }[]);
  const share = new Float64Array(sentences.length);
  const found: { first: number; second: number; rough: number }[] = [];
  sentences.forEach((sentence, index) => {
    const touched: number[] = [];
    const visit = (term: number, weight: number) => {
      for (const holder of holders[term] ?? []) {
        if (share[holder.sentence] === 0) touched.push(holder.sentence);
        share[holder.sentence] = (share[holder.sentence] ?? 0) + weight * holder.weight;
      }
    };
    sentence.terms.forEach((term, at) => {
      const { frequency = 0, related = [] } = terms[term] ?? {};
      const weight = sentence.weights[at] ?? 0;
      if (frequency <= limit) visit(term, weight);
      for (const other of related) {
        if (other.likeness >= NEAR && (terms[other.term]?.frequency ?? 0) <= limit)
          visit(other.term, weight * other.likeness);
      }
    });
    for (const other of touched) {
      const earlier = sentences[other];
      if (earlier && earlier.article !== sentence.article) {
        const rough = (share[other] ?? 0) / (earlier.length * sentence.length || 1);
        if (rough >= LEAST) found.push({ first: other, second: index, rough });
      }
      share[other] = 0;
    }
    sentence.terms.forEach((term, at) => {
      if ((terms[term]?.frequency ?? 0) <= limit) {
        holders[term]?.push({ sentence: index, weight: sentence.weights[at] ?? 0 });
      }
    });
  });

  // Rough likeness decides which are looked at closely: the best few from either side.
  found.sort((x, y) => y.rough - x.rough || x.first - y.first || x.second - y.second);
  const articles = 1 + (sentences.at(-1)?.article ?? 0);
  const { best, most } = BEST.find(({ upTo }) => articles <= upTo) ?? BEST[0];
  const taken = new Uint8Array(sentences.length * articles);
  const all = new Uint16Array(sentences.length);
  const kept: Candidate[] = [];
  for (const { first, second } of found) {
    const atFirst = first * articles + (sentences[second]?.article ?? 0);
    const atSecond = second * articles + (sentences[first]?.article ?? 0);
    const room = (at: number, sentence: number) => (taken[at] ?? 0) < best && (all[sentence] ?? 0) < most;
    if (!room(atFirst, first) && !room(atSecond, second)) continue;
    taken[atFirst] = (taken[atFirst] ?? 0) + 1;
    taken[atSecond] = (taken[atSecond] ?? 0) + 1;
    all[first] = (all[first] ?? 0) + 1;
    all[second] = (all[second] ?? 0) + 1;
    kept.push({ first, second });
  }
  return kept;
}

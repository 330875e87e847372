import type { SentenceSet } from './features-set.ts';
import type { Candidate } from './pairs.ts';

/** What the other pairs say of a pair, from the chances that a first look gave all of them. */
export const CONTEXT_FEATURES = [
  'first',
  'bestRow',
  'bestColumn',
  'marginBetter',
  'marginWorse',
  'rivals',
  'diagonal',
  'beside',
  'split',
  'third',
  'articles',
  'rankInSet',
  'rankInArticles',
] as const;

export type ContextFeature = (typeof CONTEXT_FEATURES)[number];

const logit = (chance: number) => Math.log(chance / (1 - chance));
const clamp = (chance: number) => Math.min(0.995, Math.max(0.005, chance));

/** The chances of the pairs of a set, to be asked by sentence. */
class Chances {
  private readonly rows: readonly Map<number, number>[];
  /** Best two chances of a sentence in an article. */
  private readonly tops = new Map<number, { best: number; next: number; sum: number }>();
  private readonly set: SentenceSet;
  private readonly articles: number;

  constructor(set: SentenceSet, candidates: readonly Candidate[], chances: ArrayLike<number>) {
    this.set = set;
    this.articles = set.starts.length - 1;
    this.rows = set.sentences.map(() => new Map<number, number>());
    candidates.forEach(({ first, second }, index) => {
      const chance = chances[index] ?? 0;
      this.rows[first]?.set(second, chance);
      this.rows[second]?.set(first, chance);
      this.note(first, second, chance);
      this.note(second, first, chance);
    });
  }

  private key(sentence: number, article: number): number {
    return sentence * this.articles + article;
  }

  private note(sentence: number, other: number, chance: number): void {
    const key = this.key(sentence, this.set.sentences[other]?.article ?? 0);
    const top = this.tops.get(key) ?? { best: 0, next: 0, sum: 0 };
    top.sum += chance;
    if (chance > top.best) {
      top.next = top.best;
      top.best = chance;
    } else if (chance > top.next) top.next = chance;
    this.tops.set(key, top);
  }

  of(a: number, b: number): number {
    return this.rows[a]?.get(b) ?? 0;
  }

  row(sentence: number): ReadonlyMap<number, number> {
    return this.rows[sentence] ?? new Map<number, number>();
  }

  /** Of `sentence` in the article of `other`. */
  top(sentence: number, other: number): { best: number; next: number; sum: number } {
    return (
      this.tops.get(this.key(sentence, this.set.sentences[other]?.article ?? 0)) ?? {
        best: 0,
        next: 0,
        sum: 0,
      }
    );
  }

  bestIn(sentence: number, article: number): number {
    return this.tops.get(this.key(sentence, article))?.best ?? 0;
  }
}

/** How much of two articles is told by both: the mean of the best chances of the shorter one's sentences. */
function articleLikeness(set: SentenceSet, chances: Chances): (a: number, b: number) => number {
  const articles = set.starts.length - 1;
  const known = new Float64Array(articles * articles).fill(-1);
  const meanBest = (from: number, to: number) => {
    const [start, end] = [set.starts[from] ?? 0, set.starts[from + 1] ?? 0];
    let sum = 0;
    for (let i = start; i < end; i++) sum += chances.bestIn(i, to);
    return end > start ? sum / (end - start) : 0;
  };
  return (a, b) => {
    const key = Math.min(a, b) * articles + Math.max(a, b);
    if ((known[key] ?? -1) < 0) known[key] = Math.max(meanBest(a, b), meanBest(b, a));
    return known[key] ?? 0;
  };
}

/**
 * The place of each pair among all by its chance, relative to how many pairs there would be if the shorter of two
 * articles were told by the longer: logarithms, 0 for the last of those. What is alike in one set need not be in
 * another, where everything is said of one subject.
 */
function ranksOf(
  set: SentenceSet,
  candidates: readonly Candidate[],
  chances: ArrayLike<number>,
): { inSet: number; inArticles: number }[] {
  const articles = set.starts.length - 1;
  const size = (article: number) => (set.starts[article + 1] ?? 0) - (set.starts[article] ?? 0);
  let expected = 0;
  for (let a = 0; a < articles; a++)
    for (let b = a + 1; b < articles; b++) expected += Math.min(size(a), size(b));
  const ranks = candidates.map(() => ({ inSet: 0, inArticles: 0 }));
  const seen = new Map<number, number>();
  const order = candidates.map((_, index) => index);
  order.sort((x, y) => (chances[y] ?? 0) - (chances[x] ?? 0) || x - y);
  order.forEach((index, place) => {
    const { first = 0, second = 0 } = candidates[index] ?? {};
    const a = set.sentences[first]?.article ?? 0;
    const b = set.sentences[second]?.article ?? 0;
    const key = a * articles + b;
    const inArticles = seen.get(key) ?? 0;
    seen.set(key, inArticles + 1);
    ranks[index] = {
      inSet: Math.log((place + 1) / expected),
      inArticles: Math.log((inArticles + 1) / Math.min(size(a), size(b))),
    };
  });
  return ranks;
}

/** The features of each candidate in the order of {@link CONTEXT_FEATURES}, in step with the candidates. */
export function contextFeatures(
  set: SentenceSet,
  candidates: readonly Candidate[],
  firstLook: ArrayLike<number>,
): number[][] {
  const chances = new Chances(set, candidates, firstLook);
  const likeness = articleLikeness(set, chances);
  const { sentences } = set;
  const inArticle = (index: number, article: number) => (sentences[index]?.article === article ? index : -1);
  const ranks = ranksOf(set, candidates, firstLook);
  return candidates.map(({ first, second }, index) => {
    const a = sentences[first]?.article ?? 0;
    const b = sentences[second]?.article ?? 0;
    const chance = firstLook[index] ?? 0;
    const row = chances.top(first, second);
    const column = chances.top(second, first);
    const rivalRow = chance >= row.best ? row.next : row.best;
    const rivalColumn = chance >= column.best ? column.next : column.best;
    const marginRow = logit(clamp(chance)) - logit(clamp(rivalRow));
    const marginColumn = logit(clamp(chance)) - logit(clamp(rivalColumn));
    const at = (i: number, j: number) => {
      const x = inArticle(first + i, a);
      const y = inArticle(second + j, b);
      return x < 0 || y < 0 ? 0 : chances.of(x, y);
    };
    let third = 0;
    for (const [other, toFirst] of chances.row(first)) {
      const article = sentences[other]?.article;
      if (article === a || article === b || toFirst <= third) continue;
      third = Math.max(third, Math.min(toFirst, chances.of(other, second)));
    }
    const values: Record<ContextFeature, number> = {
      first: logit(clamp(chance)),
      bestRow: chance >= row.best ? 1 : 0,
      bestColumn: chance >= column.best ? 1 : 0,
      marginBetter: Math.max(marginRow, marginColumn),
      marginWorse: Math.min(marginRow, marginColumn),
      rivals: Math.log1p(row.sum + column.sum - 2 * chance),
      diagonal: Math.max(at(-1, -1), at(1, 1)),
      beside: Math.max(at(-1, 1), at(1, -1), at(-2, -1), at(-1, -2), at(2, 1), at(1, 2)),
      split: Math.max(at(0, 1), at(0, -1), at(1, 0), at(-1, 0)),
      third,
      articles: likeness(a, b),
      rankInSet: ranks[index]?.inSet ?? 0,
      rankInArticles: ranks[index]?.inArticles ?? 0,
    };
    return CONTEXT_FEATURES.map((feature) => values[feature]);
  });
}

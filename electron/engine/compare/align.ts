import type { AlignedPair, Alignment } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { pairKey, remember } from './align-memory.ts';
import { ALIGNMENT_WEIGHTS, chanceOf, featuresOfAll, type AlignmentWeights } from './align-model.ts';
import { sentenceSet, type ArticleDates } from './features-set.ts';
import { reportable } from './features.ts';
import { groupsOf } from './groups.ts';
import { candidatePairs } from './pairs.ts';

const byId = (a: Analysis, b: Analysis) =>
  a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : 0;

const NO_DATES: ArticleDates = new Map();

/**
 * Which sentences of different articles report the same fact. Pairs that share something rare are looked at
 * alone, then in the light of the pairs around them; weights fitted on labelled events turn what they share into
 * a chance. `dates` resolves what they say of days. Costs grow with the pairs that share a rare feature, not with all pairs.
 */
export function align(
  analyses: readonly Analysis[],
  dates: ArticleDates = NO_DATES,
  weights: AlignmentWeights = ALIGNMENT_WEIGHTS,
): Alignment {
  // In an order of their own, so that the order in which a reader has the articles changes nothing.
  const set = sentenceSet([...analyses].sort(byId), dates);
  const candidates = candidatePairs(set);
  const features = featuresOfAll(set, candidates, (own) => chanceOf(weights.alone, own));
  const order = new Map(analyses.map(({ articleId }, index) => [articleId, index]));
  const place = (articleId: Analysis['articleId'] | undefined) => (articleId && order.get(articleId)) ?? 0;
  const pairs: AlignedPair[] = [];
  const chances = new Map<number, number>();
  candidates.forEach(({ first, second }, index) => {
    const own = features[index] ?? [];
    const chance = chanceOf(weights.together, own);
    const one = set.sentences[first]?.source.sentence;
    const other = set.sentences[second]?.source.sentence;
    if (chance < weights.shown || !one || !other) return;
    chances.set(pairKey(set, first, second), chance);
    const [a, b] = place(one.articleId) <= place(other.articleId) ? [one, other] : [other, one];
    pairs.push({
      a: a.id,
      b: b.id,
      score: Math.round(chance * 1000) / 1000,
      strength: chanceOf(weights.full, own) >= weights.fullFrom ? 'full' : 'partial',
    });
  });
  pairs.sort((x, y) => y.score - x.score);
  remember(analyses, set, chances);
  const aligned = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  return {
    articleIds: analyses.map((analysis) => analysis.articleId),
    pairs,
    groups: groupsOf(analyses, pairs),
    unique: analyses
      .flatMap(reportable)
      .map((sentence) => sentence.id)
      .filter((id) => !aligned.has(id)),
  };
}

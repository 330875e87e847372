import type { AlignedPair, Alignment, ArticleId, SentenceGroup, SentenceId } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { cosine, featuresOf, reportable, type SentenceFeatures } from './features.ts';

/** Scores from which a pair counts. Chosen for precision: a wrong counterpart costs more trust than a missing one. */
const FULL = 0.28;
const PARTIAL = 0.25;
/** Sharing names alone is no report of one fact: what is said has to agree too. */
const CONTENT = 0.16;
const CONTENT_SHARE = 0.6;
/** A counterpart much weaker than the best in the same article is noise around it. */
const OF_BEST = 0.6;

interface Candidate extends AlignedPair {
  readonly inA: ArticleId;
  readonly inB: ArticleId;
}

/** 0 to 1: how likely two sentences report the same fact. */
function scoreOf(a: SentenceFeatures, b: SentenceFeatures): number {
  const content = cosine(a.content, b.content);
  if (content < CONTENT) return 0;
  return CONTENT_SHARE * content + (1 - CONTENT_SHARE) * cosine(a.whole, b.whole);
}

/** Pairs of sentences of different articles that share a rare feature, each pair once. */
function* candidates(features: readonly SentenceFeatures[]): Generator<[SentenceFeatures, SentenceFeatures]> {
  const byFeature = new Map<string, number[]>();
  for (const [index, { rare, sentence }] of features.entries()) {
    const seen = new Set<number>();
    for (const feature of rare) {
      const holders = byFeature.get(feature) ?? [];
      byFeature.set(feature, holders);
      for (const other of holders) seen.add(other);
      holders.push(index);
    }
    for (const other of seen) {
      const earlier = features[other];
      const here = features[index];
      if (earlier && here && earlier.sentence.articleId !== sentence.articleId) yield [earlier, here];
    }
  }
}

/**
 * Which sentences of different articles report the same fact, by tf-idf similarity of what they say and whom
 * they name. Costs grow with the pairs that share a rare feature, not with all pairs.
 */
export function align(analyses: readonly Analysis[]): Alignment {
  const pairs: Candidate[] = [];
  const best = new Map<string, number>();
  const note = (sentence: SentenceId, article: ArticleId, score: number) => {
    const key = `${sentence} ${article}`;
    best.set(key, Math.max(best.get(key) ?? 0, score));
  };
  for (const [a, b] of candidates(featuresOf(analyses))) {
    const score = Math.min(1, scoreOf(a, b));
    if (score < PARTIAL) continue;
    const inA = a.sentence.articleId;
    const inB = b.sentence.articleId;
    note(a.sentence.id, inB, score);
    note(b.sentence.id, inA, score);
    pairs.push({
      a: a.sentence.id,
      b: b.sentence.id,
      score: Math.round(score * 1000) / 1000,
      strength: score >= FULL ? 'full' : 'partial',
      inA,
      inB,
    });
  }
  const kept = pairs
    .filter(
      (pair) =>
        pair.score >= OF_BEST * (best.get(`${pair.a} ${pair.inB}`) ?? 0) &&
        pair.score >= OF_BEST * (best.get(`${pair.b} ${pair.inA}`) ?? 0),
    )
    .sort((x, y) => y.score - x.score)
    .map(({ a, b, score, strength }) => ({ a, b, score, strength }));
  const aligned = new Set(kept.flatMap(({ a, b }) => [a, b]));
  return {
    articleIds: analyses.map((analysis) => analysis.articleId),
    pairs: kept,
    groups: groupsOf(analyses, kept),
    unique: analyses
      .flatMap(reportable)
      .map((sentence) => sentence.id)
      .filter((id) => !aligned.has(id)),
  };
}

/** Sentences joined by full pairs, in the order of the articles and of their text. */
function groupsOf(analyses: readonly Analysis[], pairs: readonly AlignedPair[]): SentenceGroup[] {
  const parent = new Map<SentenceId, SentenceId>();
  const find = (id: SentenceId): SentenceId => {
    const up = parent.get(id) ?? id;
    return up === id ? id : find(up);
  };
  for (const { a, b, strength } of pairs) if (strength === 'full') parent.set(find(b), find(a));
  const groups = new Map<SentenceId, SentenceId[]>();
  for (const { id } of analyses.flatMap(reportable)) {
    const root = find(id);
    groups.set(root, [...(groups.get(root) ?? []), id]);
  }
  return [...groups.values()].filter(({ length }) => length > 1).map((sentences) => ({ sentences }));
}

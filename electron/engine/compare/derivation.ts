import type {
  AlignedPair,
  Alignment,
  ArticleId,
  Derivation,
  Quotation,
  SentenceId,
} from '../../api/index.ts';
import type { AnalysedSentence, Analysis } from '../language/analysis.ts';
import { longestRising } from './increasing.ts';
import { containment, sharedRuns, tellingOf } from './shingles.ts';

/** Two short notices agree in most of their few sentences by chance. */
const FEWEST = 4;
/** Shared runs of words kept as evidence, of pairs that are at least so much alike. */
const SHOWN = 5;
const WORTH_SHOWING = 0.3;
/** A phrase that so many articles use belongs to the event; only one that two share speaks for one text. */
const COMMON = 3;
/** From this share of shingles a text is a copy whatever its order; independent reports stay below 0.2. */
const COPIED = 0.4;

/**
 * Share of the shorter article's sentences that the longer one tells in the same order: 0 to 1. Sentences that
 * are mostly what somebody said are left out: whoever was there may quote them, in the order they were said.
 */
export function coverage(a: Analysis, b: Analysis, partners: Partners): number {
  const [short, long] = [toldBy(a), toldBy(b)].sort((x, y) => x.length - y.length);
  if (!short || !long || short.length < FEWEST) return 0;
  const place = new Map<SentenceId, number>(long.map(({ id }, index) => [id, index]));
  const other = long[0]?.articleId;
  const order = short.flatMap(({ id }) => {
    const partner = other === undefined ? undefined : partners.get(id)?.get(other);
    const at = partner === undefined ? undefined : place.get(partner);
    return at === undefined ? [] : [at];
  });
  return longestRising(order) / short.length;
}

function toldBy(analysis: Analysis): AnalysedSentence[] {
  return tellingOf(analysis).sentences.flatMap(({ sentence, words }) =>
    words.filter((word) => word === null).length * 2 > words.length ? [] : [sentence],
  );
}

/** The best counterpart of a sentence in each other article. */
type Partners = ReadonlyMap<SentenceId, ReadonlyMap<ArticleId, SentenceId>>;

export function partnersIn(analyses: readonly Analysis[], pairs: readonly AlignedPair[]): Partners {
  const articleOf = new Map<SentenceId, ArticleId>();
  for (const { articleId, sentences } of analyses)
    for (const { id } of sentences) articleOf.set(id, articleId);
  const partners = new Map<SentenceId, Map<ArticleId, SentenceId>>();
  // Pairs come best first, so the first of an article is its best.
  for (const pair of pairs) {
    for (const [from, to] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const article = articleOf.get(to);
      const known = partners.get(from) ?? new Map<ArticleId, SentenceId>();
      partners.set(from, known);
      if (article && !known.has(article)) known.set(article, to);
    }
  }
  return partners;
}

/** Phrases of each article that few others use. */
function rarePhrases(analyses: readonly Analysis[]): ReadonlySet<string>[] {
  const holders = new Map<string, number>();
  const all = analyses.map((analysis) => tellingOf(analysis).phrases);
  for (const phrases of all) for (const each of phrases) holders.set(each, (holders.get(each) ?? 0) + 1);
  return all.map((phrases) => new Set([...phrases].filter((each) => (holders.get(each) ?? 0) < COMMON)));
}

/** Quotations of two articles in the same words and the same order. */
function sharedQuotations(a: readonly Quotation[], b: readonly Quotation[]): number {
  const words = ({ whole }: Quotation) =>
    whole
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const place = new Map(b.map((quotation, index) => [words(quotation), index]));
  return longestRising(a.flatMap((quotation) => place.get(words(quotation)) ?? []));
}

/** Share of a shorter article retold in order, weak and strong counterparts averaged, that makes one account. */
const RETOLD = 0.5;

/**
 * How likely two articles go back to one text, 0.5 being the border. A copy shows in the words, whatever was
 * moved; a retelling in the order of what is told, which independent reports of one event share in part only.
 */
function scoreOf(covered: number, coveredFully: number, shingles: number): number {
  const copied = (0.5 / COPIED) * shingles;
  const retold = (0.5 / RETOLD) * ((covered + coveredFully) / 2);
  return Math.min(1, Math.max(copied, retold));
}

/** How far each two articles go back to one text, the most alike first. */
export function derivationsOf(
  analyses: readonly Analysis[],
  alignment: Alignment,
  quotations: readonly Quotation[],
): readonly Derivation[] {
  const partners = partnersIn(analyses, alignment.pairs);
  const full = partnersIn(
    analyses,
    alignment.pairs.filter(({ strength }) => strength === 'full'),
  );
  const rare = rarePhrases(analyses);
  const said = Map.groupBy(quotations, ({ articleId }) => articleId);
  const none: ReadonlySet<string> = new Set();
  const round = (share: number) => Math.round(share * 1000) / 1000;
  const found: Derivation[] = [];
  analyses.forEach((a, i) => {
    analyses.slice(i + 1).forEach((b, offset) => {
      const covered = coverage(a, b, partners);
      const shingles = containment(tellingOf(a).shingles, tellingOf(b).shingles);
      const phrases = containment(rare[i] ?? none, rare[i + 1 + offset] ?? none);
      const score = scoreOf(covered, coverage(a, b, full), shingles);
      found.push({
        a: a.articleId,
        b: b.articleId,
        score: round(score),
        coverage: round(covered),
        shingles: round(shingles),
        rarePhrases: round(phrases),
        quotations: sharedQuotations(said.get(a.articleId) ?? [], said.get(b.articleId) ?? []),
        phrases: score < WORTH_SHOWING ? [] : sharedRuns(a, b, SHOWN),
      });
    });
  });
  return found.sort((x, y) => y.score - x.score);
}

import type {
  Account,
  Alignment,
  ArticleId,
  Discrepancy,
  Excerpt,
  Fact,
  Report,
  SentenceId,
} from '../../api/index.ts';
import type { AnalysedSentence, Analysis } from '../language/analysis.ts';
import { reportable } from './features.ts';

/** Characters up to which a sentence is shown whole; of a longer one, the clauses that others report too. */
const WHOLE = 110;
/** A clause that is cut out says something only with so many words. */
const FEWEST_WORDS = 4;
const QUESTION = /[?？؟]\s*["”’»]?$/u;

interface Placed {
  readonly sentence: AnalysedSentence;
  /** 0 at the beginning of its article, 1 at the end. */
  readonly depth: number;
  /** Index of its article. */
  readonly article: number;
}

/** Which readings of a discrepancy a sentence has: the same number means that they agree. */
interface Dispute {
  readonly readingOf: ReadonlyMap<SentenceId, number>;
  readonly claims: readonly { readonly articleId: ArticleId; readonly sentenceId: SentenceId }[];
}

function disputesOf(discrepancies: readonly Discrepancy[]): Dispute[] {
  return (
    discrepancies
      // A choice of words is no other report.
      .filter(({ dismissed, severity }) => !dismissed && severity !== 'framing')
      .map(({ readings }) => {
        const readingOf = new Map<SentenceId, number>();
        const claims = readings.flatMap((reading, index) =>
          reading.claims.map(({ value: { articleId, sentenceId } }) => {
            if (!readingOf.has(sentenceId)) readingOf.set(sentenceId, index);
            return { articleId, sentenceId };
          }),
        );
        return { readingOf, claims };
      })
  );
}

function clausesOf(text: string): { start: number; end: number }[] {
  const cuts = [...text.matchAll(/[,;:]\s|\s[–—-]\s|\s[(]|[)]\s/gu)].map(({ index, 0: mark }) => ({
    end: index,
    next: index + mark.length,
  }));
  const starts = [0, ...cuts.map(({ next }) => next)];
  const ends = [...cuts.map(({ end }) => end), text.length];
  return starts.map((start, at) => ({ start, end: ends[at] ?? text.length }));
}

/** The clauses, from the first to the last, in which a sentence says what the others of its group say too. */
function excerptOf(sentence: AnalysedSentence, others: readonly AnalysedSentence[]): Excerpt {
  const { articleId, id, text } = sentence;
  const whole = { articleId, sentenceId: id, start: 0, end: text.length, text };
  if (text.length <= WHOLE || others.length === 0) return whole;
  const shared = new Set(others.flatMap(({ stems }) => stems.filter(Boolean)));
  const sharing = clausesOf(text).filter(({ start, end }) => {
    const inside = sentence.tokens.flatMap((token, at) =>
      token.start >= start && token.end <= end ? [sentence.stems[at] ?? ''] : [],
    );
    const content = inside.filter(Boolean);
    return content.filter((stem) => shared.has(stem)).length * 2 >= Math.max(2, content.length);
  });
  const start = sharing[0]?.start ?? 0;
  const end = sharing.at(-1)?.end ?? text.length;
  const words = sentence.tokens.filter((token) => token.start >= start && token.end <= end).length;
  // Half of a pair of marks would look like a mistake of ours.
  const cut = text.slice(start, end);
  const unpaired = (cut.match(/["“”«»()]/gu) ?? []).length % 2 === 1;
  if (sharing.length === 0 || words < FEWEST_WORDS || unpaired) return whole;
  return { ...whole, start, end, text: cut };
}

/**
 * What the articles report, and who reports it: facts of several accounts first, then those of one alone, both
 * in the order in which they are told. A fact is a group of aligned sentences, or a sentence no other reports.
 */
export function factsOf(
  analyses: readonly Analysis[],
  alignment: Alignment,
  accounts: readonly Account[],
  discrepancies: readonly Discrepancy[],
): readonly Fact[] {
  const placed = new Map<SentenceId, Placed>();
  analyses.forEach((analysis, article) => {
    const sentences = reportable(analysis);
    sentences.forEach((sentence, at) =>
      placed.set(sentence.id, { sentence, article, depth: at / Math.max(1, sentences.length - 1) }),
    );
  });
  const accountOf = new Map(accounts.flatMap((account) => account.articleIds.map((id) => [id, account.id])));
  const order = new Map(analyses.map(({ articleId }, index) => [articleId, index]));
  const disputes = disputesOf(discrepancies);
  const bySentence = new Map<SentenceId, Dispute[]>();
  for (const dispute of disputes) {
    for (const id of dispute.readingOf.keys()) bySentence.set(id, [...(bySentence.get(id) ?? []), dispute]);
  }

  const counterparts = new Map<SentenceId, Set<SentenceId>>();
  for (const { a, b } of alignment.pairs) {
    counterparts.set(a, (counterparts.get(a) ?? new Set()).add(b));
    counterparts.set(b, (counterparts.get(b) ?? new Set()).add(a));
  }

  const factOf = (ids: readonly SentenceId[]): { fact: Fact; depth: number } | null => {
    const members = ids.flatMap((id) => placed.get(id) ?? []);
    const briefest = members.reduce<Placed | undefined>(
      (best, each) => (!best || each.sentence.text.length < best.sentence.text.length ? each : best),
      undefined,
    );
    if (!briefest) return null;
    const own = briefest.sentence.id;
    const reports = new Map<ArticleId, Report>();
    const add = (articleId: ArticleId, sentenceId: SentenceId, differs: boolean) => {
      const known = reports.get(articleId);
      if (!known) reports.set(articleId, { articleId, sentenceId, differs });
      else if (differs && !known.differs) reports.set(articleId, { ...known, differs });
    };
    add(briefest.sentence.articleId, own, false);
    for (const { sentence } of members) add(sentence.articleId, sentence.id, false);
    // Who disputes the words that are shown reports the fact differently, if that sentence reports it at all.
    for (const dispute of bySentence.get(own) ?? []) {
      const reading = dispute.readingOf.get(own);
      for (const { articleId, sentenceId } of dispute.claims) {
        const speaks = ids.some((id) => id === sentenceId || counterparts.get(id)?.has(sentenceId));
        if (speaks && dispute.readingOf.get(sentenceId) !== reading) add(articleId, sentenceId, true);
      }
    }

    const inOrder = [...reports.values()].sort(
      (a, b) => (order.get(a.articleId) ?? 0) - (order.get(b.articleId) ?? 0),
    );
    return {
      fact: {
        excerpt: excerptOf(
          briefest.sentence,
          members.filter((each) => each !== briefest).map(({ sentence }) => sentence),
        ),
        reports: inOrder,
        independent: new Set(inOrder.map(({ articleId }) => accountOf.get(articleId) ?? articleId)).size,
      },
      depth: members.reduce((sum, { depth }) => sum + depth, 0) / members.length,
    };
  };

  const grouped = new Set(alignment.groups.flatMap(({ sentences }) => sentences));
  // A question reports nothing.
  const alone = [...placed]
    .filter(([id, { sentence }]) => !grouped.has(id) && !QUESTION.test(sentence.text))
    .map(([id]) => id);
  return [...alignment.groups.map(({ sentences }) => sentences), ...alone.map((id) => [id])]
    .flatMap((ids) => factOf(ids) ?? [])
    .sort((a, b) => {
      const several = Number(b.fact.independent > 1) - Number(a.fact.independent > 1);
      return several || a.depth - b.depth;
    })
    .map(({ fact }) => fact);
}

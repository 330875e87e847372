import type { Account, ArticleId, SentenceId } from '../../../api/index.ts';
import type { AnalysedSentence } from '../../language/analysis.ts';
import { mergeNames, type Entity, type NameIndex } from '../../language/name-variants.ts';
import type { NameMention } from '../../language/names.ts';
import type { Seen } from './find.ts';

/** What the finders of differences share: the sentences, how they are aligned, and what their words weigh. */
export interface Ground {
  readonly seen: Seen;
  /** Those that can make a claim: neither headings nor recaps nor preformatted text. */
  readonly sentences: readonly AnalysedSentence[];
  readonly byId: ReadonlyMap<SentenceId, AnalysedSentence>;
  /** Place of a sentence in the order of the articles and of their text. */
  place(id: SentenceId): number;
  /** 0 where two sentences are not aligned, else the score of their pair; those of one group count as aligned. */
  aligned(a: SentenceId, b: SentenceId): number;
  /** Inverse document frequency over the sentences: 0 for what stands in all of them. */
  weight(stem: string): number;
  entity(articleId: ArticleId, mention: NameMention): Entity | undefined;
  accountOf(articleId: ArticleId): Account | undefined;
}

/** Sentences of one group that are no pair themselves. */
const GROUPED = 0.3;

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

export function groundOf(seen: Seen): Ground {
  const all = seen.analyses.flatMap(({ sentences }) => sentences);
  const sentences = all.filter(({ position, type }) => position >= 0 && type !== 'preformatted');
  const places = new Map(all.map(({ id }, at) => [id, at]));
  const scores = new Map<string, number>();
  const groups = new Map<SentenceId, number>();
  for (const { a, b, score } of seen.alignment.pairs) scores.set(pairKey(a, b), score);
  seen.alignment.groups.forEach((group, at) => {
    for (const id of group.sentences) groups.set(id, at);
  });
  // Copies count once, so that an article given twice does not change what is rare.
  const distinct = new Map(sentences.map((sentence) => [sentence.text, sentence]));
  const frequency = new Map<string, number>();
  for (const { stems } of distinct.values()) {
    for (const stem of new Set(stems)) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const accounts = new Map(seen.accounts.flatMap((account) => account.articleIds.map((id) => [id, account])));
  let names: NameIndex | undefined;
  return {
    seen,
    sentences,
    byId: new Map(all.map((sentence) => [sentence.id, sentence])),
    place: (id) => places.get(id) ?? Number.MAX_SAFE_INTEGER,
    aligned(a, b) {
      const score = scores.get(pairKey(a, b));
      if (score !== undefined) return score;
      const group = groups.get(a);
      return group !== undefined && group === groups.get(b) ? GROUPED : 0;
    },
    weight: (stem) => Math.log((distinct.size + 1) / ((frequency.get(stem) ?? 0) + 0.5)),
    entity(articleId, mention) {
      names ??= mergeNames(seen.analyses);
      return names.entityOf(articleId, mention);
    },
    accountOf: (articleId) => accounts.get(articleId),
  };
}

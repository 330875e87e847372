import type { SentenceGroup, SentenceId } from '../../api/index.ts';
import type { PreparedArticle } from './prepare.ts';

/** What is known of sentences that report the same as others. */
export interface Tellings {
  /** Share of the other accounts that report the fact of a sentence too. */
  agreed(id: SentenceId): number;
  /** The other sentences of its group. */
  others(id: SentenceId): readonly SentenceId[];
}

export function tellings(
  articles: readonly PreparedArticle[],
  voices: readonly number[],
  groups: readonly SentenceGroup[],
): Tellings {
  const voiceOf = new Map<SentenceId, number>();
  articles.forEach(({ sentences }, article) => {
    for (const { sentence } of sentences) voiceOf.set(sentence.id, voices[article] ?? 0);
  });
  const further = new Set(voices).size - 1;
  const byId = new Map<SentenceId, { readonly sentences: readonly SentenceId[]; readonly agreed: number }>();
  for (const { sentences } of groups) {
    const telling = new Set(sentences.flatMap((id) => voiceOf.get(id) ?? [])).size;
    const agreed = further > 0 ? Math.max(0, telling - 1) / further : 0;
    for (const id of sentences) byId.set(id, { sentences, agreed });
  }
  return {
    agreed: (id) => byId.get(id)?.agreed ?? 0,
    others: (id) => byId.get(id)?.sentences.filter((other) => other !== id) ?? [],
  };
}

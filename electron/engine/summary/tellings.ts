import type { SentenceGroup, SentenceId } from '../../api/index.ts';
import type { PreparedArticle, PreparedSentence } from './prepare.ts';

/** The sentences that report one fact. */
interface Telling {
  readonly sentences: readonly SentenceId[];
  /** How many accounts they come from. */
  readonly voices: number;
  /** Of the one that reads best alone. */
  readonly least: number;
}

/** What is known of sentences that report the same as others. */
export interface Tellings {
  /** 0 where one account reports it, a half for two, two thirds for three: a second voice counts the most. */
  agreed(sentence: PreparedSentence): number;
  /** How much more a sentence leans on others than the one of its group that leans least. */
  leaning(sentence: PreparedSentence): number;
  others(id: SentenceId): readonly SentenceId[];
}

export function tellings(
  articles: readonly PreparedArticle[],
  voices: readonly number[],
  groups: readonly SentenceGroup[],
): Tellings {
  const known = new Map<SentenceId, { readonly voice: number; readonly sentence: PreparedSentence }>();
  articles.forEach(({ sentences }, article) => {
    for (const sentence of sentences) {
      known.set(sentence.sentence.id, { voice: voices[article] ?? 0, sentence });
    }
  });
  const byId = new Map<SentenceId, Telling>();
  for (const { sentences } of groups) {
    const members = sentences.flatMap((id) => known.get(id) ?? []);
    const fit = members.filter(({ sentence }) => sentence.statement);
    const telling: Telling = {
      sentences,
      voices: new Set(members.map(({ voice }) => voice)).size,
      least: Math.min(...fit.map(({ sentence }) => sentence.leaning)),
    };
    for (const id of sentences) byId.set(id, telling);
  }
  const of = ({ sentence }: PreparedSentence) => byId.get(sentence.id);
  return {
    agreed: (sentence) => 1 - 1 / (of(sentence)?.voices ?? 1),
    leaning: (sentence) => Math.max(0, sentence.leaning - (of(sentence)?.least ?? sentence.leaning)),
    others: (id) => byId.get(id)?.sentences.filter((other) => other !== id) ?? [],
  };
}

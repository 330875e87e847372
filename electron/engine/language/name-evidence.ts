import type { ArticleId } from '../../api/index.ts';
import type { Analysis, AnalysedSentence } from './analysis.ts';
import { explainedIn, type Explained } from './name-acronyms.ts';
import { LOCATIVES } from './names-words.ts';
import type { NameKind, NameMention } from './names.ts';

/** A name as an article writes it, with how often it does so in the same sense. */
export interface NameUse {
  readonly text: string;
  readonly kind: NameKind;
  readonly certain: boolean;
  /** Whether a preposition of place stands before it. */
  readonly located: boolean;
  readonly count: number;
}

/** All that telling whom articles name needs of one of them. */
export interface NameEvidence {
  readonly articleId: ArticleId;
  /** Each use once, in the order of the text. */
  readonly uses: readonly NameUse[];
  readonly explained: readonly Explained[];
}

function isLocated(sentence: AnalysedSentence, mention: NameMention): boolean {
  // By halves: a sentence may be a list of thousands of names.
  let low = 0;
  let high = sentence.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentence.tokens[middle]?.start ?? 0) < mention.start) low = middle + 1;
    else high = middle;
  }
  const before = low < sentence.tokens.length ? sentence.tokens[low - 1] : undefined;
  return before !== undefined && LOCATIVES.has(before.text.toLowerCase());
}

export function nameEvidence({ articleId, sentences }: Analysis): NameEvidence {
  const uses = new Map<string, { -readonly [Key in keyof NameUse]: NameUse[Key] }>();
  for (const sentence of sentences) {
    for (const mention of sentence.names) {
      const { text, kind, certain } = mention;
      const located = isLocated(sentence, mention);
      const key = `${kind} ${certain ? 1 : 0}${located ? 1 : 0} ${text}`;
      const use = uses.get(key);
      if (use) use.count++;
      else uses.set(key, { text, kind, certain, located, count: 1 });
    }
  }
  return { articleId, uses: [...uses.values()], explained: explainedIn(sentences) };
}

import type { Token } from './tokens.ts';

export type NameKind = 'person' | 'place' | 'organisation' | 'other';

/** A proper name where it stands in a sentence. */
export interface NameMention {
  readonly text: string;
  /** UTF-16 offsets in the sentence, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
}

/** Runs of capitalised words, the first word of a sentence left out. */
export function findNames(text: string, tokens: readonly Token[]): NameMention[] {
  const mentions: NameMention[] = [];
  let run: Token[] = [];
  const flush = () => {
    const first = run[0];
    const last = run.at(-1);
    if (first && last && first.start > 0) {
      mentions.push({
        text: text.slice(first.start, last.end),
        start: first.start,
        end: last.end,
        kind: 'other',
      });
    }
    run = [];
  };
  for (const token of tokens) {
    const previous = run.at(-1);
    if (previous && !/^\s+$/.test(text.slice(previous.end, token.start))) flush();
    if (/^\p{Lu}/u.test(token.text)) run.push(token);
    else flush();
  }
  flush();
  return mentions;
}

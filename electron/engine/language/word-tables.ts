import tables from './word-tables.json' with { type: 'json' };
import { stem } from './stems.ts';

export type WordClass = 'verb' | 'adjective' | 'adverb' | 'other' | 'mixed';

interface StemEntry {
  readonly share: number;
  readonly common: boolean;
}

// Read on first use: not every command needs them.
let stems: Map<string, StemEntry> | undefined;
let classes: Map<string, WordClass> | undefined;

function stemEntry(key: string): StemEntry | undefined {
  if (!stems) {
    stems = new Map();
    for (const [level, [common, capital]] of Object.entries(tables.stems)) {
      const share = 2 ** (Number(level) / 8);
      for (const each of common?.split(' ') ?? []) stems.set(each, { share, common: true });
      for (const each of capital?.split(' ') ?? []) stems.set(each, { share, common: false });
    }
  }
  return stems.get(key);
}

/** Share of English news articles that have a stem (0 to 1), undefined for rare ones (below 0.4 per cent). */
export function documentShare(stemmed: string): number | undefined {
  return stemEntry(stemmed)?.share;
}

/** Whether an English word is one that news mostly write small, other than as the name of something. */
export function isCommonWord(lowerCase: string): boolean {
  return stemEntry(stem(lowerCase))?.common ?? false;
}

/**
 * The part of speech that a lower-case English word mostly is in news. `mixed`: at times a noun, at times
 * something else. Undefined for what is mostly a noun and for rare words.
 */
export function wordClass(lowerCase: string): WordClass | undefined {
  if (!classes) {
    classes = new Map();
    for (const [name, words] of Object.entries(tables.classes)) {
      for (const word of words.split(' ')) classes.set(word, name as WordClass);
    }
  }
  return classes.get(lowerCase);
}

import type { Casing } from './names-casing.ts';
import { parseRun } from './names-parse.ts';
import { findRuns } from './names-runs.ts';
import type { Token } from './tokens.ts';

export type NameKind = 'person' | 'place' | 'organisation' | 'other';

/** A proper name where it stands in a sentence, without possessive, title or office. */
export interface NameMention {
  readonly text: string;
  /** UTF-16 offsets in the sentence, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  /** Whether the kind is known (a list, a title, the form of the name) rather than guessed from context. */
  readonly certain: boolean;
  /** What stands before a person's name as published: "President", "German Chancellor", "Mr.". */
  readonly title?: string;
}

export interface NameContext {
  /** BCP 47 primary language subtag. */
  readonly language: string;
  /** How the article writes its words: tells names from words that only open a sentence. */
  readonly casing: Casing;
}

const NO_CONTEXT: NameContext = { language: 'en', casing: new Map() };

/**
 * Proper names by capital letters, compact lists and rules of English news; no statistical model, so that it
 * costs microseconds and nothing at start. Names in other languages are found by their capitals alone.
 */
export function findNames(
  text: string,
  tokens: readonly Token[],
  context: NameContext = NO_CONTEXT,
): NameMention[] {
  return findRuns(text, tokens, context).flatMap((run) => parseRun(run, text));
}

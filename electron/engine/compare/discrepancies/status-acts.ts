import type { Span } from '../../../api/index.ts';
import type { AnalysedSentence } from '../../language/analysis.ts';
import { normalise } from '../../language/stems.ts';
import {
  actOf,
  isActNoun,
  isCondition,
  isDeferral,
  isFormal,
  isMade,
  isPast,
  stageOf,
  type Stage,
} from './status-words.ts';

/** An act as one sentence tells it. */
export interface Told {
  readonly sentence: AnalysedSentence;
  readonly act: number;
  readonly stage: Stage;
  /** From the word that says how far it has come to the act, or the other way round. */
  readonly span: Span;
  /** Stems of whom and what the act is about. */
  readonly about: ReadonlySet<string>;
  /** Stems of the name before it, if it is not among those: who acts may stand far before. */
  readonly subject: ReadonlySet<string>;
}

/** Words before an act in which its stage may be said, and after a noun in "a strike is being weighed". */
const REACH = 6;
/** Content words before an act that say who or what it is about, within so many words, and words after it. */
const BEFORE = 5;
const FARTHEST = 12;
const AFTER = 8;
/** How far after an act a condition may follow. */
const CONDITION = 16;

/** What a verb does not follow: "the pay freeze", "his attack". */
const DETERMINER = /^(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|no|any|of)$/;

const cache = new WeakMap<AnalysedSentence, readonly Told[]>();

/** The acts of a sentence and how far each has come, in the order of its text. */
export function toldIn(sentence: AnalysedSentence): readonly Told[] {
  const known = cache.get(sentence);
  if (known) return known;
  const found = readActs(sentence);
  cache.set(sentence, found);
  return found;
}

interface Words {
  readonly lower: readonly string[];
  /** Whether a mark stands before the word. */
  readonly breaks: (index: number) => boolean;
}

interface Said {
  readonly stage: Stage;
  readonly at: number;
}

/** "might abandon", "has yet to make an endorsement". */
function saidBefore({ lower, breaks }: Words, act: number): Said | null {
  let said: Said | null = null;
  for (let i = act - 1; i >= Math.max(0, act - REACH); i--) {
    if (breaks(i + 1)) break;
    const found = stageOf(lower[i] ?? '');
    // Of "has not yet", "will not" and "might have" the first word that decides counts.
    if (found && (!said || found === 'not' || (said.stage === 'meant' && found !== 'meant'))) {
      said = { stage: found, at: i };
    }
    const word = lower[i] ?? '';
    const other = actOf(word) !== undefined && !isThing(word, lower[i - 1] ?? '');
    if (found === 'not' || other) break;
  }
  return said;
}

/** "a strike is being weighed". */
function saidAfter({ lower, breaks }: Words, last: number): Said | null {
  let passive = false;
  for (let i = last + 1; i <= Math.min(lower.length - 1, last + REACH + 1); i++) {
    if (breaks(i)) break;
    const word = lower[i] ?? '';
    if (/^(?:is|are|was|were|be|been|being)$/.test(word)) passive = true;
    const stage = stageOf(word);
    if (passive && stage) return { stage, at: i };
  }
  return null;
}

/** "called a 48-hour strike", "a formal withdrawal". */
function madeBefore({ lower, breaks }: Words, act: number): Said | null {
  if (isFormal(lower[act - 1] ?? '')) return { stage: 'done', at: act - 1 };
  for (let i = act - 1; i >= Math.max(0, act - REACH); i--) {
    if (breaks(i + 1)) break;
    if (isMade(lower[i] ?? '')) return { stage: 'meant', at: i };
  }
  return null;
}

/** Whether a word that may be a verb is a noun where it stands. */
function isThing(word: string, previous: string): boolean {
  return DETERMINER.test(previous) && !isActNoun(word) && !isPast(word);
}

function isTold(word: string, previous: string): boolean {
  if (previous === 'to' || previous === 'be') return false;
  return isPast(word) || (/ing$/.test(word) && /^(?:is|are|was|were|now|still|been)$/.test(previous));
}

function readActs(sentence: AnalysedSentence): Told[] {
  const { text, tokens, stems, names } = sentence;
  const lower = tokens.map((token) => normalise(token.text));
  const breaks = (index: number) =>
    /[,;:()—–"“”]|\s-\s/.test(text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? 0));
  const words = { lower, breaks };
  return tokens.flatMap((_, at): Told[] => {
    const two = `${lower[at] ?? ''}-${lower[at + 1] ?? ''}`;
    const joined = actOf(two) !== undefined;
    const word = joined ? two : (lower[at] ?? '');
    const act = actOf(word);
    if (act === undefined || isThing(word, lower[at - 1] ?? '')) return [];
    const last = joined ? at + 1 : at;
    let said = saidBefore(words, at);
    if (!said && isActNoun(word)) said = saidAfter(words, last) ?? madeBefore(words, at);
    else if (!said && isTold(word, lower[at - 1] ?? ''))
      said = { stage: isDeferral(word) ? 'deferred' : 'done', at };
    if (!said) return [];
    const conditional =
      said.stage === 'not' &&
      lower.slice(last + 1, last + CONDITION).some((_, i) => isCondition(lower, last + 1 + i));
    const about = new Set<string>();
    for (let i = last + 1; i < tokens.length && i <= Math.max(last, said.at) + AFTER; i++) {
      if (/[;:()—–]/.test(text.slice(tokens[i - 1]?.end, tokens[i]?.start))) break;
      if (stems[i]) about.add(stems[i] ?? '');
    }
    const from = Math.min(at, said.at);
    for (let i = from - 1, n = 0; i >= 0 && n < BEFORE && i >= from - FARTHEST; i--) {
      if (!stems[i]) continue;
      about.add(stems[i] ?? '');
      n++;
    }
    const [first, end] = [tokens[from], tokens[Math.max(last, said.at)]];
    if (!first || !end) return [];
    const name = names.findLast((name) => name.end <= first.start);
    const subject = new Set<string>();
    tokens.forEach((token, i) => {
      const stem = stems[i] ?? '';
      if (name && token.start >= name.start && token.end <= name.end && stem && !about.has(stem))
        subject.add(stem);
    });
    const span = { start: first.start, end: end.end };
    return [{ sentence, act, stage: conditional ? 'conditional' : said.stage, span, about, subject }];
  });
}

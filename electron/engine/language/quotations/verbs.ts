import { wordClass } from '../word-tables.ts';
import { ADVERBS, BE, cueOf, DETERMINERS, HELPERS, PREPOSITIONS, type Cue } from './cues.ts';
import type { Item } from './items.ts';
import { lowerAt, markAt } from './phrases.ts';

/** A word that attributes words to somebody, where it stands in a unit. */
export interface Attribution {
  readonly at: number;
  /** Last item of it: "according to" has two. */
  readonly to: number;
  readonly kind: Cue['kind'] | 'source';
  readonly form: Cue['form'];
  /** Its subject does not speak: "was described". */
  readonly passive: boolean;
}

/** The most items of a sentence that are looked at on one side of a place. */
export const LONGEST_SENTENCE = 180;

export function isAdverb(lower: string): boolean {
  return ADVERBS.has(lower) || /[a-z]{3}ly$/.test(lower) || wordClass(lower) === 'adverb';
}

/** Where the sentence that holds `at` begins: behind the last end of a sentence, or a semicolon. */
export function sentenceStart(items: readonly Item[], at: number): number {
  const far = Math.max(0, at - LONGEST_SENTENCE);
  for (let i = at - 1; i >= far; i--) {
    if (/^[|;]$/.test(markAt(items, i))) return i + 1;
  }
  return far;
}

export function sentenceEnd(items: readonly Item[], at: number): number {
  const far = Math.min(items.length, at + LONGEST_SENTENCE);
  for (let i = at + 1; i < far; i++) {
    if (/^[|;]$/.test(markAt(items, i))) return i;
  }
  return far;
}

/** Index of the last item before `at` that is neither adverb nor auxiliary verb. */
export function skipBack(items: readonly Item[], at: number): number {
  let i = at;
  while (i >= 0) {
    const lower = lowerAt(items, i);
    if (!lower || !(isAdverb(lower) || HELPERS.has(lower) || BE.has(lower))) break;
    i--;
  }
  return i;
}

function isPassive(items: readonly Item[], at: number): boolean {
  let i = at - 1;
  while (i > at - 4 && isAdverb(lowerAt(items, i))) i--;
  return BE.has(lowerAt(items, i));
}

const PLURAL = /[^s]s$|people$|police$|men$|^(they|we|i|you|who|to|and|critics)$/;
const GERUND_MARKERS = /^(by|after|before|while|when|in|without|as|and|but|then|of|for|with|like)$/;

function isVerb(items: readonly Item[], at: number, { form }: Cue): boolean {
  const previous = items[at - 1];
  const before = lowerAt(items, at - 1);
  if (previous?.type === 'name' && previous.possessive) return false;
  if (DETERMINERS.has(before))
    return form === 'present' && /^(another|one|some|many|few|most|both|all)$/.test(before);
  if (form === 'ing') {
    return wordClass(before) !== 'adjective' && (!PREPOSITIONS.has(before) || GERUND_MARKERS.test(before));
  }
  // "When asked", "as expected", "if told".
  if (form === 'past')
    return (
      !/^(when|if|as|once|than|though|although)$/.test(before) &&
      (!PREPOSITIONS.has(before) || before === 'to')
    );
  if (PREPOSITIONS.has(before) && before !== 'to') return false;
  if (form === 'present') {
    return lowerAt(items, at) === 'says' || (wordClass(before) !== 'adjective' && !before.endsWith('ing'));
  }
  return (
    PLURAL.test(before) || HELPERS.has(before) || previous?.type === 'name' || (isAdverb(before) && at > 1)
  );
}

const BACK = /^(shot|shoots|fired|fires|hit|hits|snapped|struck|clapped|shouted)$/;

function attributionAt(items: readonly Item[], at: number): Attribution | null {
  const lower = lowerAt(items, at);
  if (lower === 'according' && lowerAt(items, at + 1) === 'to') {
    return { at, to: at + 1, kind: 'source', form: 'past', passive: false };
  }
  if (BACK.test(lower) && lowerAt(items, at + 1) === 'back') {
    return { at, to: at + 1, kind: 'speech', form: 'past', passive: false };
  }
  const cue = lower ? cueOf(lower) : null;
  if (!cue || !isVerb(items, at, cue)) return null;
  // "A deal announced by the president".
  if (cue.form === 'past' && lowerAt(items, at + 1) === 'by' && !isPassive(items, at)) return null;
  return { at, to: at, kind: cue.kind, form: cue.form, passive: cue.form === 'past' && isPassive(items, at) };
}

/** Every attribution of a unit, in order. */
export function attributionsIn(items: readonly Item[]): Attribution[] {
  return items.flatMap((_, at) => attributionAt(items, at) ?? []);
}

/** The last finite verb of speech before `at` in its sentence; null where there is none. */
export function finiteBefore(items: readonly Item[], at: number, speech = false): Attribution | null {
  const start = sentenceStart(items, at);
  for (let i = at - 1; i >= start; i--) {
    const attribution = attributionAt(items, i);
    if (attribution && attribution.form !== 'ing' && attribution.kind !== 'source') {
      if (!speech || (attribution.kind === 'speech' && attribution.form !== 'base')) return attribution;
    }
  }
  return null;
}

import { wordClass } from '../word-tables.ts';
import {
  ADVERBS,
  BE,
  cueOf,
  DETERMINERS,
  HELPERS,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
  TIMES,
} from './cues.ts';
import type { Cue } from './cues.ts';
import type { Item } from './items.ts';
import {
  isObject,
  lowerAt,
  markAt,
  phraseEnding,
  phraseStarting,
  PRONOUNS,
  type Reference,
} from './phrases.ts';

/** A word that attributes words to somebody, where it stands. */
export interface Attribution {
  readonly at: number;
  /** Last item of it: "according to" has two. */
  readonly to: number;
  readonly kind: Cue['kind'] | 'source';
  readonly form: Cue['form'];
  /** Nobody is the subject: "was described". */
  readonly passive: boolean;
}

/** How far a subject may stand from its verb, in items. */
const REACH = 45;

function isAdverb(lower: string): boolean {
  return ADVERBS.has(lower) || (lower.endsWith('ly') && lower.length > 4) || wordClass(lower) === 'adverb';
}

/** Index of the last item before `at` that is neither adverb nor auxiliary verb. */
function skipBack(items: readonly Item[], at: number): number {
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
  return BE.has(lowerAt(items, i)) || lowerAt(items, i) === 'being' || lowerAt(items, i) === 'been';
}

const PLURAL = /[^s]s$|people$|police$|men$|^(they|we|i|you|who|to|and|critics)$/;
const GERUND_MARKERS = /^(by|after|before|while|when|in|without|as|and|but|then|of|for)$/;

function isVerb(items: readonly Item[], at: number, { form }: Cue): boolean {
  const previous = items[at - 1];
  const before = lowerAt(items, at - 1);
  if (previous?.type === 'name' && previous.possessive) return false;
  if (form === 'ing') {
    return (
      !DETERMINERS.has(before) &&
      wordClass(before) !== 'adjective' &&
      (!PREPOSITIONS.has(before) || GERUND_MARKERS.test(before))
    );
  }
  if (DETERMINERS.has(before)) return false;
  if (form === 'past') {
    // "When asked", "as expected", "if told".
    return (
      !/^(when|if|as|once|than|though|of|a|an|the)$/.test(before) &&
      !(PREPOSITIONS.has(before) && before !== 'to')
    );
  }
  if (PREPOSITIONS.has(before) && before !== 'to') return false;
  if (form === 'present') return wordClass(before) !== 'adjective' || lowerAt(items, at) === 'says';
  return (
    PLURAL.test(before) || HELPERS.has(before) || previous?.type === 'name' || (isAdverb(before) && at > 1)
  );
}

/** Every attribution of a unit, in order. */
export function attributionsIn(items: readonly Item[]): Attribution[] {
  const found: Attribution[] = [];
  items.forEach((item, at) => {
    if (item.type !== 'word') return;
    if (item.lower === 'according' && lowerAt(items, at + 1) === 'to') {
      found.push({ at, to: at + 1, kind: 'source', form: 'past', passive: false });
      return;
    }
    const cue = cueOf(item.lower);
    if (!cue || !isVerb(items, at, cue)) return;
    const passive = cue.form === 'past' && isPassive(items, at);
    found.push({ at, to: at, kind: cue.kind, form: cue.form, passive });
  });
  return found;
}

/** The first noun phrase that can be a subject between two places, an introduction left out. */
export function mainSubject(items: readonly Item[], from: number, to: number): Reference | null {
  let i = from;
  const first = lowerAt(items, from);
  const introduces =
    PREPOSITIONS.has(first) ||
    (SUBORDINATORS.has(first) && !/^(and|but)$/.test(first)) ||
    cueOf(first)?.form === 'ing' ||
    /ing$|ed$/.test(first);
  if (introduces) {
    for (let j = i; j < to && j < from + REACH; j++) {
      if (markAt(items, j) === ',' || markAt(items, j) === ':') {
        i = j + 1;
        break;
      }
    }
  }
  for (; i < to && i < from + REACH; i++) {
    const item = items[i];
    if (!item || item.type === 'mark' || item.type === 'quote') continue;
    if (item.type === 'word' && PRONOUNS.has(item.lower))
      return { type: 'pronoun', lower: item.lower, from: i, to: i };
    const starts =
      item.type === 'name' ||
      DETERMINERS.has(lowerAt(items, i)) ||
      (item.type === 'word' &&
        !isAdverb(item.lower) &&
        !SUBORDINATORS.has(item.lower) &&
        !PREPOSITIONS.has(item.lower));
    if (!starts) continue;
    const phrase = phraseStarting(items, i);
    if (phrase && !isObject(items, phrase)) return phrase;
    if (phrase) i = phrase.to;
  }
  return null;
}

/** Where the clause that holds `at` begins: behind the last end of a sentence, or a semicolon. */
export function sentenceStart(items: readonly Item[], at: number): number {
  for (let i = at - 1; i >= 0 && i > at - 4 * REACH; i--) {
    if (/^[|;]$/.test(markAt(items, i))) return i + 1;
  }
  return Math.max(0, at - 4 * REACH);
}

/** The subject across a parenthesis that ends right before the verb: "Trump, who called on Monday, commented". */
function acrossParenthesis(items: readonly Item[], comma: number): Reference | null {
  const kind = markAt(items, comma);
  const opening = kind === ')' ? '(' : kind;
  const start = sentenceStart(items, comma);
  for (let i = comma - 1, tries = 0; i >= start && tries < 3 && i > comma - REACH; i--) {
    if (markAt(items, i) !== opening) continue;
    tries++;
    const head = headOf(items, i - 1);
    const inner = items[comma - 1];
    const apposed = phraseStarting(items, i + 1);
    if (
      head?.type === 'role' &&
      inner?.type === 'name' &&
      apposed?.type === 'name' &&
      apposed.to === comma - 1
    )
      return apposed;
    if (head && !RELATIVES.has(lowerAt(items, i - 1))) return head;
  }
  return mainSubject(items, start, comma);
}

/** The noun phrase that ends at `to`, or the one that it hangs on: "a spokesman" of "a spokesman for Mueller". */
function headOf(items: readonly Item[], to: number): Reference | null {
  let end = to;
  for (let tries = 0; tries < 4; tries++) {
    while (TIMES.has(lowerAt(items, end))) end--;
    const phrase = phraseEnding(items, end);
    if (!phrase) {
      const before = lowerAt(items, end);
      if (PREPOSITIONS.has(before) || /^\d/.test(before)) {
        end--;
        continue;
      }
      return null;
    }
    if (!isObject(items, phrase)) return phrase;
    const outer = headOf(items, phrase.from - 2);
    if (outer?.type === 'role' && outer.to === phrase.from - 2) return { ...outer, to };
    return outer ?? null;
  }
  return null;
}

function previousFinite(items: readonly Item[], at: number): number {
  const start = sentenceStart(items, at);
  for (let i = at - 1; i >= start; i--) {
    const item = items[i];
    if (item?.type !== 'word') continue;
    const cue = cueOf(item.lower);
    if (cue && (cue.form === 'past' || cue.form === 'present') && isVerb(items, i, cue)) return i;
  }
  return -1;
}

/** Who does what the verb at `at` says; null where nobody is found. */
export function subjectOf(items: readonly Item[], attribution: Attribution, depth = 0): Reference | null {
  const { at, form, kind, passive } = attribution;
  if (kind === 'source') return phraseStarting(items, at + 2);
  const start = sentenceStart(items, at);
  const quotes = /^quote[ds]?$|^quoting$/.test(lowerAt(items, at));
  if (passive && !quotes) {
    for (let i = at + 1; i < at + 8 && items[i] && items[i]?.type !== 'quote'; i++) {
      if (lowerAt(items, i) === 'by') return phraseStarting(items, i + 1);
    }
    return null;
  }
  if (quotes && !passive) return phraseStarting(items, at + 1);
  const k = skipBack(items, at - 1);
  const before = lowerAt(items, k);
  const mark = markAt(items, k);
  if (form === 'ing') {
    if (before === 'as' && depth < 3) {
      const quoted = previousFinite(items, k);
      if (quoted >= 0)
        return subjectOf(
          items,
          { at: quoted, to: quoted, kind: 'speech', form: 'past', passive: isPassive(items, quoted) },
          depth + 1,
        );
    }
    const beside = mark || PREPOSITIONS.has(before) || SUBORDINATORS.has(before) ? null : headOf(items, k);
    if (beside && k < at) return beside;
    if (k < start) return mainSubject(items, start, items.length);
    const finite = previousFinite(items, at);
    if (finite >= 0 && depth < 3) {
      const subject = subjectOf(
        items,
        { at: finite, to: finite, kind: 'speech', form: 'past', passive: false },
        depth + 1,
      );
      if (subject) return subject;
    }
    return mainSubject(items, start, at) ?? mainSubject(items, start, items.length);
  }
  if (k < start) return null;
  if (mark === ',' || mark === ')' || /^(—|–|-|--)$/.test(mark)) return acrossParenthesis(items, k);
  if (RELATIVES.has(before) || before === 'that') {
    const comma = markAt(items, k - 1) ? 1 : 0;
    const antecedent = headOf(items, k - 1 - comma);
    if (antecedent || before !== 'that') return antecedent;
  }
  if (/^(and|but|or|then|to)$/.test(before) && depth < 3) {
    const finite = previousFinite(items, k);
    if (finite >= 0) {
      const subject = subjectOf(
        items,
        { at: finite, to: finite, kind: 'speech', form: 'past', passive: isPassive(items, finite) },
        depth + 1,
      );
      if (subject) return subject;
    }
    return mainSubject(items, start, k);
  }
  return headOf(items, k) ?? (mark ? null : mainSubject(items, start, k));
}

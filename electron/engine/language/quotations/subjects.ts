import { cueOf, DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS, TIMES } from './cues.ts';
import { isUtterance } from './heads.ts';
import type { Item } from './items.ts';
import {
  isObject,
  isPlainVerb,
  lowerAt,
  markAt,
  phraseEnding,
  phraseStarting,
  PRONOUNS,
  type Reference,
} from './phrases.ts';
import { finiteBefore, isAdverb, sentenceStart, skipBack, type Attribution } from './verbs.ts';

/** How far a subject may stand from its verb, in items. */
const REACH = 45;
/** How many verbs may share one subject: "said and added and warned". */
const DEEPEST = 3;

const isConjunction = (lower: string) => /^(and|but|or|yet)$/.test(lower);

/** Whether a sentence opens with a phrase or clause that its subject follows: "Speaking on Monday,". */
function hasIntroduction(lower: string): boolean {
  return (
    PREPOSITIONS.has(lower) ||
    (SUBORDINATORS.has(lower) && !isConjunction(lower)) ||
    cueOf(lower)?.form === 'ing' ||
    /[a-z]{2}(ing|ed)$/.test(lower)
  );
}

/** Where the main clause begins of a sentence that begins at `from`. */
export function behindIntroduction(items: readonly Item[], from: number, to: number): number {
  if (!hasIntroduction(lowerAt(items, from))) return from;
  for (let i = from; i < to && i < from + REACH; i++) {
    const item = items[i];
    if (item?.type !== 'word' && item?.type !== 'name' && /^[,:]$/.test(item?.text ?? '')) return i + 1;
  }
  return from;
}

/** The first noun phrase between two places that can be a subject, an introduction left out. */
export function mainSubject(items: readonly Item[], from: number, to: number): Reference | null {
  let i = from;
  const end = Math.min(to, from + REACH);
  while (i < end && (isConjunction(lowerAt(items, i)) || isAdverb(lowerAt(items, i)))) i++;
  i = behindIntroduction(items, i, end);
  for (; i < end; i++) {
    const item = items[i];
    if (!item || item.type === 'mark' || item.type === 'quote') continue;
    const lower = lowerAt(items, i);
    if (lower && !DETERMINERS.has(lower) && !PRONOUNS.has(lower)) {
      if (isAdverb(lower) || SUBORDINATORS.has(lower) || PREPOSITIONS.has(lower)) continue;
      if (TIMES.has(lower) || TIMES.has(lowerAt(items, i + 1))) continue;
    }
    const phrase = phraseStarting(items, i);
    if (!phrase) continue;
    if (!isObject(items, phrase)) return phrase;
    i = Math.max(i, phrase.to);
  }
  return null;
}

/** The noun phrase right before a comma that is nobody's object. */
function phraseBefore(items: readonly Item[], comma: number): Reference | null {
  const phrase = phraseEnding(items, comma - 1);
  return phrase && !isObject(items, phrase) ? phrase : null;
}

/** The noun phrase that ends at `to`, or the one that it hangs on: "a spokesman" of "a spokesman for Mueller". */
function headOf(items: readonly Item[], to: number): Reference | null {
  let end = to;
  for (let tries = 0; tries < 4; tries++) {
    while (TIMES.has(lowerAt(items, end)) || (end < to && isAdverb(lowerAt(items, end)))) end--;
    const phrase = phraseEnding(items, end);
    if (!phrase) {
      const before = lowerAt(items, end);
      if (tries > 0 && markAt(items, end) === ',') return acrossParenthesis(items, end);
      if (!PREPOSITIONS.has(before) && !/^\d/.test(before)) return null;
      end--;
      continue;
    }
    const before = lowerAt(items, phrase.from - 1);
    // "After Dan Cathy said": no preposition.
    const joins = end === to && /^(after|before|as|since|until|than|like)$/.test(before);
    if (joins || (before !== 'of' && !isObject(items, phrase))) return phrase;
    let behind = phrase.from - 2;
    while (isAdverb(lowerAt(items, behind))) behind--;
    const parted = markAt(items, behind) === ',';
    const outer = parted
      ? (phraseBefore(items, behind) ?? acrossParenthesis(items, behind))
      : headOf(items, behind);
    if (outer?.type === 'role' && outer.to === phrase.from - 2) return { ...outer, to };
    return outer;
  }
  return null;
}

/** The name before a role in apposition to it: "Brad Parscale, manager of the campaign". */
function described(items: readonly Item[], head: Reference): Reference {
  const name = items[head.from - 2];
  if (head.type !== 'role' || markAt(items, head.from - 1) !== ',' || name?.type !== 'name' || !name.person)
    return head;
  return { type: 'name', mention: name.mention, from: head.from - 2, to: head.from - 2 };
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
    const apposed = phraseStarting(items, i + 1);
    const inner = items[comma - 1];
    const named =
      inner?.type === 'name' && inner.person && apposed?.type === 'name' && apposed.to === comma - 1;
    if (head?.type === 'role' && named) return apposed;
    if (head) return described(items, head);
  }
  return mainSubject(items, start, comma);
}

/** The noun phrase right before a form in -ing that does it: "with Dmitry Peskov calling", but not "a letter saying". */
function besideIng(items: readonly Item[], to: number): Reference | null {
  const lower = lowerAt(items, to);
  if (markAt(items, to) || PREPOSITIONS.has(lower) || SUBORDINATORS.has(lower)) return null;
  const phrase = phraseEnding(items, to);
  if (phrase && lowerAt(items, phrase.from - 1) === 'with') return phrase;
  const head = headOf(items, to);
  if (!head || head.type === 'pronoun' || head.from === 0) return head;
  if (head.type === 'role' && isUtterance(head.head)) return null;
  const verb = lowerAt(items, head.from - 1);
  return isPlainVerb(verb) || /^(sent|made|gave|put|held|ran|took|left)$/.test(verb) ? null : head;
}

function subjectOfIng(items: readonly Item[], at: number, depth: number): Reference | null {
  const start = sentenceStart(items, at);
  const k = skipBack(items, at - 1);
  const finite = finiteBefore(items, at, true);
  // "Ali Akbar Salehi was quoted as saying".
  if (lowerAt(items, k) === 'as' && finite && depth < DEEPEST) return subjectOf(items, finite, depth + 1);
  if (k < start) return mainSubject(items, start, items.length);
  const beside = besideIng(items, k);
  if (beside) return beside;
  const shared = finite && !finite.passive && depth < DEEPEST ? subjectOf(items, finite, depth + 1) : null;
  return shared ?? mainSubject(items, start, at) ?? mainSubject(items, start, items.length);
}

/** Who does what a verb of speech says; null where nobody is found. */
export function subjectOf(items: readonly Item[], attribution: Attribution, depth = 0): Reference | null {
  const { at, form, kind, passive } = attribution;
  if (kind === 'source') return phraseStarting(items, at + 2);
  const start = sentenceStart(items, at);
  const quotes = /^quote[ds]?$|^quoting$|^cite[ds]?$|^citing$/.test(lowerAt(items, at));
  if (quotes && !passive) return phraseStarting(items, at + 1);
  if (passive && !quotes) {
    for (let i = at + 1; i < at + 8 && items[i] && items[i]?.type !== 'quote'; i++) {
      if (lowerAt(items, i) === 'by') return phraseStarting(items, i + 1);
    }
    return null;
  }
  if (form === 'ing') return subjectOfIng(items, at, depth);
  const k = skipBack(items, at - 1);
  if (k < start) return null;
  const before = lowerAt(items, k);
  const mark = markAt(items, k);
  if (/^([,)—–-]|--)$/.test(mark)) return acrossParenthesis(items, k);
  if (RELATIVES.has(before) || before === 'that') {
    const antecedent = headOf(items, k - 1 - (markAt(items, k - 1) ? 1 : 0));
    if (antecedent || before !== 'that') return antecedent;
  }
  if (isConjunction(before) || /^(then|to)$/.test(before)) {
    const finite = finiteBefore(items, k);
    const shared = finite && !finite.passive && depth < DEEPEST ? subjectOf(items, finite, depth + 1) : null;
    return shared ?? mainSubject(items, start, k);
  }
  return headOf(items, k) ?? (mark ? null : mainSubject(items, start, k));
}

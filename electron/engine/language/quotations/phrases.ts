import { ROLES, TITLE_MODIFIERS, TITLES } from '../names-words.ts';
import { isDemonym } from '../names-places.ts';
import type { NameMention } from '../names.ts';
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
import { genderOfWord } from './gender.ts';
import type { Item } from './items.ts';

export type Role = Extract<Reference, { type: 'role' }>;

/** Who is named in a place of a unit, not yet who that is. */
export type Reference =
  | { readonly type: 'name'; readonly mention: NameMention; readonly from: number; readonly to: number }
  | { readonly type: 'pronoun'; readonly lower: string; readonly from: number; readonly to: number }
  | {
      readonly type: 'role';
      /** Lower case, the determiner left out. */
      readonly words: readonly string[];
      readonly head: string;
      readonly definite: boolean;
      /** Whose it is: "Mr. Braley's apology". */
      readonly possessor: NameMention | null;
      readonly from: number;
      readonly to: number;
    };

export const PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'they',
  'it',
  'i',
  'we',
  "he's",
  "she's",
  'someone',
  'somebody',
  'everyone',
  'others',
  'many',
  'some',
]);
const DEFINITE = /^(the|this|that|these|those|his|her|their|its)$/;
const LONGEST = 9;

const isWord = (item: Item | undefined): item is Extract<Item, { type: 'word' }> => item?.type === 'word';
export const lowerAt = (items: readonly Item[], at: number): string => {
  const item = items[at];
  return isWord(item) ? item.lower : '';
};
export const markAt = (items: readonly Item[], at: number): string => {
  const item = items[at];
  return item?.type === 'mark' ? item.text : '';
};

function isOffice(word: string): boolean {
  return TITLES.has(word) || ROLES.has(word) || TITLE_MODIFIERS.has(word) || genderOfWord(word) !== undefined;
}

/** Whether a word ends a noun phrase read from its start, or begins what stands before one read from its end. */
function bounds(lower: string): boolean {
  return (
    (PREPOSITIONS.has(lower) && lower !== 'of') ||
    SUBORDINATORS.has(lower) ||
    RELATIVES.has(lower) ||
    BE.has(lower) ||
    HELPERS.has(lower) ||
    PRONOUNS.has(lower)
  );
}

/** Forms of verbs that are as often nouns. */
const NOUNS =
  /^(reports|claims|states|views|terms|attacks|bills|plans|comments|notes|posts|appeals|questions|charges|champions|directs|orders|offers|answers|calls|promises)$/;

/** Whether a word looks like a verb, in a form that only verbs have. */
export function isPlainVerb(lower: string): boolean {
  if (wordClass(lower) === 'verb') return true;
  const cue = cueOf(lower);
  return cue !== null && cue.form !== 'base' && !NOUNS.test(lower);
}

function isAdverb(lower: string): boolean {
  return ADVERBS.has(lower) || wordClass(lower) === 'adverb' || /[a-z]{3}ly$/.test(lower);
}

/** Prepositions that are adjectives between a possessor and a noun: "Trump's outside counsel". */
const SIDE = /^(outside|inside|like|past)$/;

function roleOf(items: readonly Item[], from: number, to: number): Role | null {
  const words: string[] = [];
  let definite = false;
  let possessor: NameMention | null = null;
  for (let i = from; i <= to; i++) {
    const item = items[i];
    if (item?.type === 'name') {
      words.push(item.text.toLowerCase());
      definite ||= item.possessive;
      if (item.possessive) possessor = item.mention;
    } else if (isWord(item)) {
      if (DETERMINERS.has(item.lower) && i === from) definite = DEFINITE.test(item.lower);
      else words.push(item.lower);
    }
  }
  let head = '';
  for (let i = from; i <= to; i++) {
    const lower = lowerAt(items, i);
    if (PREPOSITIONS.has(lower) && !SIDE.test(lower)) break;
    if (lower && !DETERMINERS.has(lower)) head = lower;
  }
  if (!head || TIMES.has(head)) return null;
  return { type: 'role', words, head, definite, possessor, from, to };
}

/** The noun phrase whose last item is at `to`, a name with what stands before it included; null where there is none. */
export function phraseEnding(items: readonly Item[], to: number): Reference | null {
  const last = items[to];
  if (!last || last.type === 'mark' || last.type === 'quote') return null;
  if (last.type === 'word' && PRONOUNS.has(last.lower)) {
    return { type: 'pronoun', lower: last.lower, from: to, to };
  }
  let from = to;
  if (last.type === 'name' && !last.possessive) {
    for (let i = to - 1; i >= 0 && i > to - LONGEST; i--) {
      const item = items[i];
      if (item?.type === 'name') from = i;
      else if (isWord(item) && DETERMINERS.has(item.lower)) {
        from = i;
        break;
      } else if (
        isWord(item) &&
        (isOffice(item.lower) || isDemonym(item.lower)) &&
        !PREPOSITIONS.has(item.lower)
      )
        from = i;
      else break;
    }
    return { type: 'name', mention: last.mention, from, to };
  }
  if (last.type === 'name' || bounds(last.lower) || DETERMINERS.has(last.lower)) return null;
  for (let i = to - 1; i >= 0 && i > to - LONGEST; i--) {
    const item = items[i];
    if (!item || item.type === 'mark' || item.type === 'quote') break;
    if (item.type === 'word') {
      if (bounds(item.lower) || isPlainVerb(item.lower)) break;
      if (item.lower === 'of') break;
      from = i;
      if (DETERMINERS.has(item.lower)) break;
    } else from = i;
  }
  // "The mogul and reality star" is one.
  if (lowerAt(items, from - 1) === 'and' && !DETERMINERS.has(lowerAt(items, from))) {
    const first = phraseEnding(items, from - 2);
    if (first?.type === 'role' && first.definite) return { ...first, to };
  }
  return roleOf(items, from, to);
}

/** The noun phrase that begins at `from`; null where there is none. A name in apposition to it stands for it. */
export function phraseStarting(items: readonly Item[], from: number): Reference | null {
  const first = items[from];
  if (first?.type === 'word' && PRONOUNS.has(first.lower) && !/^(some|many|others)$/.test(first.lower)) {
    return { type: 'pronoun', lower: first.lower, from, to: from };
  }
  let to = from - 1;
  for (let i = from; i < from + LONGEST + 3; i++) {
    const item = items[i];
    if (item?.type === 'name') {
      to = i;
      if (!item.possessive && (item.person || !goesOn(items[i + 1]))) break;
    } else if (isWord(item)) {
      const ends =
        bounds(item.lower) ||
        item.lower === 'of' ||
        TIMES.has(item.lower) ||
        (i > from && (isPlainVerb(item.lower) || DETERMINERS.has(item.lower) || isAdverb(item.lower)));
      const adjective = i > from && SIDE.test(item.lower);
      if (ends && !adjective) break;
      to = i;
    } else break;
  }
  const last = items[to];
  if (to < from || !last) return null;
  if (last.type === 'name' && !last.possessive) return { type: 'name', mention: last.mention, from, to };
  const role = roleOf(items, from, to);
  return role && (bearerOf(items, role.to) ?? withComplement(items, role));
}

function goesOn(next: Item | undefined): boolean {
  if (!isWord(next)) return false;
  const { lower } = next;
  return (
    !/[a-z]ed$/.test(lower) &&
    !bounds(lower) &&
    lower !== 'of' &&
    !isPlainVerb(lower) &&
    !TIMES.has(lower) &&
    !isAdverb(lower)
  );
}

/** "A spokesman" with "for Mueller", "the head" with "of the agency". */
function withComplement(items: readonly Item[], role: Role): Reference {
  if (!/^(of|for)$/.test(lowerAt(items, role.to + 1))) return role;
  const complement = phraseStarting(items, role.to + 2);
  return complement && complement.from === role.to + 2 ? { ...role, to: complement.to } : role;
}

/**
 * The name that a role ending at `to` goes by, with or without "of the agency" between: ", Amos Yadlin,", "who
 * gave his name as Sami", "named Sami".
 */
function bearerOf(items: readonly Item[], to: number): Reference | null {
  let told = false;
  for (let i = to + 1; i < to + LONGEST; i++) {
    const item = items[i];
    if (!item || item.type === 'quote') return null;
    if (item.type === 'name' && told && /^(as|only|named|called|was|is)$/.test(lowerAt(items, i - 1))) {
      return { type: 'name', mention: item.mention, from: i, to: i };
    }
    if (item.type === 'word' && /^(gave|named|identified|called|name)$/.test(item.lower)) told = true;
    else if (item.type === 'word' && !told && item.lower !== 'who' && isPlainVerb(item.lower)) return null;
    if (item.type !== 'mark') continue;
    if (item.text !== ',') return null;
    return apposed(items, i + 1);
  }
  return null;
}

function apposed(items: readonly Item[], from: number): Reference | null {
  let at = from;
  while (at < from + 4 && isOffice(lowerAt(items, at).replace(/^ex-/, ''))) at++;
  if (/^ex-/.test(lowerAt(items, at))) at++;
  while (at < from + 5 && isOffice(lowerAt(items, at))) at++;
  const name = items[at];
  if (name?.type !== 'name' || name.possessive || name.mention.kind === 'place') return null;
  const behind = items[at + 1];
  // A list, not an apposition: "the president, Smith and".
  if (behind && behind.type !== 'mark') return null;
  return { type: 'name', mention: name.mention, from: at, to: at };
}

/** Whether a phrase is the object of a preposition. */
export function isObject(items: readonly Item[], { from }: Reference): boolean {
  return PREPOSITIONS.has(lowerAt(items, from - 1));
}

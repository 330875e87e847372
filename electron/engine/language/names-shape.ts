import { isDemonym, isPlace } from './names-places.ts';
import type { NameWord } from './names-runs.ts';
import {
  BELIEFS,
  EVENT_STARTS,
  EVENT_WORDS,
  GIVEN_NAMES,
  ORGANISATION_WORDS,
  PARTICLES,
  PLACE_WORDS,
} from './names-words.ts';

/** Abbreviations of states and countries that need no look-up. */
const PLACE_LETTERS = new Set(['us', 'usa', 'uk', 'uae', 'dc', 'drc', 'ussr', 'eu']);

export type Words = readonly NameWord[];

export const phrase = (words: Words) => words.map(({ lower }) => lower).join(' ');

export function isPlaceLetters({ lower, acronym }: NameWord): boolean {
  return acronym && lower !== 'eu' && PLACE_LETTERS.has(lower);
}

/** How many words from the start are the name of a place that is on the list. */
export function leadingPlace(words: Words): number {
  for (let length = Math.min(4, words.length); length > 0; length--) {
    if (isPlace(phrase(words.slice(0, length)))) return length;
  }
  const [first] = words;
  return first && isPlaceLetters(first) ? 1 : 0;
}

export function leadingDemonyms(words: Words): number {
  for (const length of [2, 1]) {
    if (words.length >= length && isDemonym(phrase(words.slice(0, length)))) {
      return length + leadingDemonyms(words.slice(length));
    }
  }
  const [first] = words;
  return first && BELIEFS.has(first.lower) ? 1 : 0;
}

const SUFFIX = /^(jr|sr|ii|iii|iv)$/;

export function withoutSuffix(words: Words): Words {
  return words.length > 1 && SUFFIX.test(words.at(-1)?.lower ?? '') ? words.slice(0, -1) : words;
}

export function isOrganisationWord({ lower }: NameWord): boolean {
  return ORGANISATION_WORDS.has(lower);
}

/** Whether words look like a person's name; `sure` when a given name, an initial or a particle says so. */
export function personLike(words: Words): 'sure' | 'likely' | null {
  const [first, ...rest] = withoutSuffix(words);
  const last = rest.at(-1) ?? first;
  if (!first || !last || words.length > 5 || last.connector) return null;
  if (words.some((word) => word.connector && !PARTICLES.has(word.lower))) return null;
  if (EVENT_STARTS.has(first.lower) || (rest.length > 0 && EVENT_WORDS.has(last.lower))) return null;
  // "Obama-Romney" names two.
  if (/\p{Ll}-\p{Lu}/u.test(first.text) && !first.lower.split('-').some((part) => GIVEN_NAMES.has(part)))
    return null;
  if (isOrganisationWord(first) && !GIVEN_NAMES.has(first.lower)) return null;
  if (rest.some((word) => isOrganisationWord(word) || PLACE_WORDS.has(word.lower))) return null;
  if (words.some(({ lower, text }) => isDemonym(lower) || /\d/.test(text))) return null;
  const given = GIVEN_NAMES.has(first.lower);
  if (rest.length === 0) return given ? 'sure' : first.common || first.acronym ? null : 'likely';
  const initials = words.filter(({ text }) => /^\p{Lu}$|^(\p{Lu}\.)+$/u.test(text));
  if (given) return 'sure';
  if (rest.some(({ acronym, text }) => acronym && text.length > 4 && !text.includes('.'))) return null;
  if (initials.length > 0 && !last.acronym && words.length > initials.length && !last.common) return 'sure';
  if (rest.some(({ connector }) => connector) && !first.common && words.length > 2) return 'sure';
  if (
    [first, ...rest].some(
      (word) => word.common || word.acronym || isPlace(word.lower) || isOrganisationWord(word),
    )
  )
    return null;
  return words.length <= 3 ? 'likely' : null;
}

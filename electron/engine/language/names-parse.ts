import { isDemonym, isPlace } from './names-places.ts';
import type { NameWord, Run } from './names-runs.ts';
import {
  isOrganisationWord,
  isPlaceLetters,
  leadingDemonyms,
  leadingPlace,
  personLike,
  phrase,
  withoutSuffix,
  type Words,
} from './names-shape.ts';
import {
  BELIEFS,
  EVENT_WORDS,
  GIVEN_NAMES,
  KNOWN_NAMES,
  LOCATIVES,
  ORGANISATIONS,
  PARTICLES,
  PERSON_VERBS,
  PLACE_STARTS,
  PLACE_WORDS,
  ROLES,
  TITLE_MODIFIERS,
  TITLES,
} from './names-words.ts';
import type { NameKind, NameMention } from './names.ts';
import { isStopword } from './stopwords.ts';

/** Titles that readers take for a part of the name: "Pope Francis", "King Charles". */
const ROYAL = new Set(['king', 'queen', 'prince', 'princess', 'pope', 'emperor', 'sultan', 'lord', 'lady']);
/** Titles after which any word is a name. */
const ADDRESS = /^(mr|mrs|ms|mx|dr|gen|sen|rep|gov|lt|col|sgt|capt|maj|adm|prof|rev|sir)$/;
function mention(words: Words, text: string, kind: NameKind, certain: boolean, title = ''): NameMention[] {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return [];
  const [start, end] = [first.start, last.end];
  return [{ text: text.slice(start, end), start, end, kind, certain, ...(title ? { title } : {}) }];
}

/** Index of the first word after a title at the start, with what the title names; 0 when there is none. */
function titleLength(words: Words): number {
  let at = leadingPlace(words);
  at += leadingDemonyms(words.slice(at));
  const body = at;
  let title = 0;
  for (let i = body; i < words.length; i++) {
    const word = words[i];
    if (!word) break;
    if (TITLES.has(word.lower)) title = i + 1;
    else if (word.lower === 'of' && title > 0) {
      // "Secretary of State Hillary Clinton", but not "President of the European Commission".
      let end = i + 1;
      while (words[end]?.lower === 'the' || TITLE_MODIFIERS.has(words[end]?.lower ?? '')) end++;
      return end > i + 1 && personLike(words.slice(end)) ? end : title;
    } else if (
      !TITLE_MODIFIERS.has(word.lower) &&
      !isOrganisationWord(word) &&
      !ORGANISATIONS.has(word.lower) &&
      !word.acronym
    ) {
      break;
    }
  }
  return title;
}

/** The names inside a title: "European Commission" of "European Commission President". */
function namesInTitle(words: Words, text: string): NameMention[] {
  const place = leadingPlace(words);
  if (place > 0) {
    const organisation = words.slice(place).findIndex(isOrganisationWord);
    if (organisation < 0) return mention(words.slice(0, place), text, 'place', true);
  }
  let end = -1;
  words.forEach((word, i) => {
    if (word.acronym || ORGANISATIONS.has(word.lower)) end = Math.max(end, i);
    else if (isOrganisationWord(word) && i > 0 && !TITLES.has(words[i - 1]?.lower ?? ''))
      end = Math.max(end, i);
  });
  const named = words.slice(0, end + 1);
  const [first] = named;
  if (!first || (named.length === 1 && first.common && !ORGANISATIONS.has(first.lower))) return [];
  return mention(named, text, 'organisation', true);
}

function single(word: NameWord, run: Run, text: string): NameMention[] {
  const { lower } = word;
  const one = (kind: NameKind, certain: boolean) => mention([word], text, kind, certain);
  if (word.text.length < 2) return [];
  if (isPlaceLetters(word) || isPlace(lower)) return one('place', true);
  if (ORGANISATIONS.has(lower)) return one('organisation', true);
  if (isDemonym(lower) || BELIEFS.has(lower) || TITLES.has(lower) || isStopword(lower)) return [];
  // Longer words in capitals are datelines and shouts.
  if (word.acronym) return one(word.text.length > 7 ? 'other' : 'organisation', false);
  if (word.common && !GIVEN_NAMES.has(lower)) return [];
  const asPerson = ROLES.has(run.before) || (PERSON_VERBS.has(run.after) && !word.possessive);
  if (GIVEN_NAMES.has(lower) || asPerson) return one('person', asPerson);
  return one(LOCATIVES.has(run.before) ? 'place' : 'other', false);
}

function several(words: Words, run: Run, text: string): NameMention[] {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return [];
  const joined = phrase(words);
  if (isPlace(joined)) return mention(words, text, 'place', true);
  const known = KNOWN_NAMES.get(joined);
  if (known) return mention(words, text, known, true);
  if (isDemonym(joined)) return [];

  const person = personLike(words);
  const role = ROLES.has(run.before);
  if (person === 'sure' && !(isPlace(first.lower) && !GIVEN_NAMES.has(first.lower))) {
    return mention(words, text, 'person', true);
  }

  const of = words.findIndex(({ lower }) => lower === 'of' || lower === 'for');
  const head = of > 0 ? words[of - 1] : last;
  if (head && isOrganisationWord(head)) return mention(words, text, 'organisation', true);
  if (head && PLACE_WORDS.has(head.lower) && words.some((word) => !word.common))
    return mention(words, text, 'place', true);

  const place = leadingPlace(words);
  if (place > 0 && place < words.length) {
    const rest = words.slice(place);
    const separate = personLike(rest) !== null || leadingPlace(rest) === rest.length;
    if (separate && !GIVEN_NAMES.has(first.lower)) {
      return [...mention(words.slice(0, place), text, 'place', true), ...parseWords(rest, run, text)];
    }
    if (!separate) return mention(words, text, 'other', false);
  }
  const demonyms = leadingDemonyms(words);
  if (demonyms > 0) {
    const rest = words.slice(demonyms);
    const named =
      rest.length > 0 &&
      rest.every(
        (word) => word.common || word.connector || isOrganisationWord(word) || PLACE_WORDS.has(word.lower),
      );
    return named ? mention(words, text, 'other', false) : parseWords(rest, run, text);
  }
  if (first.acronym && ORGANISATIONS.has(first.lower) && personLike(words.slice(1))) {
    return [...mention([first], text, 'organisation', true), ...parseWords(words.slice(1), run, text)];
  }
  if (person === 'likely') {
    if (LOCATIVES.has(run.before) && !role && !/s$/.test(last.lower))
      return mention(words, text, 'place', false);
    return mention(words, text, 'person', role || PERSON_VERBS.has(run.after));
  }
  if (PLACE_STARTS.has(first.lower) && words.length === 2 && !last.common)
    return mention(words, text, 'place', false);
  return mention(words, text, 'other', false);
}

/** Whether words after a title are its bearer. Surnames may be common words there: "Chairman Steele". */
function bearer(words: Words, office: Words): boolean {
  if (personLike(words)) return true;
  const [first, ...rest] = withoutSuffix(words);
  if (!first || words.length > 4 || first.acronym || !office.some(({ lower }) => TITLES.has(lower)))
    return false;
  const barred = (word: NameWord) =>
    isOrganisationWord(word) ||
    PLACE_WORDS.has(word.lower) ||
    EVENT_WORDS.has(word.lower) ||
    TITLES.has(word.lower);
  if (words.some((word) => barred(word) || (word.connector && !PARTICLES.has(word.lower)))) return false;
  return rest.length === 0 ? first.proper : !first.common;
}

/** Index after a title inside the words with its bearer behind it: "Weekly Standard Editor | Bill Kristol". */
function innerTitle(words: Words): number {
  for (let i = words.length - 2; i > 0; i--) {
    if (TITLES.has(words[i]?.lower ?? '') && words.length > i + 2 && personLike(words.slice(i + 1)))
      return i + 1;
  }
  return 0;
}

function parseWords(all: Words, run: Run, text: string): NameMention[] {
  let words = all;
  while (words.at(-1)?.connector) words = words.slice(0, -1);
  while (words[0]?.connector) words = words.slice(1);
  const [first] = words;
  if (!first) return [];
  if (words.length === 1) return single(first, run, text);

  const leading = titleLength(words);
  const length =
    leading > 0 && bearer(words.slice(leading), words.slice(0, leading))
      ? leading
      : innerTitle(words) || leading;
  if (length > 0) {
    const office = words.slice(0, length);
    const rest = words.slice(length);
    const [next] = rest;
    if (!next) return namesInTitle(office, text);
    if (next.connector)
      return [...namesInTitle(office, text), ...parseWords(rest, { ...run, before: 'of' }, text)];
    const address = ADDRESS.test(office.at(-1)?.lower ?? '');
    // "NATO Supreme Allied Commander Europe": an office to the end.
    if (!address && office.length > 1 && leadingPlace(rest) === rest.length)
      return namesInTitle(office, text);
    if (bearer(rest, office) || (address && rest.length <= 4 && !isOrganisationWord(next))) {
      const royal = ROYAL.has(office.at(-1)?.lower ?? '') && office.length === 1;
      const title = text.slice(first.start, text.indexOf(next.text, office.at(-1)?.end ?? 0)).trim();
      return [
        ...(address && office.length === 1 ? [] : namesInTitle(office, text)),
        ...mention(royal ? words : rest, text, 'person', true, title),
      ];
    }
  }
  return several(words, run, text);
}

/** The names in a run of capitalised words; offices and titles are taken off. */
export function parseRun(run: Run, text: string): NameMention[] {
  return parseWords(run.words, run, text).filter(({ text: name }) => /\p{L}{2}|\p{L}\./u.test(name));
}

import { isAbbreviationGap, isTitleCase, opensSentence } from './names-casing.ts';
import { isDemonym, isPlace } from './names-places.ts';
import {
  BELIEFS,
  CALENDAR,
  GIVEN_NAMES,
  ORGANISATION_WORDS,
  ORGANISATIONS,
  PARTICLES,
  PLACE_STARTS,
  STATE_LETTERS,
  TITLE_MODIFIERS,
  TITLES,
} from './names-words.ts';
import type { NameContext } from './names.ts';
import { normalise } from './stems.ts';
import { isStopword } from './stopwords.ts';
import type { Token } from './tokens.ts';
import { isCommonWord, wordClass } from './word-tables.ts';

/** A word of a run, without its possessive ending. */
export interface NameWord {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Capitals only, two or more: "NATO", "U.S.". */
  readonly acronym: boolean;
  /** "of", "the", "von": inside a name only. */
  readonly connector: boolean;
  readonly possessive: boolean;
  /** A word that is usually written small. */
  readonly common: boolean;
  /** A word that this article never writes small. */
  readonly proper: boolean;
}

/** Capitalised words that stand together, with what helps to tell what they name. */
export interface Run {
  readonly words: readonly NameWord[];
  /** Lower case; empty at the start of a sentence. */
  readonly before: string;
  readonly after: string;
  readonly language: string;
}

const SUFFIX_OF_COMMON_WORDS =
  /(ing|ed|ly|tions?|sions?|ments?|ness|ful|less|ous|able|ible|ives?|ical|isms?|ists?|ities|ity|ances?|ences?|wards?)$/;

export function isAcronym(word: string): boolean {
  return /^(?:\p{Lu}\.){2,}\p{Lu}?$|^\p{Lu}[\p{Lu}\p{N}&-]+s?$/u.test(word);
}

/** "US-led", "European-style": adjectives made of a name. */
function isMadeAdjective(word: string): boolean {
  if (!word.includes('-')) return false;
  const end = /\p{L}-(\p{Ll}{3,})$/u.exec(word)?.[1];
  return end !== undefined && (isCommonWord(end) || wordClass(end) !== undefined || /(ed|ing)$/.test(end));
}

function isCapitalised(word: string): boolean {
  // Most words begin small, and with neither an article nor a particle of a name.
  const first = word.charCodeAt(0);
  if (first >= 0x61 && first <= 0x7a && !/[^a-z]/.test(word)) return false;
  if (isMadeAdjective(word)) return false;
  return /^\p{Lu}|^(?:al|el|de|d|i|e)[-’']?\p{Lu}/u.test(word);
}

function isListed(lower: string): boolean {
  return GIVEN_NAMES.has(lower) || isPlace(lower) || isDemonym(lower) || ORGANISATIONS.has(lower);
}

function common(lower: string, { language, casing }: NameContext): boolean {
  const written = casing.get(lower);
  if (written && written.small > written.capital) return true;
  if (language !== 'en' && language !== 'und') return false;
  return isStopword(lower) || isCommonWord(lower) || wordClass(lower) !== undefined;
}

function isProper(lower: string, { casing }: NameContext): boolean {
  const written = casing.get(lower);
  return written !== undefined && written.capital > 0 && written.small === 0;
}

/** Whether the capital of a word says nothing, because it opens a sentence or stands in a headline. */
function isChance(
  lower: string,
  text: string,
  { language, casing }: NameContext,
  headline: boolean,
): boolean {
  if (isAcronym(text)) return false;
  if (TITLES.has(lower)) return false;
  const written = casing.get(lower);
  if (written && written.capital > 0 && written.small === 0 && !isStopword(lower)) return false;
  if (written && written.small > 0 && !isListed(lower)) return true;
  if (language !== 'en' && language !== 'und') return !isListed(lower);
  if (isStopword(lower)) return true;
  if (isListed(lower) || TITLES.has(lower)) return false;
  if (headline && casing.size > 0) return true;
  return isCommonWord(lower) || wordClass(lower) !== undefined || SUFFIX_OF_COMMON_WORDS.test(lower);
}

/** At the start of a sentence a common word belongs to a name only if it makes one with the next word. */
function opensName(lower: string, next: NameWord | undefined): boolean {
  if (!next || isStopword(lower) || wordClass(lower) === 'adverb' || wordClass(lower) === 'verb')
    return false;
  if (PLACE_STARTS.has(lower) || TITLE_MODIFIERS.has(lower)) return true;
  return next.common && (ORGANISATION_WORDS.has(next.lower) || !next.acronym) && !isListed(next.lower);
}

function isMonthOrSo(lower: string, previous: NameWord | undefined): boolean {
  return CALENDAR.has(lower) && !(lower === 'may' && previous && GIVEN_NAMES.has(previous.lower));
}

function continues(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  return token !== undefined && next !== undefined && isCapitalised(next.text) && joins(token, next, text);
}

/** "UPDATE": a common word in capitals. */
function isShout({ text, lower, acronym }: NameWord): boolean {
  return (
    acronym && text.length > 3 && !isListed(lower) && (isCommonWord(lower) || wordClass(lower) !== undefined)
  );
}

function isState({ text, lower, end }: NameWord, sentence: string): boolean {
  return (
    /^[DRI]-\p{Lu}/u.test(text) || (STATE_LETTERS.has(lower) && (text.includes('.') || sentence[end] === '.'))
  );
}

function toWord(token: Token, context: NameContext, connector: boolean): NameWord {
  const possessive = /[’'][sS]?$/.test(token.text);
  const text = token.text.replace(/[’'][sS]?$/, '');
  const lower = normalise(text);
  return {
    text,
    lower,
    start: token.start,
    end: token.start + text.length,
    acronym: isAcronym(text),
    connector,
    possessive,
    common: common(lower, context),
    proper: isProper(lower, context),
  };
}

/** How many small words from `index` join the name before them to the one after; 0 if they do not. */
function connectors(
  text: string,
  tokens: readonly Token[],
  index: number,
  last: NameWord,
  language: string,
): number {
  const words: string[] = [];
  for (let i = index; i < tokens.length && words.length < 3; i++) {
    const token = tokens[i];
    const previous = tokens[i - 1];
    if (!token || !previous || !/^\s+$/.test(text.slice(previous.end, token.start))) return 0;
    if (isCapitalised(token.text)) break;
    words.push(token.text.toLowerCase());
  }
  const next = tokens[index + words.length];
  const nearest = tokens[index + words.length - 1];
  if (!next || !nearest || words.length === 0 || !isCapitalised(next.text)) return 0;
  if (!/^\s+$/.test(text.slice(nearest.end, next.start)) || last.possessive) return 0;
  const nextLower = normalise(next.text);
  const phrase = words.join(' ');
  if (isPlace(`${last.lower} ${phrase} ${nextLower}`)) return words.length;
  if (words.every((word) => PARTICLES.has(word))) {
    // Elsewhere than in English these are articles and prepositions as well.
    const name = language === 'en' || GIVEN_NAMES.has(last.lower);
    return !name || last.common || isPlace(last.lower) || isAcronym(next.text) ? 0 : words.length;
  }
  const office = TITLES.has(last.lower) || ORGANISATION_WORDS.has(last.lower);
  const known = isListed(last.lower) || last.acronym;
  if (/^of( the)?$/.test(phrase)) {
    return office || (last.common && !known) ? words.length : 0;
  }
  if (/^for( the)?$/.test(phrase)) return ORGANISATION_WORDS.has(last.lower) ? words.length : 0;
  if (phrase === 'and' || phrase === '&') {
    const both = last.common && !known && !office && isCommonWord(nextLower) && !isListed(nextLower);
    const following = tokens[index + words.length + 1];
    return both && following && ORGANISATION_WORDS.has(normalise(following.text)) ? 1 : 0;
  }
  return 0;
}

function joins(previous: Token, token: Token, text: string): boolean {
  const gap = text.slice(previous.end, token.start);
  return /^\s+$/.test(gap) || /^\s?&\s?$/.test(gap) || isAbbreviationGap(previous.text, gap);
}

const NUMBERED =
  /^(article|section|chapter|title|phase|group|flight|route|resolution|apollo|agenda|world war|war|amendment|proposition|boeing|airbus|iphone|windows)$/;

/** The runs of capitalised words of a sentence, with the connectors inside them. */
export function findRuns(text: string, tokens: readonly Token[], context: NameContext): Run[] {
  const headline = isTitleCase(text, tokens);
  const runs: Run[] = [];
  let words: NameWord[] = [];
  let first = 0;
  const flush = (end: number) => {
    if (words.length > 0) {
      const previous = tokens[first - 1];
      const near = previous && /^[\s,]+$/.test(text.slice(previous.end, words[0]?.start ?? 0));
      runs.push({
        words,
        before: near ? normalise(previous.text) : '',
        after: normalise(tokens[end]?.text ?? ''),
        language: context.language,
      });
    }
    words = [];
  };

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const before = tokens[i - 1];
    const last = words.at(-1);
    if (last && before && !joins(before, token, text)) flush(i);
    else if (last?.possessive && !(last.common && !isPlace(last.lower))) flush(i);
    const open = words.at(-1);

    if (open && /^\p{N}{1,4}$/u.test(token.text) && NUMBERED.test(open.lower)) {
      words.push(toWord(token, context, false));
      flush(i + 1);
      continue;
    }
    if (!isCapitalised(token.text)) {
      const count = open && !headline ? connectors(text, tokens, i, open, context.language) : 0;
      for (let k = 0; k < count; k++) {
        const small = tokens[i + k];
        if (small) words.push(toWord(small, context, true));
      }
      if (count === 0) flush(i);
      else i += count - 1;
      continue;
    }

    const word = toWord(token, context, false);
    if (
      isShout(word) ||
      isState(word, text) ||
      isMonthOrSo(word.lower, open) ||
      (BELIEFS.has(word.lower) && !open && !continues(text, tokens, i))
    ) {
      flush(i);
      continue;
    }
    const starts = opensSentence(text, tokens, i);
    if ((headline || starts) && isChance(word.lower, token.text, context, headline)) {
      const following = tokens[i + 1];
      const next =
        following && isCapitalised(following.text) && joins(token, following, text)
          ? toWord(following, context, false)
          : undefined;
      if (headline || !opensName(word.lower, next)) {
        flush(i);
        continue;
      }
    }
    if (/^the$/i.test(word.text) && !/^hague/i.test(tokens[i + 1]?.text ?? '')) {
      flush(i);
      continue;
    }
    if (words.length === 0) first = i;
    words.push(word);
  }
  flush(tokens.length);
  return runs.filter(
    (run) => context.language !== 'de' || run.words.some(({ lower, acronym }) => acronym || isListed(lower)),
  );
}

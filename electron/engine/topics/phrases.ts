import type { AnalysedSentence, Analysis } from '../language/analysis.ts';
import { isTitleCase, opensSentence } from '../language/names-casing.ts';
import { isDemonym } from '../language/names-places.ts';
import { BELIEFS, CALENDAR } from '../language/names-words.ts';
import { namesNear } from '../language/names-at.ts';
import type { NameMention } from '../language/names.ts';
import { isEmptyHead, isEmptyModifier, wordUse, type WordKind } from './word-kinds.ts';

/** A noun phrase that an article uses, with how often and in which forms. */
export interface PhraseUse {
  /** Stems in the order of the form seen first. */
  readonly stems: readonly string[];
  readonly count: number;
  /** As a reader would write it inside a sentence, with how often; none where it is only ever implied. */
  readonly forms: readonly (readonly [form: string, count: number])[];
}

export interface Word {
  readonly lower: string;
  /** Small unless it is a name or made of one. */
  readonly shown: string;
  readonly stem: string;
  readonly kind: WordKind | 'person';
  readonly name: boolean;
  /** Directly after the word before, with white space only between. */
  readonly joined: boolean;
  /** Directly after a possessive: "Ukraine’s bid". */
  readonly owned: boolean;
}

const LONGEST = 4;
const DETERMINER =
  /^(the|a|an|its|his|her|their|our|this|that|these|those|any|some|no|of|on|in|for|with|by|from|and|or)$/;
/** After a word that may be a noun or a verb, these say that it was a verb. */
const OBJECT_START = /^(the|a|an|to|that|his|her|its|their|him|them|it|us|me|you|whether|if)$/;
const LINK = /^(of|in|for|on|over|to|from|against|with)$/;

type Count = (stems: readonly string[], form: string | null) => void;

/** Stems in alphabetical order, so that "membership in NATO" is "NATO membership". */
export const phraseKey = (stems: readonly string[]) => [...stems].sort().join(' ');

function nameAt(names: readonly NameMention[], start: number, end: number): NameMention | undefined {
  let overlapping: NameMention | undefined;
  for (const name of names) {
    if (name.start > start || start >= name.end) continue;
    if (end >= name.end - 1) return name;
    overlapping ??= name;
  }
  return overlapping;
}

const POSSESSIVE = /[’']s?$/i;

/** Whether there is white space, and nothing else, from one place to another. */
function isSpace(text: string, start: number, end: number): boolean {
  if (end === start + 1 && text.charCodeAt(start) === 0x20) return true;
  return /^\s+$/.test(text.slice(start, end));
}

export function wordsOf(sentence: AnalysedSentence): Word[] {
  const headline = isTitleCase(sentence.text, sentence.tokens);
  const near = namesNear(sentence.names);
  return sentence.tokens.map((token, i) => {
    const previous = sentence.tokens[i - 1];
    const name = nameAt(near(token.start), token.start, token.end);
    const { lower, kind } = wordUse(token.text);
    const plain = lower === token.text;
    const bare = plain ? lower : token.text.replace(POSSESSIVE, '');
    // A capital that belongs to no name is an office's: "Supreme Allied Commander".
    const office =
      !plain &&
      !headline &&
      !name &&
      /^\p{Lu}\p{Ll}/u.test(token.text) &&
      !opensSentence(sentence.text, sentence.tokens, i);
    const belief = BELIEFS.has(lower);
    const owned = previous !== undefined && /[’']s?$/.test(previous.text);
    const demonym = isDemonym(lower);
    const proper = belief || name !== undefined || demonym || (!plain && /\p{Lu}.*\p{Lu}/u.test(bare));
    return {
      lower,
      shown: proper ? bare : bare.toLowerCase(),
      stem: sentence.stems[i] ?? '',
      kind:
        name?.kind === 'person'
          ? 'person'
          : name
            ? 'noun'
            : CALENDAR.has(lower) || (office && !belief && !demonym)
              ? 'none'
              : kind,
      name: name !== undefined,
      owned,
      joined: !owned && previous !== undefined && isSpace(sentence.text, previous.end, token.start),
    };
  });
}

export function endsPhrase({ kind }: Word): boolean {
  return kind === 'noun' || kind === 'mixed';
}

/** What a word is where it stands: a participle modifies after a determiner only, a noun may be a verb. */
export function inPhrase(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (!word?.stem) return false;
  const [before, after] = [words[i - 1], words[i + 1]];
  const opens = !before || !word.joined || DETERMINER.test(before.lower) || before.kind === 'modifier';
  switch (word.kind) {
    case 'noun':
    case 'modifier':
      return true;
    case 'participle':
      return opens && Boolean(before) && after?.joined === true && after.kind !== 'none';
    case 'gerund':
      return (
        opens &&
        before !== undefined &&
        after?.joined === true &&
        after.kind !== 'none' &&
        /^(the|a|an)$/.test(before.lower)
      );
    case 'mixed':
      return opens || !(after && OBJECT_START.test(after.lower));
    default:
      return false;
  }
}

/** Whether words make a phrase worth counting: it narrows something down and does not begin or end idly. */
function isTerm(words: readonly Word[]): boolean {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || !endsPhrase(last) || isEmptyHead(last.lower)) return false;
  return (first.name || !isEmptyModifier(first.lower)) && !words.every(({ name }) => name);
}

/** A word by itself is a topic only where it is a noun for certain: "the ceasefire", not "remain solvent". */
function isNounAlone(words: readonly Word[], i: number): boolean {
  const [before, word, after] = [words[i - 1], words[i], words[i + 1]];
  if (!word || word.name || word.lower.length < 4 || isEmptyModifier(word.lower)) return false;
  if (after?.joined && (inPhrase(words, i + 1) || after.kind === 'person')) return false;
  return (
    word.owned ||
    (before !== undefined && word.joined && (DETERMINER.test(before.lower) || inPhrase(words, i - 1)))
  );
}

/** The noun phrases of one article, sub-phrases included; headings count, recaps do not. */
function collect({ sentences }: Analysis): PhraseUse[] {
  const phrases = new Map<string, { stems: readonly string[]; count: number; forms: Map<string, number> }>();
  const count: Count = (stems, form) => {
    const key = phraseKey(stems);
    let phrase = phrases.get(key);
    if (!phrase) phrases.set(key, (phrase = { stems, count: 0, forms: new Map() }));
    phrase.count++;
    if (form !== null) phrase.forms.set(form, (phrase.forms.get(form) ?? 0) + 1);
  };
  for (const sentence of sentences) {
    if (sentence.recap) continue;
    const words = wordsOf(sentence);
    for (let start = 0; start < words.length; start++) {
      if (!inPhrase(words, start)) continue;
      for (let end = start + 1; end <= Math.min(words.length, start + LONGEST); end++) {
        if (end - start > 1 && !(inPhrase(words, end - 1) && words[end - 1]?.joined)) break;
        const part = words.slice(start, end);
        if (!isTerm(part) || (part.length === 1 && !isNounAlone(words, start))) continue;
        // A modifier or a half of a name is never cut off behind.
        if (part.at(-1)?.name && words[end]?.name && words[end]?.joined) continue;
        if (part[0]?.name && words[start - 1]?.name && words[start]?.joined) continue;
        const stems = part.map((word) => word.stem);
        if (new Set(stems).size === stems.length) count(stems, part.map(({ shown }) => shown).join(' '));
      }
      linked(words, start, count);
    }
  }
  return [...phrases.values()].map(({ forms, ...phrase }) => ({ ...phrase, forms: [...forms] }));
}

/** "membership in NATO", "guarantees for the security": counted with the compound, never shown. */
function linked(words: readonly Word[], start: number, count: Count): void {
  const head = words[start];
  const link = words[start + 1];
  if (!head || !link || !endsPhrase(head) || head.name || !LINK.test(link.lower) || !link.joined) return;
  const from = words[start + 2]?.lower === 'the' ? start + 3 : start + 2;
  const modifiers: Word[] = [];
  for (let i = from; i < from + 2 && inPhrase(words, i) && words[i]?.joined; i++) {
    const word = words[i];
    if (word) modifiers.push(word);
    if (word && endsPhrase(word)) {
      const stems = [...modifiers.map((each) => each.stem), head.stem];
      if (new Set(stems).size === stems.length && !isEmptyHead(head.lower)) count(stems, null);
    }
  }
}

/** The noun phrases of an article in English; none in another language. */
export function phrasesOf(analysis: Analysis): PhraseUse[] {
  return analysis.language === 'en' || analysis.language === 'und' ? collect(analysis) : [];
}

import { personName } from '../language/name-persons.ts';
import type { AnalysedSentence } from '../language/analysis.ts';
import { opensOnAntecedent, pointsElsewhere } from './openings.ts';

/** Words up to which a sentence is read without effort, and by how many more it is as hard as any. */
const EASY = 30;
const HARD = 20;

const WITHIN_QUOTES = /“[^”]*”?|"[^"]*"?/gu;
const PERSON = /(?<!\p{L})(?:he|she|him|her|his|hers)(?!\p{L})/iu;
const SPEAKER = /(?<!\p{L})(?:I|we|us|our|my|me)(?!\p{L})/u;
/** What a pronoun may stand for in its own sentence besides a name: "the minister … she". */
const ANTECEDENT =
  /(?<!\p{L})(?:the|an?|his|her|their|one|another)\s+(?:\p{L}+\s+){0,3}?(?!(?:letter|matter|number|river|water|summer|winter|order|power|paper|newspaper|offer|weather|corner|quarter|computer|floor|error|terror|war|car|year|ever|over|after|other|whether)(?!\p{L}))(?:man|woman|boy|girl|husband|wife|mother|father|son|daughter|president|student|resident|agent|\p{L}{2,}(?:er|or|ist|ian|ee|man|woman))(?!\p{L})/iu;
/** Times that only the sentence before tells. */
const TIME =
  /(?<!\p{L})(?:earlier|previously|(?:the|that) same (?:day|week|month|year)|(?:the )?(?:next|following|previous) (?:day|morning|week|month|year)|(?:a|one) (?:day|week|month|year) (?:later|earlier|before)|later|at the time|by then|since then|meanwhile)(?!\p{L}|\s+(?:this|in|on|than|today))/iu;

/** Words within that answer what another sentence said: "Two members nevertheless opposed it." */
const ANSWERS =
  /(?<!\p{L})(?:nevertheless|nonetheless|however|moreover|furthermore|therefore|instead|meanwhile|likewise|, though,|the (?:figure|latter|former)|has (?:\p{L}+ )?another(?=[,.]))(?!\p{L})/iu;
/** A thing that an earlier sentence named: "The letter says", but not "The letter of the bishops" or "The police". */
const MENTIONED_BEFORE =
  /^[“"]?The (?!(?:government|police|president|army|military|union|opposition|court|pope|king|queen|world|church|state|country)\b)\p{Ll}+(?<!st)\s+(?!of|in|for|to|on|at|between|against|with|from|by|over|under|near|and|or|who|which|that|where)(?:(?:also|then|still|already)\s+)?\p{Ll}+(?:ed|s|was|were|had|sent|quoted|left|took|told|said|came|went|put)\b/u;

/** Surnames of the people whom an article calls by their full name somewhere. */
export function introduced(sentences: readonly AnalysedSentence[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { names } of sentences) {
    for (const { kind, text } of names) {
      if (kind !== 'person') continue;
      const { given, surname } = personName(text);
      if (given.length > 0) known.add(surname);
    }
  }
  return known;
}

/** Whether it calls somebody by less than the name that the article has for them. */
function cutsNames(sentence: AnalysedSentence, known: ReadonlySet<string>): boolean {
  const here = introduced([sentence]);
  // A bare surname may not be known for a person's, whatever it is taken for.
  return sentence.names.some(({ text }) => {
    const { given, surname } = personName(text);
    return given.length === 0 && known.has(surname) && !here.has(surname);
  });
}

/** Whether "he" or "her" comes before anybody it could stand for. */
function unresolved({ text, names }: AnalysedSentence, unquoted: string): boolean {
  const at = unquoted.search(PERSON);
  if (at < 0) return false;
  if (names.some(({ kind, end }) => end <= at && (kind === 'person' || kind === 'other'))) return false;
  return !ANTECEDENT.test(text.slice(0, at));
}

/**
 * How much an English sentence leans on others or on the patience of its reader: 0 for one that reads well
 * alone, some way above 1 for one that hardly does. `known`: see `introduced`.
 */
export function leaningOf(
  sentence: AnalysedSentence,
  words: number,
  quoted: number,
  known: ReadonlySet<string>,
): number {
  const { text } = sentence;
  const unquoted = text.replace(WITHIN_QUOTES, (found) => ' '.repeat(found.length));
  let sum = 0;
  if (opensOnAntecedent(text)) sum += 1;
  else if (unresolved(sentence, unquoted)) sum += 0.8;
  if (SPEAKER.test(unquoted)) sum += 0.6;
  if (pointsElsewhere(text)) sum += 0.4;
  if (TIME.test(unquoted) || ANSWERS.test(unquoted)) sum += 0.3;
  if (MENTIONED_BEFORE.test(text)) sum += 0.25;
  if (cutsNames(sentence, known)) sum += 0.4;
  sum += 0.5 * Math.min(1, Math.max(0, (words - EASY) / HARD));
  return sum + 0.5 * Math.max(0, quoted - 0.4);
}

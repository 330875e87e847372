import type { Span } from '../../api/index.ts';
import type { AnalysedSentence } from './analysis.ts';

/** The outcome of a vote: "76-71", "76 votes to 71", "76 deputies for, 72 against". */
export interface Vote extends Span {
  readonly ayes: number;
  readonly noes: number;
}

const ABOUT_VOTES =
  /\b(?:vot(?:e|es|ed|ing)|pass(?:ed|es)|approv(?:ed|es)|reject(?:ed|s)|adopt(?:ed|s)|ballots?|carried|defeated|in favou?r|against)\b/i;
const AGAINST_EACH_OTHER =
  /(?<![\d.,$€£:-])(\d{1,3})(?: (?:votes?|members|deputies|senators|lawmakers|MPs|councillors|delegates))?(?:-to-|\s?[-–—]\s?| to )(\d{1,3})(?![\d.,]*\d|\s?(?:per|%|year|day|hour|week|month|million|billion|p\.?m|a\.?m|[-–]))/gu;
const FOR_AND_AGAINST =
  /(?<![\d.,$€£:-])(\d{1,3}) (?:\p{L}+ ){0,3}(?:for|in favou?r|yes)(?: and|,|;| with)? (\d{1,3})(?: \p{L}+){0,3} (?:against|opposed|no)\b/giu;

/** The votes a sentence tells the outcome of. Scores of games and ranges of years are none. */
export function findVotes({ text }: AnalysedSentence): Vote[] {
  if (!ABOUT_VOTES.test(text)) return [];
  return [AGAINST_EACH_OTHER, FOR_AND_AGAINST].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      ayes: Number(match[1]),
      noes: Number(match[2]),
    })),
  );
}

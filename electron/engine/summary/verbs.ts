import { wordClass } from '../language/word-tables.ts';
import type { AnalysedSentence } from '../language/analysis.ts';
import { isStopword } from '../language/stopwords.ts';

const AUXILIARY =
  /\b(?:is|are|was|were|am|be|been|has|have|had|will|would|can|cannot|could|may|might|must|should|shall|do|does|did|\p{L}+[’'](?:re|ll|ve|d|m)|(?:it|he|she|that|there|here|what|who)[’']s|\p{L}+n[’']t)\b/iu;

// Short verbs, and forms of the past that no ending gives away, where news mostly use them as verbs.
const IRREGULAR = new Set(
  (
    'said says say told come comes came see sees saw seem seems make makes take takes get gets go goes give gives keeps knows became began bought broke brought caught chose drew drove fell felt flew fought ' +
    'found gave got grew held hit kept knew led left lost made meant met paid put ran rose sank sent set ' +
    'shot sold sought spent spoke spread stood stole struck swept swore swung taught thought threw took ' +
    'went withdrew woke won wore wrote'
  ).split(' '),
);

const NUMBER = /^(?:\p{N}.*|three|four|five|six|seven|eight|nine|ten|twelve)$/u;
const PARTICIPLE = /(?:ed|en|wn)$/;

const SUBJECT = new Set(['he', 'she', 'it', 'they', 'we', 'you', 'i', 'who', 'which', 'that']);

/** Whether a word makes the next one a noun or an adjective: "the", "of", "two", "old". */
function leadsToNoun(word = ''): boolean {
  if (SUBJECT.has(word)) return false;
  const kind = wordClass(word);
  return isStopword(word) || kind === 'adjective' || kind === 'other' || NUMBER.test(word);
}

/**
 * Whether an English sentence seems to have a finite verb: an auxiliary or a word that is mostly a verb, and
 * neither an infinitive, a form in -ing, nor "headed by". `mixed`: whether words count that may be verbs.
 */
export function hasFiniteVerb(
  { text, tokens }: Pick<AnalysedSentence, 'text' | 'tokens'>,
  { mixed }: { readonly mixed: boolean },
): boolean {
  if (AUXILIARY.test(text)) return true;
  return tokens.some((token, index) => {
    const word = token.text;
    if (IRREGULAR.has(word)) return true;
    const previous = tokens[index - 1]?.text.toLowerCase();
    if (index === 0 || /^\p{Lu}/u.test(word) || word.endsWith('ing') || previous === 'to') return false;
    if (PARTICIPLE.test(word) && tokens[index + 1]?.text === 'by') return false;
    const kind = wordClass(word);
    if (kind === 'verb') return true;
    return (
      mixed && (kind === 'mixed' || (kind === undefined && word.endsWith('ed'))) && !leadsToNoun(previous)
    );
  });
}

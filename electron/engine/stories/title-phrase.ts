import { casingIn, contentStems, type AnalysedSentence, type Analysis } from '../language/analysis.ts';
import { findNames } from '../language/names.ts';
import { tokenise } from '../language/tokens.ts';
import { endsPhrase, inPhrase, wordsOf, type Word } from '../topics/phrases.ts';
import { isEmptyHead, isEmptyModifier } from '../topics/word-kinds.ts';
import { leadOf } from './leads.ts';

/** A noun phrase with its place, as an article's title or first sentences have it. */
export interface PlacedPhrase {
  readonly stems: readonly string[];
  readonly text: string;
}

/** Each word of a phrase is in the titles and first sentences of so many of the articles. */
const SHARED = 0.6;
const LONGEST = 4;

/** The title as if it were a sentence of the text. */
function titleSentence(analysis: Analysis): AnalysedSentence | null {
  const { title, language, sentences } = analysis;
  const [first] = sentences;
  if (!first) return null;
  const tokens = tokenise(title, language);
  const casing = casingIn(analysis);
  const content = contentStems(title, language);
  let next = 0;
  // contentStems leaves stopwords out: put the stems back in step with the tokens.
  const stems = tokens.map((token) => {
    const [own] = contentStems(token.text, language);
    return own !== undefined && own === content[next] ? (content[next++] ?? '') : '';
  });
  return { ...first, text: title, tokens, stems, names: findNames(title, tokens, { language, casing }) };
}

/** Noun phrases of two words or more with a place behind: "peace talks in Berlin". */
function candidatesIn(sentence: AnalysedSentence): PlacedPhrase[] {
  const words = wordsOf(sentence);
  const found: PlacedPhrase[] = [];
  const placeAt = (start: number): number => {
    const token = sentence.tokens[start];
    const name = sentence.names.find((each) => each.kind === 'place' && each.start === token?.start);
    if (!name) return 0;
    return sentence.tokens.filter(({ start: from, end }) => from >= name.start && end - 2 <= name.end).length;
  };
  for (let start = 0; start < words.length; start++) {
    if (!inPhrase(words, start) || isEmptyModifier(words[start]?.lower ?? '')) continue;
    for (let end = start + 1; end <= Math.min(words.length, start + LONGEST); end++) {
      if (end - start > 1 && !(inPhrase(words, end - 1) && words[end - 1]?.joined)) break;
      const head = words[end - 1];
      if (!head || !endsPhrase(head) || head.name || (words[end]?.joined && inPhrase(words, end))) continue;
      const phrase = words.slice(start, end);
      const link = words[end];
      const length = link?.joined && /^(in|at|near)$/.test(link.lower) ? placeAt(end + 1) : 0;
      if (length === 0 || !link || phrase.length < 2 || isEmptyHead(head.lower)) continue;
      const all: Word[] = [...phrase, link, ...words.slice(end + 1, end + 1 + length)];
      found.push({
        stems: all.map(({ stem }) => stem).filter(Boolean),
        text: all.map(({ shown }) => shown).join(' '),
      });
    }
  }
  return found;
}

/** The phrases of an article's title and first sentences that may be the title of a story; none but in English. */
export function placedPhrases(analysis: Analysis): PlacedPhrase[] {
  if (analysis.language !== 'en') return [];
  return [titleSentence(analysis), ...leadOf(analysis)]
    .flatMap((sentence) => (sentence ? candidatesIn(sentence) : []))
    .filter(({ stems }) => new Set(stems).size >= 3 && stems.length <= 5);
}

/**
 * The phrase that most articles' titles and first sentences share, as one of them has it; null where there is none.
 * Phrases without a place tell less than a headline does.
 * @param leads stems of each article's title and first sentences.
 */
export function commonPhrase(
  candidates: readonly PlacedPhrase[],
  leads: readonly ReadonlySet<string>[],
): string | null {
  const counts = new Map<string, number>();
  for (const lead of leads) for (const stem of lead) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const share = (stem: string) => (counts.get(stem) ?? 0) / leads.length;
  const scores = new Map<string, number>();
  const scoreOf = (stems: readonly string[]): number => {
    const shares = stems.map(share);
    if (Math.min(...shares) < SHARED) return -1;
    const together = leads.filter((lead) => stems.every((stem) => lead.has(stem))).length / leads.length;
    return shares.reduce((sum, each) => sum + each, 0) / shares.length + together;
  };
  let best = { text: '', score: -1 };
  for (const { stems, text } of candidates) {
    const key = stems.join(' ');
    let score = scores.get(key);
    if (score === undefined) scores.set(key, (score = scoreOf(stems)));
    if (score > best.score) best = { text, score };
  }
  return best.text ? best.text.slice(0, 1).toUpperCase() + best.text.slice(1) : null;
}

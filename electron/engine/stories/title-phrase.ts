import { contentStems, type AnalysedSentence, type Analysis } from '../language/analysis.ts';
import { casingOf } from '../language/names-casing.ts';
import { findNames } from '../language/names.ts';
import { tokenise } from '../language/tokens.ts';
import { endsPhrase, inPhrase, wordsOf, type Word } from '../topics/phrases.ts';
import { isEmptyHead, isEmptyModifier } from '../topics/word-kinds.ts';
import { leadOf, leadStems } from './leads.ts';

interface Candidate {
  readonly stems: readonly string[];
  readonly text: string;
}

/** Each word of a phrase is in the titles and first sentences of so many of the articles. */
const SHARED = 0.6;
const LONGEST = 4;

/** The title as if it were a sentence of the text. */
function titleSentence({ title, language, sentences }: Analysis): AnalysedSentence | null {
  const [first] = sentences;
  if (!first) return null;
  const tokens = tokenise(title, language);
  const casing = casingOf(sentences);
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
function candidatesIn(sentence: AnalysedSentence): Candidate[] {
  const words = wordsOf(sentence);
  const found: Candidate[] = [];
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

/**
 * The noun phrase with its place that most articles' titles and first sentences share, as one of them has it; null
 * where there is none. Phrases without a place tell less than a headline does.
 */
export function commonPhrase(analyses: readonly Analysis[]): string | null {
  const leads = analyses.map(leadStems);
  const share = (stem: string) => leads.filter((lead) => lead.has(stem)).length / leads.length;
  const candidates = analyses
    .filter(({ language }) => language === 'en')
    .flatMap((analysis) => [titleSentence(analysis), ...leadOf(analysis)])
    .flatMap((sentence) => (sentence ? candidatesIn(sentence) : []));
  let best: { text: string; score: number } | null = null;
  for (const { stems, text } of candidates) {
    if (new Set(stems).size < 3 || stems.length > 5) continue;
    const shares = stems.map(share);
    if (Math.min(...shares) < SHARED) continue;
    const together = leads.filter((lead) => stems.every((stem) => lead.has(stem))).length / leads.length;
    const score = shares.reduce((sum, each) => sum + each, 0) / shares.length + together;
    if (!best || score > best.score) best = { text, score };
  }
  return best && best.text.slice(0, 1).toUpperCase() + best.text.slice(1);
}

import type { Excerpt } from '../../api/index.ts';
import type { AnalysedSentence, Analysis } from '../language/analysis.ts';
import { findQuotations } from '../language/quotations.ts';
import { normalise } from '../language/stems.ts';
import { reportable } from './features.ts';

/** Words in a row that make a shingle (A. Broder, 1997, "On the resemblance and containment of documents"). */
const SHINGLE = 5;
/** Words in a row that are worth showing as shared. */
const RUN = 4;

/** The words of an article as it tells them: what others said, in quotation marks, is anybody's. */
export interface Telling {
  readonly sentences: readonly Told[];
  readonly shingles: ReadonlySet<string>;
  /** Pairs of neighbouring content stems. */
  readonly phrases: ReadonlySet<string>;
}

interface Told {
  readonly sentence: AnalysedSentence;
  /** Normalised; null between quotation marks. */
  readonly words: readonly (string | null)[];
}

const tellings = new WeakMap<Analysis, Telling>();

/** Made once an article. */
export function tellingOf(analysis: Analysis): Telling {
  let telling = tellings.get(analysis);
  if (!telling) tellings.set(analysis, (telling = tell(analysis)));
  return telling;
}

function tell(analysis: Analysis): Telling {
  const quoted = new Map<string, { start: number; end: number }[]>();
  for (const { sentences, sentenceId, start, end } of findQuotations(analysis)) {
    for (const id of sentences) {
      // Of sentences the quotation runs on into, all counts as said: its end in them is not told.
      const span = id === sentenceId ? { start, end } : { start: 0, end: Infinity };
      quoted.set(id, [...(quoted.get(id) ?? []), span]);
    }
  }
  const shingles = new Set<string>();
  const phrases = new Set<string>();
  const sentences = reportable(analysis).map((sentence): Told => {
    const said = quoted.get(sentence.id) ?? [];
    const own = sentence.tokens.map(({ start, end }) => !said.some((s) => s.start <= start && s.end >= end));
    const words = sentence.tokens.map(({ text }, at) => (own[at] ? normalise(text) : null));
    for (const shingle of runsOf(words, SHINGLE)) shingles.add(shingle);
    const stems = sentence.stems.filter((stem, at) => stem && own[at]);
    stems.slice(1).forEach((stem, at) => phrases.add(`${stems[at] ?? ''} ${stem}`));
    return { sentence, words };
  });
  return { sentences, shingles, phrases };
}

function* runsOf(words: readonly (string | null)[], length: number): Generator<string> {
  for (let start = 0; start + length <= words.length; start++) {
    const run = words.slice(start, start + length);
    if (!run.includes(null)) yield run.join(' ');
  }
}

/** Share of the smaller set that the larger has too: 0 to 1, 0 where one is empty. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const each of small) if (large.has(each)) shared++;
  return shared / small.size;
}

/** The longest runs of words that two articles tell alike, at most `most`, longest first, none within another. */
export function sharedRuns(
  a: Analysis,
  b: Analysis,
  most: number,
): { readonly a: Excerpt; readonly b: Excerpt }[] {
  const places = new Map<string, { told: Told; at: number }>();
  for (const told of tellingOf(b).sentences) {
    told.words.forEach((_, at) => {
      const key = keyAt(told.words, at);
      if (key !== null && !places.has(key)) places.set(key, { told, at });
    });
  }
  const runs: { length: number; a: Excerpt; b: Excerpt }[] = [];
  for (const told of tellingOf(a).sentences) {
    for (let at = 0; at + RUN <= told.words.length;) {
      const key = keyAt(told.words, at);
      const place = key === null ? undefined : places.get(key);
      if (!place) {
        at++;
        continue;
      }
      let length = RUN;
      const goesOn = () => {
        const word = told.words[at + length];
        return typeof word === 'string' && word === place.told.words[place.at + length];
      };
      while (goesOn()) length++;
      runs.push({
        length,
        a: excerpt(told.sentence, at, length),
        b: excerpt(place.told.sentence, place.at, length),
      });
      at += length;
    }
  }
  return runs
    .sort((x, y) => y.length - x.length)
    .slice(0, most)
    .map((run) => ({ a: run.a, b: run.b }));
}

function keyAt(words: readonly (string | null)[], at: number): string | null {
  const run = words.slice(at, at + RUN);
  return run.length < RUN || run.includes(null) ? null : run.join(' ');
}

function excerpt({ articleId, id, text, tokens }: AnalysedSentence, at: number, length: number): Excerpt {
  const start = tokens[at]?.start ?? 0;
  const end = tokens[at + length - 1]?.end ?? text.length;
  return { articleId, sentenceId: id, start, end, text: text.slice(start, end) };
}

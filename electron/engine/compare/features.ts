import type { AnalysedSentence, Analysis } from '../language/analysis.ts';
import { continuesNumber, numberOf } from '../language/numbers.ts';
import { stem as stemOf } from '../language/stems.ts';

type Vector = ReadonlyMap<string, number>;

/** What two sentences can share. */
export interface SentenceFeatures {
  readonly sentence: AnalysedSentence;
  /** What is said: content stems, numbers and pairs of neighbouring stems, names left out. Unit length. */
  readonly content: Vector;
  /** The same with names, each name one feature however many words it has. Unit length. */
  readonly whole: Vector;
  /** Features that stand in few sentences of the set: what a pair must share to be a candidate. */
  readonly rare: readonly string[];
}

/** A neighbouring pair of stems says more than the two apart, but the stems carry most of the evidence. */
const PAIR_WEIGHT = 0.5;
/**
 * Words that only lead up to a name ("German Chancellor", "EU foreign policy chief") say who, not what: two
 * sentences that share them need not report the same.
 */
const LEAD_WEIGHT = 0.3;
const LONGEST_LEAD = 5;
/** Numbers anchor a fact: two reports of it may share little else. */
const NUMBER_WEIGHT = 1.3;

/** Sentences that can report a fact: neither headings nor recaps of their own article. */
export function reportable(analysis: Analysis): AnalysedSentence[] {
  return analysis.sentences.filter((sentence) => sentence.position >= 0 && sentence.type !== 'preformatted');
}

interface Unit {
  feature: string;
  readonly name: boolean;
  /** Whether it only leads up to a name. */
  lead: boolean;
}

/** A compound counts as its parts ("five-hour meeting", "met for five hours"), a number as its digits. */
function featuresIn(word: string, stem: string): string[] {
  const number = numberOf(word);
  if (number) return [number];
  if (!stem) return [];
  const parts = word.split(/[-‐‑]/);
  if (parts.length < 2 || parts.some((part) => part.length < 3)) return [stem];
  return parts.map((part) => numberOf(part) ?? stemOf(part));
}

/** The sentence as features in order: a name is one feature, known by its last word. */
function unitsOf(sentence: AnalysedSentence): Unit[] {
  const units: Unit[] = [];
  let nameEnd = -1;
  // Units of the current run of words with nothing but spaces between them.
  let run: Unit[] = [];
  let runEnd = 0;
  sentence.tokens.forEach((token, index) => {
    if (token.start < nameEnd) return;
    const isNumber = numberOf(token.text) !== null;
    if (sentence.text.slice(runEnd, token.start).trim() || !(sentence.stems[index] || isNumber)) run = [];
    runEnd = token.end;
    const name = sentence.names.find((mention) => mention.start <= token.start && mention.end >= token.end);
    if (name) {
      nameEnd = name.end;
      runEnd = name.end;
      for (const unit of run.slice(-LONGEST_LEAD)) unit.lead = true;
      run = [];
      const words = sentence.stems.filter((stem, at) => {
        const other = sentence.tokens[at];
        return stem && other && other.start >= name.start && other.end <= name.end;
      });
      const last = words.at(-1);
      if (last) units.push({ feature: `@${last}`, name: true, lead: false });
      return;
    }
    const before = run.at(-1);
    if (before && continuesNumber(sentence.tokens[index - 1], token)) {
      before.feature += token.text;
      return;
    }
    for (const feature of featuresIn(token.text, sentence.stems[index] ?? '')) {
      const unit = { feature, name: false, lead: false };
      units.push(unit);
      run.push(unit);
    }
  });
  return units;
}

function unit(vector: Map<string, number>): Vector {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  const length = Math.sqrt(sum) || 1;
  for (const [feature, weight] of vector) vector.set(feature, weight / length);
  return vector;
}

/**
 * tf-idf features of the sentences of a set of articles. Document frequency counts sentences of the set:
 * what every sentence of a story mentions ("talks") says little about which sentences report the same.
 */
export function featuresOf(analyses: readonly Analysis[]): SentenceFeatures[] {
  const sentences = analyses.flatMap(reportable).map((sentence) => ({ sentence, units: unitsOf(sentence) }));
  // A copied sentence is counted once: copies in the library must not make a rare word look common.
  const distinct = [...new Map(sentences.map((entry) => [entry.sentence.text, entry])).values()];
  const frequency = new Map<string, number>();
  for (const { units } of distinct) {
    for (const feature of new Set(units.map((u) => u.feature))) {
      frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
    }
  }
  // Smoothed so that the words of a two-article set keep a finite, positive weight.
  const idf = (feature: string) =>
    Math.log(1 + (distinct.length + 1) / ((frequency.get(feature) ?? 0) + 0.5));
  const rareBelow = Math.max(8, distinct.length * 0.1);

  return sentences.map(({ sentence, units }) => {
    const content = new Map<string, number>();
    const whole = new Map<string, number>();
    units.forEach(({ feature, name, lead }, index) => {
      const factor = lead ? LEAD_WEIGHT : /^\p{N}/u.test(feature) ? NUMBER_WEIGHT : 1;
      const weight = idf(feature) * factor;
      whole.set(feature, weight);
      if (name) return;
      content.set(feature, weight);
      const next = units[index + 1];
      if (!next || next.name || lead || next.lead) return;
      const pair = (PAIR_WEIGHT * (idf(feature) + idf(next.feature))) / 2;
      content.set(`${feature} ${next.feature}`, pair);
      whole.set(`${feature} ${next.feature}`, pair);
    });
    const rare = [...new Set(units.map((u) => u.feature))].filter(
      (feature) => (frequency.get(feature) ?? 0) <= rareBelow,
    );
    return { sentence, content: unit(content), whole: unit(whole), rare };
  });
}

/** Cosine of two unit vectors: 0 to 1. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0);
  return sum;
}

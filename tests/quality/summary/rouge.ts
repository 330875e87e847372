import { stem } from '../../../electron/engine/language/stems.ts';

/**
 * ROUGE (C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004) as the reference
 * implementation counts it: lower case, runs of letters and digits, words longer than three characters
 * stemmed by Porter's algorithm, stopwords kept, n-grams clipped, and with several references hits and
 * n-grams summed over them.
 */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function rougeTokens(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => (word.length > 3 ? stem(word) : word));
}

function score(hits: number, produced: number, wanted: number): Score {
  const precision = produced === 0 ? 0 : hits / produced;
  const recall = wanted === 0 ? 0 : hits / wanted;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

export function ngrams(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= tokens.length; i++) {
    const gram = tokens.slice(i, i + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** `cut`: only this many words of the summary and of each reference count. */
export interface RougeOptions {
  readonly cut?: number;
}

/** The first words of a text, counted by white space as lengths of summaries are. */
export function cutWords(text: string, words: number): string {
  return words === Infinity ? text : text.split(/\s+/u).filter(Boolean).slice(0, words).join(' ');
}

/** References with their n-grams counted, for scoring many summaries against them. */
export type Counted = readonly ReadonlyMap<string, number>[];

export function countReferences(references: readonly string[], n: number, cut = Infinity): Counted {
  return references.map((reference) => ngrams(rougeTokens(cutWords(reference, cut)), n));
}

/** ROUGE-N against counted references. */
export function rougeAgainst(tokens: readonly string[], references: Counted, n: number): Score {
  const produced = ngrams(tokens, n);
  const producedTotal = total(produced);
  let hits = 0;
  let wanted = 0;
  for (const reference of references) {
    for (const [gram, count] of reference) hits += Math.min(count, produced.get(gram) ?? 0);
    wanted += total(reference);
  }
  return score(hits, producedTotal * references.length, wanted);
}

/** ROUGE-N of a summary. */
export function rougeN(
  summary: string,
  references: readonly string[],
  n: number,
  { cut = Infinity }: RougeOptions = {},
): Score {
  return rougeAgainst(rougeTokens(cutWords(summary, cut)), countReferences(references, n, cut), n);
}

/** Positions in `a` of one longest common subsequence with `b`. */
function commonSubsequence(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      table[i * width + j] =
        a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
    }
  }
  const positions: number[] = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0;) {
    if (a[i - 1] === b[j - 1]) {
      positions.push(i - 1);
      i--;
      j--;
    } else if (at(i - 1, j) >= at(i, j - 1)) i--;
    else j--;
  }
  return positions;
}

/**
 * ROUGE-L at the level of summaries: for each sentence of the reference, the union of its longest common
 * subsequences with the summary's sentences, each word of the summary counted at most as often as it comes.
 */
export function rougeL(summary: readonly string[], references: readonly (readonly string[])[]): Score {
  const produced = summary.map(rougeTokens);
  const producedWords = produced.flat();
  let hits = 0;
  let wanted = 0;
  for (const reference of references) {
    const left = ngrams(producedWords, 1);
    for (const sentence of reference.map(rougeTokens)) {
      const union = new Set(produced.flatMap((other) => commonSubsequence(sentence, other)));
      for (const position of union) {
        const word = sentence[position] ?? '';
        const remaining = left.get(word) ?? 0;
        if (remaining === 0) continue;
        left.set(word, remaining - 1);
        hits++;
      }
      wanted += sentence.length;
    }
  }
  return score(hits, producedWords.length * references.length, wanted);
}

import { documentShare } from '../language/word-tables.ts';
import type { Gathered } from './gathered.ts';
import { phraseKey } from './phrases.ts';

/** A candidate for a topic, over all articles. */
export interface Term {
  readonly key: string;
  readonly stems: readonly string[];
  readonly label: string;
  /** Indices of the articles that have it, ascending. */
  readonly articles: readonly number[];
  readonly score: number;
}

export interface Bounds {
  /** Articles that have the term. */
  readonly least: number;
  readonly most: number;
  /** Uses of the term in all articles, at least. */
  readonly uses: number;
}

/** Share of news that a stem has when the table of stems does not know it. */
const RARE = 0.002;
/** A word by itself must be as rare as this in news, and be used as often as this by an article that has it. */
const SINGLE_SHARE = 0.02;
const SINGLE_USES = 1.5;
/** Rarer words say no more: names and misspellings would win. */
const MOST_BITS = 6.5;

/** Every contiguous part of a phrase, shorter than itself. */
function partsOf(stems: readonly string[]): string[] {
  const parts: string[] = [];
  for (let length = 1; length < stems.length; length++) {
    for (let start = 0; start + length <= stems.length; start++) {
      parts.push(phraseKey(stems.slice(start, start + length)));
    }
  }
  return parts;
}

/** Bits of information in a phrase's words, on average: how little of the news has them. */
function information(stems: readonly string[]): number {
  const bits = stems.map((stem) => Math.min(MOST_BITS, -Math.log2(documentShare(stem) ?? RARE)));
  return bits.reduce((sum, each) => sum + each, 0) / stems.length;
}

function isIdle({ stems, articles, count }: Gathered): boolean {
  if (stems.length > 1) return false;
  return (documentShare(stems[0] ?? '') ?? 0) > SINGLE_SHARE || count < SINGLE_USES * articles.length;
}

function commonForm(forms: ReadonlyMap<string, number>): string {
  const [best] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const form = best?.[0] ?? '';
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}

/**
 * Multi-word terms by C-value (K. Frantzi, S. Ananiadou, H. Mima, "Automatic recognition of multi-word terms: the
 * C-value/NC-value method", 2000), with articles for frequencies and weighted by how rare the words are in news.
 * A phrase that is mostly part of longer ones scores low.
 * @returns the terms within the bounds, best first.
 */
export function rankTerms(all: ReadonlyMap<string, Gathered>, { least, most, uses }: Bounds): Term[] {
  const kept = [...all].filter(
    ([, term]) =>
      term.articles.length >= least &&
      term.articles.length <= most &&
      term.forms.size > 0 &&
      term.count >= uses &&
      !isIdle(term),
  );
  const nested = new Map<string, { weight: number; terms: number }>();
  for (const [, { stems, weight }] of kept) {
    for (const part of new Set(partsOf(stems))) {
      const sum = nested.get(part) ?? { weight: 0, terms: 0 };
      nested.set(part, { weight: sum.weight + weight, terms: sum.terms + 1 });
    }
  }
  return kept
    .map(([key, { stems, articles, weight, forms }]): Term => {
      const longer = nested.get(key);
      const own = weight - (longer ? longer.weight / longer.terms : 0);
      const score = Math.log2(1 + stems.length) * own * information(stems);
      return { key, stems, label: commonForm(forms), articles, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

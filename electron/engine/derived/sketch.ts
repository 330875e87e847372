import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Article } from '../../api/index.ts';
import { analyse, type Analysis } from '../language/analysis.ts';
import type { Explained } from '../language/name-acronyms.ts';
import { nameEvidence, type NameEvidence } from '../language/name-evidence.ts';
import type { NameKind } from '../language/names.ts';
import { openingOf, type Opening } from '../stories/opening.ts';
import { termCounts } from '../stories/term-counts.ts';
import type { TermUses } from '../stories/term-vectors.ts';
import { phrasesOf, type PhraseUse } from '../topics/phrases.ts';

/** What topics, names and stories need of an article, and nothing more. */
export interface ArticleSketch {
  readonly terms: TermUses;
  readonly phrases: readonly PhraseUse[];
  readonly names: Omit<NameEvidence, 'articleId'>;
  readonly opening: Opening;
}

/** To be raised whenever the same article would give another sketch. */
export const SKETCH_VERSION = 1;

const KINDS: readonly NameKind[] = ['person', 'place', 'organisation', 'other'];

/** The order of a sketch's parts; stems elsewhere than in the list of stems are indices into it. */
type Packed = readonly [
  version: number,
  title: string,
  made: 0 | 1,
  titleStems: readonly string[],
  stems: readonly string[],
  counts: readonly number[],
  lead: readonly number[],
  placed: readonly (readonly [text: string, ...stems: string[]])[],
  /** For each phrase: how many stems, the stems, its count, how many forms, the count of each form. */
  phrases: readonly number[],
  forms: readonly string[],
  names: readonly string[],
  /** For each name: kind, certain and located in one number, and its count. */
  senses: readonly number[],
  explained: readonly Explained[],
];

export function sketchAnalysis(analysis: Analysis): ArticleSketch {
  const counts = termCounts(analysis);
  const { uses, explained } = nameEvidence(analysis);
  return {
    terms: { stems: [...counts.keys()], counts: [...counts.values()] },
    phrases: phrasesOf(analysis),
    names: { uses, explained },
    opening: openingOf(analysis),
  };
}

export function encodeSketch({ terms, phrases, names, opening }: ArticleSketch): Uint8Array {
  const index = new Map(terms.stems.map((stem, i) => [stem, i]));
  const at = (stem: string) => {
    const found = index.get(stem);
    if (found === undefined) throw new RangeError(`A phrase has a stem that its article has not: ${stem}`);
    return found;
  };
  const packed: Packed = [
    SKETCH_VERSION,
    opening.title,
    opening.made ? 1 : 0,
    opening.titleStems,
    terms.stems,
    terms.counts,
    [...opening.lead].flatMap((stem) => index.get(stem) ?? []),
    opening.phrases.map(({ text, stems }) => [text, ...stems]),
    phrases.flatMap(({ stems, count, forms }) => [
      stems.length,
      ...stems.map(at),
      count,
      forms.length,
      ...forms.map(([, times]) => times),
    ]),
    phrases.flatMap(({ forms }) => forms.map(([form]) => form)),
    names.uses.map(({ text }) => text),
    names.uses.flatMap(({ kind, certain, located, count }) => [
      KINDS.indexOf(kind) + (certain ? 4 : 0) + (located ? 8 : 0),
      count,
    ]),
    names.explained,
  ];
  return deflateRawSync(JSON.stringify(packed), { level: 1 });
}

function unpackPhrases(numbers: readonly number[], forms: readonly string[], stems: readonly string[]) {
  const phrases: PhraseUse[] = [];
  let next = 0;
  let form = 0;
  const number = () => numbers[next++] ?? 0;
  while (next < numbers.length) {
    const own: string[] = [];
    for (let left = number(); left > 0; left--) own.push(stems[number()] ?? '');
    const count = number();
    const written: [string, number][] = [];
    for (let left = number(); left > 0; left--) written.push([forms[form++] ?? '', number()]);
    phrases.push({ stems: own, count, forms: written });
  }
  return phrases;
}

/** @throws Error where the bytes are no sketch of this version. */
export function decodeSketch(bytes: Uint8Array): ArticleSketch {
  const packed = JSON.parse(inflateRawSync(bytes).toString('utf8')) as Packed;
  if (packed[0] !== SKETCH_VERSION) throw new RangeError('The sketch is of another version.');
  const [, title, made, titleStems, stems, counts, lead, placed, phrases, forms, names, senses, explained] =
    packed;
  return {
    terms: { stems, counts },
    phrases: unpackPhrases(phrases, forms, stems),
    names: {
      uses: names.map((text, i) => {
        const sense = senses[2 * i] ?? 0;
        return {
          text,
          kind: KINDS[sense & 3] ?? 'other',
          certain: (sense & 4) > 0,
          located: (sense & 8) > 0,
          count: senses[2 * i + 1] ?? 1,
        };
      }),
      explained,
    },
    opening: {
      title,
      made: made === 1,
      titleStems,
      lead: new Set([...(made === 1 ? [] : titleStems), ...lead.map((at) => stems[at] ?? '')]),
      phrases: placed.map(([text, ...own]) => ({ text, stems: own })),
    },
  };
}

/** A pure function of the article. The parts of its language must have been loaded (`loadLanguage`). */
export function sketchOf(article: Article): Uint8Array {
  return encodeSketch(sketchAnalysis(analyse(article)));
}

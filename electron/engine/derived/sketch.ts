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

/** What stories need, in this order. */
type PackedStory = readonly [
  version: number,
  title: string,
  made: 0 | 1,
  titleStems: readonly string[],
  stems: readonly string[],
  counts: readonly number[],
  /** Indices into the stems, as all stems below. */
  lead: readonly number[],
  placed: readonly (readonly [text: string, ...stems: string[]])[],
];

/** What topics and names need. */
type PackedLabels = readonly [
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

function packStory({ terms, opening }: ArticleSketch, index: ReadonlyMap<string, number>): PackedStory {
  return [
    SKETCH_VERSION,
    opening.title,
    opening.made ? 1 : 0,
    opening.titleStems,
    terms.stems,
    terms.counts,
    [...opening.lead].flatMap((stem) => index.get(stem) ?? []),
    opening.phrases.map(({ text, stems }) => [text, ...stems]),
  ];
}

function packLabels({ phrases, names }: ArticleSketch, index: ReadonlyMap<string, number>): PackedLabels {
  const numbers: number[] = [];
  for (const { stems, count, forms } of phrases) {
    numbers.push(stems.length);
    for (const stem of stems) {
      const at = index.get(stem);
      if (at === undefined) throw new RangeError(`A phrase has a stem that its article has not: ${stem}`);
      numbers.push(at);
    }
    numbers.push(count, forms.length);
    for (const [, times] of forms) numbers.push(times);
  }
  return [
    numbers,
    phrases.flatMap(({ forms }) => forms.map(([form]) => form)),
    names.uses.map(({ text }) => text),
    names.uses.flatMap(({ kind, certain, located, count }) => [
      KINDS.indexOf(kind) + (certain ? 4 : 0) + (located ? 8 : 0),
      count,
    ]),
    names.explained,
  ];
}

const deflated = (value: unknown) => deflateRawSync(JSON.stringify(value), { level: 1 });
const inflated = (bytes: Uint8Array): unknown => JSON.parse(inflateRawSync(bytes).toString('utf8'));

/** The length of the first part, the part for stories, and the part for labels. */
export function encodeSketch(sketch: ArticleSketch): Uint8Array {
  const index = new Map(sketch.terms.stems.map((stem, i) => [stem, i]));
  const story = deflated(packStory(sketch, index));
  const labels = deflated(packLabels(sketch, index));
  const bytes = new Uint8Array(4 + story.length + labels.length);
  new DataView(bytes.buffer).setUint32(0, story.length);
  bytes.set(story, 4);
  bytes.set(labels, 4 + story.length);
  return bytes;
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

function storyEnd(bytes: Uint8Array): number {
  return 4 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
}

/**
 * Only what stories need, in half the time.
 * @throws Error where the bytes are no sketch of this version.
 */
export function decodeStoryPart(bytes: Uint8Array): Pick<ArticleSketch, 'terms' | 'opening'> {
  const packed = inflated(bytes.subarray(4, storyEnd(bytes))) as PackedStory;
  if (packed[0] !== SKETCH_VERSION) throw new RangeError('The sketch is of another version.');
  const [, title, made, titleStems, stems, counts, lead, placed] = packed;
  return {
    terms: { stems, counts },
    opening: {
      title,
      made: made === 1,
      titleStems,
      lead: new Set([...(made === 1 ? [] : titleStems), ...lead.map((at) => stems[at] ?? '')]),
      phrases: placed.map(([text, ...own]) => ({ text, stems: own })),
    },
  };
}

/** @throws Error where the bytes are no sketch of this version. */
export function decodeSketch(bytes: Uint8Array): ArticleSketch {
  const { terms, opening } = decodeStoryPart(bytes);
  const packed = inflated(bytes.subarray(storyEnd(bytes))) as PackedLabels;
  const [phrases, forms, names, senses, explained] = packed;
  return {
    terms,
    phrases: unpackPhrases(phrases, forms, terms.stems),
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
    opening,
  };
}

/** A pure function of the article. The parts of its language must have been loaded (`loadLanguage`). */
export function sketchOf(article: Article): Uint8Array {
  return encodeSketch(sketchAnalysis(analyse(article)));
}

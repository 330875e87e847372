// Makes electron/engine/language/word-tables.json from a folder of evaluation texts: figures only, how common
// stems are in news and which part of speech words mostly are. Run: node tests/quality/make-word-tables.ts EVAL_DIR
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { normalise, stem } from '../../electron/engine/language/stems.ts';
import { isStopword } from '../../electron/engine/language/stopwords.ts';
import { tokenise } from '../../electron/engine/language/tokens.ts';

const OUTPUT = join(import.meta.dirname, '../../electron/engine/language/word-tables.json');

/** Texts about one event: they count as one text, since a word common in one event is not common in news. */
type Group = string[];

function textsIn(folder: string): Group {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function clustered(folder: string): Group[] {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Record<string, string>;
  const groups = new Map<string, Group>();
  for (const [name, event] of Object.entries(gold)) {
    groups.set(event, [...(groups.get(event) ?? []), readFileSync(join(folder, name), 'utf8')]);
  }
  return [...groups.values()];
}

function groupsOf(evalDir: string): Group[] {
  const folders = (name: string) =>
    existsSync(join(evalDir, name))
      ? readdirSync(join(evalDir, name)).map((story) => textsIn(join(evalDir, name, story)))
      : [];
  const truth = JSON.parse(readFileSync(join(evalDir, 'html/ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string }
  >;
  return [
    ...clustered(join(evalDir, 'stories-basil')),
    ...clustered(join(evalDir, 'stories-newswcl50')),
    ...['duc2004', 'cnndm100', 'bbc'].flatMap(folders),
    ...Object.values(truth).map(({ articleBody }) => [articleBody]),
  ].filter((group) => group.length > 0);
}

/** Share of the texts that have each stem, a group of texts on one event counting as one. */
function documentShares(
  groups: readonly Group[],
): Map<string, { share: number; groups: number; lower: number }> {
  const shares = new Map<string, { share: number; groups: number; lower: number }>();
  for (const group of groups) {
    const here = new Map<string, { texts: number; lower: number }>();
    for (const text of group) {
      const stems = new Map<string, boolean>();
      for (const token of tokenise(text)) {
        if (isStopword(normalise(token.text)) || /\p{N}/u.test(token.text)) continue;
        const key = stem(token.text);
        stems.set(key, (stems.get(key) ?? false) || /^\p{Ll}/u.test(token.text));
      }
      for (const [key, lower] of stems) {
        const count = here.get(key) ?? { texts: 0, lower: 0 };
        here.set(key, { texts: count.texts + 1, lower: count.lower + (lower ? 1 : 0) });
      }
    }
    for (const [key, { texts, lower }] of here) {
      const sum = shares.get(key) ?? { share: 0, groups: 0, lower: 0 };
      sum.share += texts / group.length / groups.length;
      sum.groups += 1;
      sum.lower += lower / texts;
      shares.set(key, sum);
    }
  }
  return shares;
}

type PartOfSpeech = 'noun' | 'verb' | 'adjective' | 'adverb' | 'other';

function partOfSpeech(tags: readonly string[]): PartOfSpeech {
  if (tags.includes('Adverb')) return 'adverb';
  if (tags.includes('Verb')) return 'verb';
  if (tags.includes('Adjective')) return 'adjective';
  if (tags.includes('Noun')) return 'noun';
  return 'other';
}

interface Term {
  text: string;
  tags: string[];
}

function wordClasses(groups: readonly Group[]): Record<string, string[]> {
  const counts = new Map<string, Record<PartOfSpeech | 'all', number>>();
  for (const text of groups.flat()) {
    for (const { terms } of nlp(text).json({ terms: { tags: true } }) as { terms: Term[] }[]) {
      for (const { text: word, tags } of terms) {
        if (!/^\p{Ll}{2,}$/u.test(word) || isStopword(word)) continue;
        const count = counts.get(word) ?? { noun: 0, verb: 0, adjective: 0, adverb: 0, other: 0, all: 0 };
        count[partOfSpeech(tags)] += 1;
        count.all += 1;
        counts.set(word, count);
      }
    }
  }
  const classes: Record<string, string[]> = { verb: [], adjective: [], adverb: [], other: [], mixed: [] };
  for (const [word, count] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (count.all < 4 || count.noun / count.all > 0.8) continue;
    const kinds = ['verb', 'adjective', 'adverb', 'other'] as const;
    const main = kinds.reduce((best, kind) => (count[kind] > count[best] ? kind : best), kinds[0]);
    classes[count.noun / count.all > 0.25 ? 'mixed' : main]?.push(word);
  }
  return classes;
}

const [evalDir] = process.argv.slice(2);
if (!evalDir) throw new Error('Give the folder of evaluation texts.');
const groups = groupsOf(evalDir);
const byShare: Record<string, { common: string[]; capital: string[] }> = {};
for (const [key, { share, groups: seen, lower }] of [...documentShares(groups)].sort((a, b) =>
  a[0] < b[0] ? -1 : 1,
)) {
  if (seen < 3 || share < 0.004) continue;
  // Shares on a logarithmic scale: the table is for weights that are logarithms of them.
  const level = String(Math.round(8 * Math.log2(share)));
  (byShare[level] ??= { common: [], capital: [] })[lower / seen >= 0.5 ? 'common' : 'capital'].push(key);
}
const stems = Object.fromEntries(
  Object.entries(byShare)
    .sort((a, b) => Number(b[0]) - Number(a[0]))
    .map(([level, { common, capital }]) => [level, [common.join(' '), capital.join(' ')]]),
);
const classes = Object.fromEntries(
  Object.entries(wordClasses(groups)).map(([name, words]) => [name, words.join(' ')]),
);
writeFileSync(OUTPUT, `${JSON.stringify({ stems, classes }, null, 2)}\n`);
console.log(`${groups.length} groups → ${OUTPUT}`);

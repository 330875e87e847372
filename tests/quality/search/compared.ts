import type { Article } from '../../../electron/api/index.ts';
import { isStopword } from '../../../electron/engine/language/stopwords.ts';
import { editDistance } from '../../../electron/engine/search/edit-distance.ts';
import { prepareArticle } from '../../../electron/engine/search/prepare.ts';
import { SearchIndex } from '../../../electron/engine/search/search-index.ts';
import { random } from '../../bench/random.ts';
import { kendallAt, overlapAt } from './agreement.ts';
import { oneLunr } from './one-lunr.ts';

const DEPTH = 10;

/** Our index in the state that years of use would leave: many segments, articles replaced and removed in most. */
export function usedIndex(articles: readonly Article[]): SearchIndex {
  const next = random(3);
  const index = new SearchIndex();
  const order = articles.map((article) => ({ article, at: next() })).sort((a, b) => a.at - b.at);
  order.forEach(({ article: { id, contentHash }, article }, i) => {
    const other = order[(i + 1) % order.length]?.article ?? article;
    // One in five had another's text before; and of one in ten there is a copy for a while.
    if (i % 5 === 0) index.put(id, 'before', prepareArticle({ ...other, id }));
    if (i % 10 === 0) index.put(`${id} copy` as typeof id, 'copy', prepareArticle(other));
    if (i % 37 === 0) index.search('a');
    index.put(id, contentHash, prepareArticle(article));
    if (i % 10 === 9) index.remove(`${order[i - 9]?.article.id ?? id} copy` as typeof id);
  });
  for (const id of [...index.ids()]) if (id.endsWith(' copy')) index.remove(id);
  return index;
}

export interface KindOfQuery {
  readonly name: string;
  /**
   * Ours, and the same in lunr's: the first of lunr's that finds something counts. lunr looks for mistyped words
   * among stems, where they are seldom near; it is given the words that are.
   */
  readonly make: (
    word: () => string,
    near: (typed: string) => readonly string[],
  ) => readonly [ours: string, ...lunrs: string[]];
}

export const KINDS: readonly KindOfQuery[] = [
  { name: 'one word', make: (word) => twice(word()) },
  {
    name: 'two words',
    make: (word) => {
      const [a, b] = [word(), word()];
      return [`${a} ${b}`, `+${a} +${b}`, `${a} ${b}`];
    },
  },
  {
    name: 'three words',
    make: (word) => {
      const [a, b, c] = [word(), word(), word()];
      return [`${a} ${b} ${c}`, `+${a} +${b} +${c}`, `${a} ${b} ${c}`];
    },
  },
  { name: 'beginning of a word', make: (word) => twice(`${word().slice(0, 3)}*`) },
  {
    name: 'one letter wrong',
    make: (word, near) => {
      const typed = mistyped(word());
      return [`${typed}~1`, near(typed).join(' ')];
    },
  },
  { name: 'in the title', make: (word) => twice(`title:${word()}`) },
  { name: 'one word wished, one required', make: (word) => twice(`+${word()} ${word()}`) },
  { name: 'one with, one without', make: (word) => twice(`+${word()} -${word()}`) },
];

function twice(query: string): [string, string] {
  return [query, query];
}

/** With a letter in the middle exchanged for one that hardly any word has. */
function mistyped(word: string): string {
  const at = word.length >> 1;
  return `${word.slice(0, at)}q${word.slice(at + 1)}`;
}

export interface Agreement {
  readonly kind: string;
  readonly queries: number;
  /** Mean share of the first ten that both have. */
  readonly overlap: number;
  /** Mean of Kendall's tau over what both have of them. */
  readonly tau: number;
}

/** Words that carry content by how often they come, the most frequent first. */
function words(articles: readonly Article[]): string[] {
  const counts = new Map<string, number>();
  for (const { title, blocks } of articles) {
    const text = `${title} ${blocks.flatMap(({ sentences }) => sentences.map((each) => each.text)).join(' ')}`;
    // “don’t” is no word of its own here: lunr's language of queries has no apostrophes.
    for (const [word] of text.toLowerCase().matchAll(/(?<![\p{L}'’-])[a-z]{4,}(?![\p{L}'’-])/gu)) {
      if (!isStopword(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

/** How far our ranking, over many segments, is that of one lunr index of the same articles. */
export function compareWithLunr(articles: readonly Article[], queries: number): Agreement[] {
  const ours = usedIndex(articles);
  const lunr = oneLunr(articles);
  const next = random(9);
  const vocabulary = words(articles);
  const word = () => vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? '';
  const near = (typed: string) => vocabulary.filter((each) => editDistance(typed, each) === 1);
  const measured = KINDS.map(() => ({ overlaps: [] as number[], taus: [] as number[] }));
  for (let i = 0; i < queries; i++) {
    const kind = i % KINDS.length;
    const [query, ...theirs] = KINDS[kind]?.make(word, near) ?? ['', ''];
    const found = ours.search(query, { limit: DEPTH }).hits.map(({ id }) => id);
    const expected = theirs.map(lunr).find((list) => list.length > 0) ?? [];
    measured[kind]?.overlaps.push(overlapAt(DEPTH, found, expected));
    const tau = kendallAt(DEPTH, found, expected);
    if (tau !== null) measured[kind]?.taus.push(tau);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const row = (kind: string, overlaps: readonly number[], taus: readonly number[]): Agreement => ({
    kind,
    queries: overlaps.length,
    overlap: mean(overlaps),
    tau: mean(taus),
  });
  return [
    ...measured.map(({ overlaps, taus }, k) => row(KINDS[k]?.name ?? '', overlaps, taus)),
    row(
      'all',
      measured.flatMap(({ overlaps }) => overlaps),
      measured.flatMap(({ taus }) => taus),
    ),
  ];
}

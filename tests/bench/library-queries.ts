import type { Engine } from '../../electron/engine/engine.ts';
import { random } from './random.ts';

const QUERIES = 200;

/** Words by how often they come, the most frequent first. */
function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/\p{L}{3,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

/**
 * Two hundred queries of every kind in words of the texts, frequent and rare ones alike: single words, several,
 * beginnings, one letter wrong, two words in order, words with and without.
 */
export function queriesFrom(texts: readonly string[]): string[] {
  const next = random(7);
  const words = byFrequency(texts);
  const word = () => words[Math.floor(words.length ** next()) - 1] ?? 'news';
  const pairs = texts.flatMap((text) => Array.from(text.matchAll(/\p{L}{3,} \p{L}{3,}/gu), ([pair]) => pair));
  const pair = () => pairs[Math.floor(next() * pairs.length)] ?? 'the news';
  const kinds: readonly (() => string)[] = [
    word,
    word,
    () => `${word()} ${word()}`,
    () => `${word()} ${word()} ${word()}`,
    () => `${word().slice(0, 3)}*`,
    () => `${word()}~1`,
    () => `"${pair()}"`,
    () => `+${word()} -${word()}`,
    () => `title:${word()}`,
    () => word().slice(0, 4),
  ];
  return Array.from({ length: QUERIES }, (_, i) => kinds[i % kinds.length]?.() ?? word());
}

/** The same in words of the first articles of an open library. */
export async function querySet(engine: Engine): Promise<string[]> {
  const { hits } = await engine.browse({
    query: '',
    filters: { values: {}, match: 'all' },
    offset: 0,
    limit: 300,
  });
  const texts: string[] = [];
  for (const { article } of hits) {
    const { blocks } = await engine.article({ id: article.id });
    texts.push(blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join('\n'));
  }
  return queriesFrom(texts);
}

import type { Article, ArticleId } from '../../../electron/api/index.ts';
import { random } from '../../bench/random.ts';

const VOCABULARY = 15_000;
const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'pl', 'gr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea'];
const ENDINGS = ['', '', 's', 'ed', 'ing', 'ation', 'ment', 'er'];

/**
 * Invented articles, the same every time: words as frequent as words are (the n-th in proportion to 1/n, after
 * Zipf), each with several endings, and in each article some of its own subject; lengths from 60 to 700 words.
 */
export function inventedArticles(count: number): Article[] {
  const next = random(5);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const roots = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 2 + Math.floor(next() * 2) }, () => pick(ONSETS) + pick(VOWELS)).join(''),
  );
  const zipf = () => roots[Math.floor(VOCABULARY ** next()) - 1] ?? '';
  return Array.from({ length: count }, (_, i) => {
    const subject = Array.from({ length: 25 }, () => pick(roots));
    const word = () => (next() < 0.2 ? pick(subject) : zipf()) + pick(ENDINGS);
    const run = (length: number) => Array.from({ length }, word).join(' ');
    const paragraphs = Array.from({ length: 4 + Math.floor(next() * 40) }, () => run(15));
    const id = `invented${i}` as ArticleId;
    return {
      id,
      path: `${id}.txt`,
      title: run(5 + Math.floor(next() * 6)),
      titleOrigin: 'heading',
      source: `Source ${pick(ONSETS)}`,
      byline: null,
      publishedAt: `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
      language: 'en',
      direction: 'ltr',
      blocks: paragraphs.map((text, at) => ({
        id: `${id}.b${at}` as never,
        type: 'paragraph',
        sentences: [{ id: `${id}.s${at}` as never, text }],
      })),
      boilerplate: [],
      credits: [],
      wordCount: 15 * paragraphs.length,
      contentHash: id,
    };
  });
}

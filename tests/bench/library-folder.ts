import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { random } from './random.ts';

const WORDS_AN_ARTICLE = 450;
const VOCABULARY = 30_000;
/** Articles of one event, at most. */
const LARGEST_STORY = 6;

const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'pl', 'gr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea'];
const ENDINGS = ['', 's', 'ed', 'ing', 'ation', 'ment', 'er'];
const GIVEN = ['John', 'Mary', 'Peter', 'Anna', 'David', 'Susan', 'Paul', 'Helen', 'Mark', 'Laura'];

/**
 * Writes a folder of invented news, the same every time: words as frequent as words are (Zipf), one to six articles
 * of each event with names and words of its own, in a hundred folders.
 */
export function makeFolder(folder: string, articles: number): void {
  const next = random(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const invent = (syllables: number) =>
    Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS)).join('');
  const vocabulary = Array.from(
    { length: VOCABULARY },
    () => invent(1 + Math.floor(next() * 3)) + pick(ENDINGS),
  );
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  const zipf = () => vocabulary[Math.floor(VOCABULARY ** next()) - 1] ?? 'the';
  const newEvent = () => ({
    left: 1 + Math.floor(next() * LARGEST_STORY),
    people: Array.from({ length: 3 }, () => `${pick(GIVEN)} ${capital(invent(3))}`),
    words: Array.from({ length: 40 }, () => pick(vocabulary)),
  });
  let event = newEvent();
  for (let i = 0; i < articles; i++) {
    if (event.left-- === 0) event = newEvent();
    const word = () => (next() < 0.25 ? pick(event.words) : zipf());
    const sentence = () => {
      const words = Array.from({ length: 10 + Math.floor(next() * 14) }, word);
      if (next() < 0.3) words.splice(2, 0, pick(event.people));
      return `${capital(words.join(' '))}.`;
    };
    const paragraphs: string[] = [];
    for (let words = 0; words < WORDS_AN_ARTICLE;) {
      const paragraph = Array.from({ length: 2 + Math.floor(next() * 3) }, sentence).join(' ');
      paragraphs.push(paragraph);
      words += paragraph.split(' ').length;
    }
    const below = path.join(folder, String(i % 100).padStart(2, '0'));
    mkdirSync(below, { recursive: true });
    const title = capital(Array.from({ length: 8 }, word).join(' '));
    writeFileSync(path.join(below, `article-${i}.txt`), `${title}\n\n${paragraphs.join('\n\n')}\n`);
  }
}

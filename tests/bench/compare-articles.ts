import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../electron/api/index.ts';
import { articleIdOf } from '../../electron/engine/documents/ids.ts';
import { readDocument } from '../../electron/engine/documents/read.ts';
import { random } from './random.ts';

const WORDS = 800;
/** Share of an article's sentences that report what other articles of the story report too. */
const SHARED = 0.4;
/** Share of the words of a shared sentence that an article leaves out or says otherwise. */
const REWORDED = 0.25;

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['seeds', 'tests/quality/gold/ferry', 'tests/quality/gold/budget'];

async function sentencesOf(folder: string): Promise<string[]> {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.txt'));
  const articles = await Promise.all(names.map((name) => read(name, readFileSync(join(ROOT, folder, name)))));
  return articles.flatMap(({ blocks }) =>
    blocks.flatMap(({ type, sentences }) => (type === 'heading' ? [] : sentences.map(({ text }) => text))),
  );
}

async function read(name: string, bytes: Uint8Array): Promise<Article> {
  const result = await readDocument({ id: articleIdOf(name), path: name, bytes });
  if ('failure' in result) throw new Error(result.failure.message);
  return result.article;
}

/**
 * Articles of one story, 800 words each, made of the sentences of our own texts: a part of each reports facts
 * that others report too, reworded; the rest is its own, as sentences of the same vocabulary that say nothing.
 */
export async function storyOf(count: number): Promise<Article[]> {
  const facts = (await Promise.all(FOLDERS.map(sentencesOf))).flat();
  const vocabulary = facts.flatMap((text) => text.split(' ')).filter((word) => /^\p{Ll}+$/u.test(word));
  const next = random(count);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const reworded = (text: string) =>
    text
      .split(' ')
      .map((word) => (/^\p{Ll}+$/u.test(word) && next() < REWORDED ? pick(vocabulary) : word))
      .join(' ');
  // A word of its own now and then, so that rare terms stay rare however many articles there are.
  const own = (article: number) =>
    pick(facts)
      .split(' ')
      .map((word) =>
        /^\p{Ll}+$/u.test(word) && next() < 0.8
          ? next() < 0.2
            ? `${pick(vocabulary)}${article % 97}x`
            : pick(vocabulary)
          : word,
      )
      .join(' ');
  return Promise.all(
    Array.from({ length: count }, (_, article) => {
      const paragraphs: string[] = [];
      for (let words = 0; words < WORDS;) {
        const text = next() < SHARED ? reworded(pick(facts)) : own(article);
        paragraphs.push(text);
        words += text.split(' ').length;
      }
      const text = `Report ${article} of the story\n\n${paragraphs.join('\n\n')}\n`;
      return read(`report-${article}.txt`, new TextEncoder().encode(text));
    }),
  );
}

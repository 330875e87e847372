import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../../electron/api/index.ts';
import { articleIdOf } from '../../electron/engine/documents/ids.ts';
import { readDocument } from '../../electron/engine/documents/read.ts';
import { queriesFrom } from './library-queries.ts';
import { random } from './random.ts';

/** Articles of which the words of queries are taken. */
const ASKED_OF = 300;
const QUERIES_A_KIND = 100;

/** The articles in a folder, one after another, so that nothing but what is made of them stays. */
export async function* articlesIn(folder: string): AsyncGenerator<Article> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const entry of files) {
    const absolute = path.join(entry.parentPath, entry.name);
    const below = path.relative(folder, absolute).split(path.sep).join('/');
    const bytes = readFileSync(absolute);
    const result = await readDocument({ id: articleIdOf(below), path: below, bytes });
    if ('article' in result) yield result.article;
  }
}

export function textOf({ blocks }: Article): string {
  return blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join('\n');
}

/** Queries by kind, in words of the texts, frequent and rare ones alike; `mixed` are two hundred of every kind. */
export function queriesByKind(all: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const texts = all.slice(0, ASKED_OF);
  const next = random(13);
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/\p{L}{4,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const word = () => words[Math.floor(words.length ** next()) - 1] ?? 'news';
  const pairs = texts.flatMap((text) => Array.from(text.matchAll(/\p{L}{3,} \p{L}{3,}/gu), ([pair]) => pair));
  const hundred = (make: () => string) => Array.from({ length: QUERIES_A_KIND }, make);
  return {
    'one word': hundred(word),
    'three words': hundred(() => `${word()} ${word()} ${word()}`),
    'beginning of a word': hundred(() => `${word().slice(0, 3)}*`),
    'one letter wrong': hundred(() => `${word()}~1`),
    'two words in order': hundred(() => `"${pairs[Math.floor(next() * pairs.length)] ?? 'the news'}"`),
    'in the title': hundred(() => `title:${word()}`),
    'one with, one without': hundred(() => `+${word()} -${word()}`),
    mixed: queriesFrom(texts),
  };
}

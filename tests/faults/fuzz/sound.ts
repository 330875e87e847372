import { createHash } from 'node:crypto';
import MarkdownIt from 'markdown-it';
import type { Article } from '../../../electron/api/index.ts';
import { decode } from '../../../electron/engine/documents/decode.ts';
import { declaredCharset } from '../../../electron/engine/documents/html-charset.ts';
import { kindOf } from '../../../electron/engine/documents/kinds.ts';
import type { FuzzedDocument } from './documents.ts';

const { unescapeAll } = new MarkdownIt().utils;

/** Letters and digits alone: what no reader of a format may change, whatever it makes of the rest. */
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Characters of a text but white space, hyphens and marks of quotation at a line's beginning, which go where lines
 * are joined.
 */
const joined = (text: string) => text.replace(/[\s\u00ad\-‐>]+/gu, '');

/** What is wrong with an article made of a document; empty where nothing is. */
export function unsoundness(article: Article, { path, bytes }: FuzzedDocument): string[] {
  return [...malformed(article, bytes), ...notVerbatim(article, path, bytes)].slice(0, 5);
}

function malformed(article: Article, bytes: Buffer): string[] {
  const faults: string[] = [];
  const sentences = article.blocks.flatMap((block) => block.sentences);
  const ids = [...article.blocks.map(({ id }) => id), ...sentences.map(({ id }) => id)];
  if (new Set(ids).size !== ids.length) faults.push('two of its parts have one id');
  const strange = ids.find((id) => !/^[0-9a-z][0-9a-z.-]{3,63}$/.test(id));
  if (strange !== undefined) faults.push(`the contract takes no id like ${strange}`);
  if (sentences.length === 0) faults.push('it has no sentence');
  if (article.title.trim() === '') faults.push('it has no title');
  if (!Number.isSafeInteger(article.wordCount) || article.wordCount < 0)
    faults.push('its words are not counted');
  if (article.contentHash !== createHash('sha256').update(bytes).digest('hex'))
    faults.push('its hash is another');
  if (article.publishedAt !== null && !/^\d{4}-\d{2}-\d{2}(T|$)/.test(article.publishedAt)) {
    faults.push(`its date is none: ${article.publishedAt}`);
  }
  if (!/^[a-z]{2,3}$/.test(article.language)) faults.push(`its language is none: ${article.language}`);
  for (const block of article.blocks) {
    if (block.level !== undefined && !(Number.isSafeInteger(block.level) && block.level >= 1)) {
      faults.push(`a level of ${block.level}`);
    }
    if (block.sentences.length === 0) faults.push('a block has no sentence');
    for (const { text } of block.sentences) {
      const folded = block.type === 'preformatted' ? text : text.replace(/\s+/g, ' ').trim();
      if (folded !== text) faults.push(`white space is not folded: ${shown(text)}`);
      if (text.trim() === '') faults.push('a sentence is blank');
    }
  }
  const texts = [
    article.title,
    article.byline ?? '',
    article.source ?? '',
    ...sentences.map(({ text }) => text),
    ...article.boilerplate.map(({ text }) => text),
    ...article.credits,
  ];
  const broken = texts.find((text) => !text.isWellFormed());
  if (broken !== undefined) faults.push(`half a character: ${shown(broken)}`);
  return faults;
}

/** Sentences are in the file as they stand; of markup, their letters and digits in their order. */
function notVerbatim(article: Article, path: string, bytes: Buffer): string[] {
  const kind = kindOf(path);
  const decoded = decode(bytes, kind === 'html' ? declaredCharset(bytes) : undefined);
  if ('failure' in decoded) return ['it is of a text that cannot be decoded'];
  const sentences = article.blocks.flatMap((block) => block.sentences.map(({ text }) => text));
  if (kind === 'text') {
    const source = joined(decoded.text);
    const missing = sentences.find((text) => !source.includes(joined(text)));
    return missing === undefined ? [] : [`not in the file: ${shown(missing)}`];
  }
  // Browsers, and so pages, do without the semicolon.
  const ended = decoded.text.replace(/&([a-z]+\d*)(?![a-z\d;])/gi, '&$1;');
  const sources = [decoded.text, unescapeAll(decoded.text), unescapeAll(ended)];
  const withoutTags = sources.map((text) =>
    bare(text.replace(/<[^<>]*>/g, '').replace(/\]\([^()\s]*\)/g, '')),
  );
  const missing = sentences.find((text) => {
    const letters = bare(text);
    return (
      !withoutTags.some((each) => each.includes(letters)) && !sources.some((each) => inOrder(letters, each))
    );
  });
  return missing === undefined ? [] : [`not in the file, even its letters: ${shown(missing)}`];
}

/** Whether the characters of a text come in another in their order, whatever is between them. */
function inOrder(text: string, source: string): boolean {
  let at = 0;
  for (const character of text) {
    at = source.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const shown = (text: string) => JSON.stringify(text.length > 160 ? `${text.slice(0, 160)}…` : text);

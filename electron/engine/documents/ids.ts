import { hash as digest } from 'node:crypto';
import type { ArticleId, BlockId, SentenceId } from '../../api/index.ts';

function shortHash(text: string, length: number): string {
  return digest('sha256', text, 'hex').slice(0, length);
}

/** The article's id from its path below the library, forward slashes. Unicode forms of one name agree. */
export function articleIdOf(relativePath: string): ArticleId {
  return shortHash(relativePath.normalize('NFC'), 12) as ArticleId;
}

/** Hands out ids within one article: hash of the text, numbered where the same text comes again. */
export function idsWithin(articleId: ArticleId): {
  block(text: string): BlockId;
  sentence(text: string): SentenceId;
} {
  const seen = new Map<string, number>();
  const next = (kind: string, text: string): string => {
    const hash = kind + shortHash(text, 10);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${articleId}.${hash}${count > 1 ? `-${count}` : ''}`;
  };
  return {
    block: (text) => next('b', text) as BlockId,
    sentence: (text) => next('s', text) as SentenceId,
  };
}

/** The article that a sentence is of: the only place besides the one above that knows how ids are made. */
export function articleOfSentence(id: SentenceId): ArticleId {
  return id.slice(0, id.indexOf('.')) as ArticleId;
}

/** The id that a sentence has once its article has another id. */
export function sentenceMovedTo(article: ArticleId, id: SentenceId): SentenceId {
  return `${article}${id.slice(id.indexOf('.'))}` as SentenceId;
}

/** The id that a block has once its article has another id. */
export function blockMovedTo(article: ArticleId, id: BlockId): BlockId {
  return `${article}${id.slice(id.indexOf('.'))}` as BlockId;
}

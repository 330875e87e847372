import type { Article } from '../../api/index.ts';
import { articleIdOf, blockMovedTo, sentenceMovedTo } from '../documents/ids.ts';
import type { ArticleRecord } from './record.ts';

/** A record as the same bytes give it at another path. */
export function recordAt(path: string, record: ArticleRecord): ArticleRecord {
  return record.path === path ? record : { ...record, id: articleIdOf(path), path };
}

/** An article as the same bytes give it at another path: the ids of it and within it are others. */
export function articleAt(path: string, article: Article): Article {
  if (article.path === path) return article;
  const id = articleIdOf(path);
  const blocks = article.blocks.map((block) => ({
    ...block,
    id: blockMovedTo(id, block.id),
    sentences: block.sentences.map((sentence) => ({ ...sentence, id: sentenceMovedTo(id, sentence.id) })),
  }));
  return { ...article, id, path, blocks };
}

import type { Article, Block, BlockType } from '../../../electron/api/index.ts';
import { articleIdOf, idsWithin } from '../../../electron/engine/documents/ids.ts';
import { analyse, type Analysis } from '../../../electron/engine/language/analysis.ts';

export interface BlockSpec {
  readonly type?: BlockType;
  readonly role?: 'recap';
  readonly sentences: readonly string[];
}

/** An article for tests: a string is a paragraph of one sentence. */
export function article(
  path: string,
  blocks: readonly (string | BlockSpec)[],
  more: Partial<Article> = {},
): Article {
  const id = articleIdOf(path);
  const ids = idsWithin(id);
  const made = blocks.map((spec): Block => {
    const { type = 'paragraph', role, sentences } = typeof spec === 'string' ? { sentences: [spec] } : spec;
    return {
      id: ids.block(sentences.join(' ')),
      type,
      ...(role ? { role } : {}),
      sentences: sentences.map((text) => ({ id: ids.sentence(text), text })),
    };
  });
  return {
    id,
    path,
    title: path,
    titleOrigin: 'made',
    source: null,
    byline: null,
    publishedAt: null,
    language: 'en',
    direction: 'ltr',
    blocks: made,
    boilerplate: [],
    credits: [],
    wordCount: blocks.length,
    contentHash: path,
    ...more,
  };
}

export function analysed(
  path: string,
  blocks: readonly (string | BlockSpec)[],
  more?: Partial<Article>,
): Analysis {
  return analyse(article(path, blocks, more));
}

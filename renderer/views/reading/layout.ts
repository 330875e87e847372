import type { Article, Block, SentenceId } from '../../../electron/api/index.ts';

/** What is set as one piece: a block by itself, or a run of list items. */
export type Piece =
  | { readonly kind: 'list'; readonly key: string; readonly items: readonly Block[]; readonly recap: boolean }
  | {
      readonly kind: 'block';
      readonly key: string;
      readonly block: Block;
      readonly tag: string;
      readonly recap: boolean;
    };

const TAGS = { paragraph: 'p', quote: 'blockquote', preformatted: 'pre' } as const;

/**
 * The blocks of an article as they are set. Headings come below the column's own (h2) and never skip a level,
 * whatever the file does. `recap` is true for the first piece of a run of recaps.
 */
export function piecesOf(blocks: readonly Block[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let run: Block[] = [];
  const above: number[] = [];
  let before: Block | undefined;
  for (const [index, block] of blocks.entries()) {
    const recap = block.role === 'recap' && before?.role !== 'recap';
    before = block;
    if (block.type === 'list-item') {
      if (run.length === 0 || recap) {
        run = [];
        pieces.push({ kind: 'list', key: block.id, items: run, recap });
      }
      run.push(block);
      if (blocks[index + 1]?.type !== 'list-item') run = [];
      continue;
    }
    let tag: string;
    if (block.type === 'heading') {
      const level = Math.max(1, block.level ?? 1);
      while ((above.at(-1) ?? 0) >= level) above.pop();
      above.push(level);
      tag = `h${Math.min(6, 2 + above.length)}`;
    } else {
      tag = TAGS[block.type];
    }
    pieces.push({ kind: 'block', key: block.id, block, tag, recap });
  }
  return pieces;
}

/** What stands between two sentences: languages written without spaces have none. */
export function gapIn(language: string): string {
  return /^(zh|ja|th|lo|km|my)\b/.test(language) ? '' : ' ';
}

/** A block's height in lines of about this many characters; good enough to reserve room for it. */
export function estimatedLines(block: Block, charactersPerLine = 46): number {
  const text = block.sentences.map((sentence) => sentence.text).join(' ');
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0);
}

/** Where sentences stand, as a share of the whole height, 0 to 1. */
export type Heights = ReadonlyMap<SentenceId, number>;

export interface Extent {
  readonly top: number;
  readonly height: number;
}

/** Heights of all sentences from where their blocks stand; within a block they follow its characters. */
export function heightsOf(article: Article, extents: readonly Extent[], whole: number): Heights {
  const heights = new Map<SentenceId, number>();
  for (const [index, block] of article.blocks.entries()) {
    const extent = extents[index];
    if (!extent) continue;
    const characters = block.sentences.reduce((sum, sentence) => sum + sentence.text.length, 0);
    let before = 0;
    for (const sentence of block.sentences) {
      const within = characters === 0 ? 0 : before / characters;
      heights.set(sentence.id, (extent.top + within * extent.height) / Math.max(1, whole));
      before += sentence.text.length;
    }
  }
  return heights;
}

/** Heights of the sentences of an article that is not set as a column. */
export function estimatedHeights(article: Article): Heights {
  let top = 0;
  const extents = article.blocks.map((block): Extent => {
    const height = estimatedLines(block) + 0.5;
    top += height;
    return { top: top - height, height };
  });
  return heightsOf(article, extents, top);
}

/** A path of small bars, one for each sentence that has a height. */
export function bars(
  sentences: Iterable<SentenceId>,
  heights: Heights,
  box: { readonly height: number; readonly end: number },
  bar: { readonly width: number; readonly height: number },
): string {
  let path = '';
  for (const id of sentences) {
    const share = heights.get(id);
    if (share === undefined) continue;
    const y = Math.round(share * (box.height - bar.height));
    path += `M${box.end - bar.width} ${y}h${bar.width}v${bar.height}h${-bar.width}z`;
  }
  return path;
}

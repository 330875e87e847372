import { describe, expect, it } from 'vitest';
import type { Block, SentenceId } from '../../../../../electron/api/index.ts';
import {
  bars,
  estimatedHeights,
  gapIn,
  heightsOf,
  piecesOf,
} from '../../../../../renderer/views/reading/layout.ts';
import { article, sentenceId } from '../../state/reading-fake.ts';

let count = 0;
const block = (type: Block['type'], rest: Partial<Block> = {}): Block => ({
  id: `b${(count += 1)}` as Block['id'],
  type,
  sentences: [],
  ...rest,
});
const tags = (blocks: readonly Block[]) =>
  piecesOf(blocks).map((piece) => (piece.kind === 'list' ? `list of ${piece.items.length}` : piece.tag));

describe('piecesOf', () => {
  it.each([
    ['never skips a level of headings', [1, 4, 2, 6, 6], ['h3', 'h4', 'h4', 'h5', 'h5']],
    ['begins below the column’s own heading', [3, 2], ['h3', 'h3']],
    ['gives headings of one level one level', [2, 2, 2], ['h3', 'h3', 'h3']],
  ])('%s', (_case, levels, expected) => {
    expect(tags(levels.map((level) => block('heading', { level })))).toEqual(expected);
  });

  it('sets a run of list items as one list', () => {
    const blocks = [block('list-item'), block('list-item'), block('paragraph'), block('list-item')];
    expect(tags(blocks)).toEqual(['list of 2', 'p', 'list of 1']);
  });

  it('notes where recaps begin, once a run', () => {
    const blocks = [
      block('list-item'),
      block('list-item', { role: 'recap' }),
      block('list-item', { role: 'recap' }),
      block('paragraph', { role: 'recap' }),
    ];
    expect(piecesOf(blocks).map(({ recap }) => recap)).toEqual([false, true, false]);
  });
});

it.each([
  ['en', ' '],
  ['zh', ''],
  ['zh-Hant', ''],
  ['ja', ''],
  ['ko', ' '],
])('sentences of %s are parted by %j', (language, gap) => {
  expect(gapIn(language)).toBe(gap);
});

describe('heights', () => {
  it('follow the blocks, and the characters within a block', () => {
    const one = article('a', []);
    const sentences = [
      { id: sentenceId('a', 1), text: 'x'.repeat(30) },
      { id: sentenceId('a', 2), text: 'x'.repeat(10) },
    ];
    const heights = heightsOf(
      { ...one, blocks: [block('paragraph', { sentences })] },
      [{ top: 100, height: 40 }],
      1000,
    );
    expect([...heights.values()]).toEqual([0.1, 0.13]);
  });

  it('are estimated in order from the text alone', () => {
    const values = [...estimatedHeights(article('a', ['One.', 'Two.', 'Three.'])).values()];
    expect(values[0]).toBe(0);
    expect(values).toEqual(values.toSorted((one, other) => one - other));
    expect(values.at(-1)).toBeLessThan(1);
  });

  it('become bars that stay within the map', () => {
    const heights = new Map([[sentenceId('a', 1), 1]]);
    const path = bars(
      [sentenceId('a', 1), 'unknown' as SentenceId],
      heights,
      { height: 100, end: 10 },
      { width: 6, height: 2 },
    );
    expect(path).toBe('M4 98h6v2h-6z');
  });
});

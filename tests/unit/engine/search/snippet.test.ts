import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SnippetPart } from '../../../../electron/api/index.ts';
import { prepareArticle } from '../../../../electron/engine/search/prepare.ts';
import { SearchIndex } from '../../../../electron/engine/search/search-index.ts';
import { snippetOf } from '../../../../electron/engine/search/snippet.ts';
import { article, type BlockSpec } from '../articles.ts';

function snippet(blocks: readonly (string | BlockSpec)[], query: string): SnippetPart[] {
  const found = article('a.txt', blocks);
  const index = new SearchIndex();
  index.put(found.id, found.contentHash, prepareArticle(found));
  const { finder, items } = index.search(query);
  const parts = snippetOf(found, finder, items(found));
  // What the index knows saves work, and changes nothing.
  expect(parts).toEqual(snippetOf(found, finder));
  expect(items({ ...found, contentHash: 'another' })).toBeNull();
  return parts;
}

const shown = (parts: readonly SnippetPart[]) =>
  parts.map((part) => (part.found ? `[${part.text}]` : part.text)).join('');

describe('snippetOf', () => {
  it.each([
    [
      'the sentence that has most of the query',
      'ferry wages',
      'The [ferry] crews want higher [wages] this year, they say.',
    ],
    ['the first of equal ones', 'ferry', 'A [ferry] left at dawn.'],
    [
      'the first sentence where only a label or the title was found',
      'topic:none',
      'Nothing is said here of it.',
    ],
  ])('gives %s', (_, query, expected) => {
    const blocks = [
      { type: 'heading' as const, sentences: ['Ferry wages'] },
      'Nothing is said here of it.',
      'A ferry left at dawn.',
      'The ferry crews want higher wages this year, they say.',
    ];
    expect(shown(snippet(blocks, query))).toBe(expected);
  });

  it('gives the first sentence that has it all, though a later one has it more often', () => {
    const blocks = [
      'Wages of ferry crews rose at last, after years of talks.',
      'Ferry wages, ferry wages, ferry.',
    ];
    expect(shown(snippet(blocks, 'ferry wages'))).toBe(
      '[Wages] of [ferry] crews rose at last, after years of talks.',
    );
  });

  it('adds the next sentence of the paragraph to a short one', () => {
    expect(shown(snippet([{ sentences: ['A ferry left.', 'Its crew waved.'] }], 'ferry crew'))).toBe(
      'A [ferry] left. Its [crew] waved.',
    );
  });

  it('cuts a very long sentence between words and says so', () => {
    const long =
      `${'some words before it '.repeat(20)}the ferry ${'and some words after it '.repeat(20)}`.trim();
    const parts = snippet([long], 'ferry');
    const text = parts.map((part) => part.text).join('');
    expect(text).toMatch(/^… \w/);
    expect(text).toMatch(/\w …$/);
    expect(long).toContain(text.slice(2, -2));
    expect(long.split(' ')).toEqual(expect.arrayContaining(text.slice(2, -2).split(' ')));
    expect(text.length).toBeLessThan(240);
    expect(parts.filter((part) => part.found).map((part) => part.text)).toEqual(['ferry']);
  });

  it('gives the published words whatever they are', () => {
    const words = fc.array(fc.constantFrom('ferry', 'ünïcode', '🚢🚢🚢', 'a', 'x'.repeat(90), '和平'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, (all) => {
        const sentence = all.join(' ');
        const text = snippet([sentence], 'ferry')
          .map((part) => part.text)
          .join('');
        expect(text.isWellFormed()).toBe(true);
        expect(sentence).toContain(text.replace(/^… /, '').replace(/ …$/, ''));
      }),
    );
  });

  it('is the same by what the index knows of paragraphs as by looking at all of them', () => {
    const word = fc.constantFrom(
      'ferry',
      'ferries',
      'Wages',
      'strike-bound',
      '***',
      '—',
      'crew',
      '2,5',
      'the',
    );
    const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    const lines = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
    const block: fc.Arbitrary<BlockSpec> = fc.oneof(
      fc.record({
        type: fc.constantFrom('heading' as const, 'paragraph' as const, 'quote' as const),
        sentences: fc.array(sentence, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ type: fc.constant('preformatted' as const), sentences: fc.tuple(lines) }),
    );
    const query = fc.constantFrom(
      'ferry',
      'ferr*',
      'wagse~1',
      '"ferry crew"',
      'ferry wages',
      'title:crew',
      '+strike -the',
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), query, (blocks, asked) => {
        snippet(blocks, asked);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../electron/engine/documents/markdown.ts';

const BODY = 'The council met on Monday. It will vote next week.';

describe('readMarkdown', () => {
  it('reads headings, lists, quotations, code and tables as plain text', () => {
    const text = [
      '# Budget is late',
      '',
      'The *council* met on **Monday**, [it said](https://example.org "x"). `code` ![a chart](c.png)',
      'It goes\\',
      'on.',
      '',
      '## The vote',
      '',
      '- schools',
      '- roads',
      '  1. first',
      '  2. second',
      '',
      '    more on it',
      '',
      '3. third',
      '4. fourth',
      '',
      '> A quotation',
      '> of two lines.',
      '',
      '```js',
      'let x;',
      '  y',
      '```',
      '',
      '| Year | Budget |',
      '|---|---|',
      '| 2024 | 1.2m |',
    ].join('\n');
    expect(readMarkdown(text)).toMatchObject({
      title: 'Budget is late',
      titleOrigin: 'stated',
      blocks: [
        { type: 'paragraph', text: 'The council met on Monday, it said. code a chart It goes\non.' },
        { type: 'heading', level: 2, text: 'The vote' },
        { type: 'list-item', level: 1, text: 'schools' },
        { type: 'list-item', level: 1, text: 'roads' },
        { type: 'list-item', level: 2, marker: '1.', text: 'first' },
        { type: 'list-item', level: 2, marker: '2.', text: 'second' },
        { type: 'list-item', level: 1, text: 'more on it' },
        { type: 'list-item', level: 1, marker: '3.', text: 'third' },
        { type: 'list-item', level: 1, marker: '4.', text: 'fourth' },
        { type: 'quote', text: 'A quotation of two lines.' },
        { type: 'preformatted', text: 'let x;\n  y' },
        { type: 'preformatted', text: 'Year | Budget\n2024 | 1.2m' },
      ],
    });
  });

  it('takes title, author, date, source and language from front matter, which is kept aside', () => {
    const front =
      '---\ntitle: "Budget: late"\nauthor: Jane Doe\ndate: 2025-12-15T14:30:00Z\nsource: The Daily\nlang: en-GB\nlayout: post\n---';
    expect(readMarkdown(`${front}\n\n# Budget: late\n\n${BODY}`)).toMatchObject({
      title: 'Budget: late',
      byline: 'Jane Doe',
      publishedAt: '2025-12-15T14:30Z',
      source: 'The Daily',
      language: 'en-gb',
      blocks: [{ type: 'paragraph', text: BODY }],
      boilerplate: [
        { text: front, reason: 'markup' },
        { text: 'Budget: late', reason: 'repeated-title' },
      ],
    });
  });

  it('sets raw HTML and its scripts aside and keeps the text between tags', () => {
    const document = readMarkdown(
      `# T\n\n<div class="a">A boxed line.</div>\n\n<script>alert(1)</script>\n\nText <b>in</b> tags.`,
    );
    expect(document.blocks.map(({ text }) => text)).toEqual(['A boxed line.', 'Text in tags.']);
    expect(document.boilerplate.map(({ reason, text }) => `${reason} ${text}`)).toEqual([
      'markup <div class="a"></div>',
      'markup <script>alert(1)</script>',
      'markup <b>',
      'markup </b>',
    ]);
  });

  it('has no title of its own without a heading at its head', () => {
    expect(readMarkdown(`${BODY}\n\n## Later\n\n${BODY}`)).toMatchObject({ title: null });
    expect(readMarkdown('# Only a heading')).toMatchObject({ title: null, blocks: [{ type: 'heading' }] });
  });

  it('sets share links, bylines, dates and credits aside', () => {
    expect(
      readMarkdown(
        `# T\n\nBy Jane Doe\n\n15 December 2025\n\n${BODY}\n\nShare on Facebook | Share on X\n\n(afp)`,
      ),
    ).toMatchObject({
      byline: 'Jane Doe',
      publishedAt: '2025-12-15',
      source: 'AFP',
      credits: ['By Jane Doe', '(afp)'],
      blocks: [{ text: BODY }],
      boilerplate: [
        { text: '15 December 2025', reason: 'markup' },
        { text: 'Share on Facebook | Share on X', reason: 'share-links' },
      ],
    });
  });

  it('takes a file that is larger than any book as it is, since its tree would exhaust the memory', () => {
    const text = `A *star* ${'x'.repeat(90_000)}.\n\n`.repeat(56);
    expect(readMarkdown(text).blocks[0]?.text).toContain('*star*');
  });

  it('reads a paragraph of any length', () => {
    const text = '[('.repeat(100_000);
    expect(readMarkdown(text).blocks).toEqual([{ type: 'paragraph', text }]);
  });

  it.each([1, 10, 48, 49, 50, 51, 98, 99, 100, 101, 150, 1000])(
    'loses nothing of what is nested %i deep, which is more than the parser follows',
    (depth) => {
      const list = Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- point ${i}`).join('\n');
      const nested = `${BODY}\n\n${'>'.repeat(depth)} deep words\n\n${BODY}\n\n${list}\n\n${BODY} At the end.`;
      const text = readMarkdown(nested)
        .blocks.map((block) => block.text)
        .join('\n');
      expect(text).toContain('deep words');
      expect(text).toContain(`point ${depth - 1}`);
      expect(text).toContain('At the end.');
    },
  );
});

import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import {
  boldMarkdown,
  cssString,
  escapeHtml,
  escapeMarkdown,
  fenced,
} from '../../../../electron/engine/report/escape.ts';

const markdown = new MarkdownIt('commonmark').enable(['strikethrough', 'table']);

function textOf(html: string): string {
  return parseHTML(`<html><body>${html}</body></html>`).document.body.textContent;
}

/** Text made mostly of what could mean something. */
const risky = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\`*_{}[]()<>#+-=.!|~&;:"\'^$@/0123456789 aéß中ع'),
      fc.constantFrom(
        '&amp;',
        '&#65;',
        '1. ',
        '2)',
        '- ',
        '# ',
        '<b>',
        '](x)',
        '***',
        '__',
        '~~',
        '```',
        '\t',
        ' | ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('').replaceAll('\0', '').replace(/\s+/gu, ' ').trim());

describe('escapeMarkdown', () => {
  it.each([
    ['000_c0ea86e87695bb21.txt', '000_c0ea86e87695bb21.txt'],
    ['It rose 5.1% – a lot.', 'It rose 5.1% – a lot.'],
    ['1. First', '1\\. First'],
    ['2024 was', '2024 was'],
    ['# one', '\\# one'],
    ['- one', '\\- one'],
    ['> one', '\\> one'],
    ['_so_', '\\_so\\_'],
    ['a * b [c] <d>', 'a \\* b \\[c\\] \\<d>'],
    ['R&D &amp; AT&T;', 'R\\&D \\&amp; AT\\&T;'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('renders to exactly the text given, as a paragraph and in a list', () => {
    fc.assert(
      fc.property(risky, (text) => {
        const escaped = escapeMarkdown(text);
        const paragraph = markdown.render(escaped);
        expect(textOf(paragraph).trim()).toBe(text);
        expect(paragraph).toMatch(text === '' ? /^$/ : /^<p>[^<]*<\/p>\n$/);
        expect(textOf(markdown.render(`1. ${escaped}`)).trim()).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('boldMarkdown', () => {
  it.each([
    ['They sent 12 ships.', '12', 'They sent **12** ships.'],
    ['About 90% of it', '90%', 'About **90%** of it'],
    ['About (90%) of it', '90%', 'About (**90**%) of it'],
    ['so-called “peace”', '“peace”', 'so-called **“peace”**'],
    ['他们派出12艘船。', '12', '他们派出**12**艘船。'],
    ['a*b', '*', 'a\\*b'],
    ['1. x', '1. x', '**1. x**'],
  ])('writes %j with %j in bold as %j', (text, words, written) => {
    const start = text.indexOf(words);
    expect(boldMarkdown(text, { start, end: start + words.length })).toBe(written);
  });

  it('renders to exactly the text given, with nothing bold but the words meant', () => {
    const placed = risky.chain((text) =>
      fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length })).map(([x, y]) => ({
        text,
        span: { start: Math.min(x, y), end: Math.max(x, y) },
      })),
    );
    fc.assert(
      fc.property(placed, ({ text, span }) => {
        const html = markdown.render(`- ${boldMarkdown(text, span)}`);
        const item = parseHTML(`<html><body>${html}</body></html>`).document.querySelector('li');
        expect(item?.textContent.trim()).toBe(text);
        expect(html).toMatch(/^<ul>\n<li>[^<]*(?:<strong>[^<]+<\/strong>[^<]*)?<\/li>\n<\/ul>\n$/);
        expect(text.slice(span.start, span.end)).toContain(item?.querySelector('strong')?.textContent ?? '');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('fenced', () => {
  it('renders any text as code', () => {
    fc.assert(
      fc.property(risky, (text) => {
        expect(textOf(markdown.render(fenced(text))).trimEnd()).toBe(text);
      }),
    );
  });
});

describe('escapeHtml', () => {
  it('reads back as the text given, in content and in attributes', () => {
    fc.assert(
      fc.property(risky, (text) => {
        const { document } = parseHTML(
          `<html><body><p title="${escapeHtml(text)}">${escapeHtml(text)}</p></body></html>`,
        );
        const paragraph = document.querySelector('p');
        expect([paragraph?.textContent, paragraph?.getAttribute('title')]).toEqual([text, text]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('cssString', () => {
  it('can end neither its quotes nor the style element', () => {
    fc.assert(
      fc.property(risky, (text) => {
        expect(cssString(text)).toMatch(/^"(?:[^"\\<\n]|\\[0-9a-f]+ )*"$/);
      }),
    );
  });
});

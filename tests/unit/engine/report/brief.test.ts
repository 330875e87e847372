import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Article, BriefFormat } from '../../../../electron/api/index.ts';
import { composeBrief, type BriefInput } from '../../../../electron/engine/report/brief.ts';
import type { BriefJson } from '../../../../electron/engine/report/json.ts';
import { accountOf, article, input, parts, said } from './sample.ts';

const FORMATS: readonly BriefFormat[] = ['html', 'markdown', 'json'];
const SENTENCES = [
  'Talks “resumed” at 5 * 3 = 15 o’clock & ended <soon>, [sic] a_b_c said.',
  'The four-year-old war costs $20–$30bn; `code` and \\ slashes ~stay~.',
  '- It began with a dash # and a mark.',
  'قال الوزير إن المحادثات انتهت.',
];

const a = article('a', [{ type: 'paragraph', text: ['First.', 'Second.'] }]);
const b = article('b', [{ type: 'paragraph', text: ['Third.'] }]);
const c = article('c');
const rtl = article('r', [{ type: 'paragraph', text: ['قال الوزير.'] }], {
  language: 'ar',
  direction: 'rtl',
  title: 'محادثات',
});

function readable(format: BriefFormat, content: string): string {
  if (format === 'json') {
    const data = JSON.parse(content) as BriefJson;
    return (data.summary?.sentences ?? []).map(({ text }) => text).join('\n');
  }
  const html = format === 'markdown' ? new MarkdownIt('commonmark').render(content) : content;
  return parseHTML(`<html><body>${html}</body></html>`).document.body.textContent;
}

async function page(given: BriefInput): Promise<Document> {
  return parseHTML((await composeBrief(given, 'html')).content).document as unknown as Document;
}

function citations(document: Document): string[] {
  return [...document.querySelectorAll('.numbered > li')].map(
    (item) => item.querySelector('.cited')?.textContent ?? '',
  );
}

describe('a brief', () => {
  it.each(FORMATS)('holds every sentence of the summary word for word as %s', async (format) => {
    const sentences = SENTENCES.map((text) => said(text, a, b));
    const { content } = await composeBrief(
      input([a, b], { summary: { words: 40, onlyOne: [], sentences } }),
      format,
    );
    const text = readable(format, content);
    for (const sentence of SENTENCES) expect(text).toContain(sentence);
  });

  it.each(FORMATS)('is the same each time as %s', async (format) => {
    const given = input([a, b, c]);
    expect(await composeBrief(given, format)).toEqual(await composeBrief(given, format));
  });

  it.each([
    ['html', 'A story - brief.html', 'text/html; charset=utf-8'],
    ['markdown', 'A story - brief.md', 'text/markdown; charset=utf-8'],
    ['json', 'A story - brief.json', 'application/json'],
  ] as const)('is named and typed as %s', async (format, fileName, mediaType) => {
    expect(await composeBrief(input([a]), format)).toMatchObject({ title: 'A story', fileName, mediaType });
  });

  it('takes the first article’s title where it has none', async () => {
    expect((await composeBrief(input([a, b], { title: '  ' }), 'json')).title).toBe('Title of a');
    expect((await composeBrief(input([], { title: '' }), 'html')).title).toBe('Brief');
  });
});

describe('the HTML of a brief', () => {
  it('boxes the own letter, then lists reports and, in parentheses, rewrites of an account already named', async () => {
    const given = input([a, b, c], {
      accounts: [accountOf(c.id, a.id), accountOf(b.id)],
      summary: {
        words: 9,
        onlyOne: [],
        sentences: [said('One.', b, a, c), said('Two.', a, b), said('Three.', c, a), said('Four.', b)],
      },
    });
    expect(citations(await page(given))).toEqual([
      'BC(A)2 independent',
      'AB2 independent',
      'C(A)1 independent',
      'B1 independent',
    ]);
  });

  it('counts no support in a brief of one article', async () => {
    const document = await page(
      input([a], { summary: { words: 1, onlyOne: [], sentences: [said('One.', a)] } }),
    );
    expect(citations(document)).toEqual(['A']);
    expect(document.querySelector('header')?.textContent).toContain(
      '1 article. Every passage below stands word for word in the article.',
    );
  });

  it.each([
    [false, '#source-A'],
    [true, '#s-article-a.s1'],
  ])('links a citation to its place (full text: %s)', async (fullText, target) => {
    const document = await page(
      input([a, b], {
        parts: fullText ? parts('summary', 'fullText') : parts('summary'),
        summary: { words: 1, onlyOne: [], sentences: [said('First.', a)] },
      }),
    );
    expect(document.querySelector('.numbered a')?.getAttribute('href')).toBe(target);
    expect(document.getElementById(target.slice(1))).not.toBeNull();
  });

  it('marks an Arabic article’s words as Arabic, from right to left', async () => {
    const document = await page(
      input([a, rtl], {
        parts: parts('summary', 'articleSummaries', 'fullText'),
        summary: { words: 2, onlyOne: [], sentences: [said('قال الوزير.', rtl)] },
      }),
    );
    for (const place of [
      '.numbered > li',
      '.sources li:nth-child(2) .title',
      'article.text:nth-of-type(2)',
    ]) {
      const element = document.querySelector(place);
      expect([place, element?.getAttribute('lang'), element?.getAttribute('dir')]).toEqual([
        place,
        'ar',
        'rtl',
      ]);
    }
  });

  it('keeps hostile text as text', async () => {
    const hostile = article('x', [{ type: 'paragraph', text: ['<img src=x onerror=alert(1)>'] }], {
      title: '</style></title><script>alert("x")</script>',
      path: '<script>.txt',
      credits: ['<iframe>'],
    });
    const { content } = await composeBrief(
      input([hostile], {
        title: '',
        parts: parts('summary', 'articleSummaries', 'fullText'),
        summary: { words: 1, onlyOne: [], sentences: [said('<svg onload=x>', hostile)] },
      }),
      'html',
    );
    expect(content.match(/<(script|img|iframe|svg)/gi)).toBeNull();
    expect(content.match(/<\/style>/g)).toHaveLength(1);
  });

  it('refers to nothing outside itself', async () => {
    const { content } = await composeBrief(input([a, b], { title: 'https' }), 'html');
    expect(content).toContain("default-src 'none'");
    expect(content.match(/\bhttps?:\/\/|url\((?!data:)|@import|<script|<link/g)).toBeNull();
    expect(content).toContain('data:font/woff2;base64,d09GMg');
  });

  it('shows headings, lists, quotations and tables of the full text as such', async () => {
    const full = article('f', [
      { type: 'heading', level: 2, text: ['Talks'] },
      { type: 'list-item', level: 1, marker: '1.', text: ['one'] },
      { type: 'list-item', level: 2, text: ['two'] },
      { type: 'quote', text: ['Said.'] },
      { type: 'preformatted', text: ['a  b\nc  d'] },
      { type: 'list-item', text: ['last'] },
    ]);
    const document = await page(
      input([full], {
        parts: parts('fullText'),
      }),
    );
    const text = document.querySelector('article.text');
    expect(text?.querySelector('h5')?.textContent).toBe('Talks');
    expect([...(text?.querySelectorAll('ul') ?? [])].map((list) => list.textContent.trim())).toEqual([
      '1. one\ntwo',
      'last',
    ]);
    expect(text?.querySelector('blockquote')?.textContent).toBe('Said.');
    expect(text?.querySelector('pre')?.textContent).toBe('a  b\nc  d');
    expect(document.querySelector('.numbered')).toBeNull();
  });

  it.each([
    ['A4', 'size: A4'],
    ['Letter', 'size: letter'],
  ] as const)('is set for %s with the title in its footer', async (paper, size) => {
    const { content } = await composeBrief(input([a], { paper, title: 'A "b" <c>' }), 'html');
    expect(content).toContain(size);
    expect(content).toContain('content: "A \\22 b\\22  \\3c c\\3e : a brief"');
  });

  it('says so where no sentence was short enough', async () => {
    expect((await page(input([a, b]))).body.textContent).toContain('No sentence is short enough');
  });

  it('gives articles beyond the sixth their letter and a colour again', async () => {
    const many: Article[] = Array.from({ length: 28 }, (_, index) => article(`n${index}`));
    const sources = [...(await page(input(many))).querySelectorAll('.sources li')];
    const shown = (index: number) => [sources[index]?.id, sources[index]?.className];
    expect(shown(6)).toEqual(['source-G', 'account-1']);
    expect(shown(27)).toEqual(['source-AB', 'account-4']);
  });
});

describe('the JSON of a brief', () => {
  it('tells supporters that count from rewrites', async () => {
    const given = input([a, b, c], {
      accounts: [accountOf(b.id, c.id)],
      summary: { words: 1, onlyOne: [], sentences: [said('One.', a, c, b)] },
      parts: parts('summary', 'articleSummaries', 'fullText'),
      articleSummaries: new Map([[a.id, { words: 1, onlyOne: [], sentences: [said('First.', a)] }]]),
    });
    const data = JSON.parse((await composeBrief(given, 'json')).content) as BriefJson;
    expect(data).toMatchObject({ format: 'synoptic-brief', version: 1, articleCount: 3, accountCount: 2 });
    expect(data.summary?.sentences[0]?.supportedBy.map(({ letter, counts }) => [letter, counts])).toEqual([
      ['B', true],
      ['C', false],
    ]);
    expect(data.sources.map(({ rewrites }) => rewrites)).toEqual([null, null, 'B']);
    expect(data.articleSummaries?.[0]?.sentences).toEqual([{ sentenceId: 'article-a.s1', text: 'First.' }]);
    expect(data.fullText?.[0]?.blocks).toEqual(a.blocks);
  });
});

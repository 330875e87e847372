import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import MarkdownIt from 'markdown-it';
import { hostileCases } from './cases/index.ts';
import { expect, test } from './fixtures.ts';

test.use({ librarySource: path.join(import.meta.dirname, '..', '..', 'fixtures', 'empty-library') });

const run = promisify(execFile);
const folded = (text: string): string => text.replaceAll(/[\s\u00ad]+/gu, ' ').trim();
/** Elements that a brief is made of; none of them runs or loads anything. */
const ELEMENTS =
  'html|head|meta|title|style|body|main|header|section|div|article|h[1-6]|p|ol|ul|li|a|span|i|b|em|strong|small|pre|blockquote|br|hr|code|table|thead|tbody|tr|th|td|del|s|dl|dt|dd|bdi|footer|nav';

/** Texts whose very size is the attack: a brief of them is long, and says nothing more. */
const HUGE = /long|huge|deep|many|emphasis|brackets|regular|marks|url$/;

const EVERY_PART = {
  summary: true,
  onlyOne: true,
  differences: true,
  quotations: true,
  timeline: true,
  facts: true,
  articleSummaries: true,
  fullText: true,
};

function withoutPolicy(html: string): string {
  const allowed = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  expect(allowed).not.toBe(html);
  return allowed;
}

/** What a brief is made of, with everything allowed that its own policy forbids: as whoever receives it opens it. */
async function takenApart(page: Page, html: string) {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    return {
      elements: [...new Set([...parsed.querySelectorAll('*')].map(({ localName }) => localName))],
      handlers: [...parsed.querySelectorAll('*')].flatMap((each) =>
        each
          .getAttributeNames()
          .filter(
            (name) =>
              name.startsWith('on') || ['src', 'srcset', 'srcdoc', 'action', 'ping', 'style'].includes(name),
          ),
      ),
      links: [...parsed.querySelectorAll('[href]')]
        .map((each) => each.getAttribute('href') ?? '')
        .filter((link) => !link.startsWith('#')),
      text: parsed.body.textContent ?? '',
      parts: Object.fromEntries(
        [...parsed.querySelectorAll('section')].map((part) => [
          part.getAttribute('aria-labelledby') ?? '',
          part.textContent ?? '',
        ]),
      ),
      styles: [...parsed.querySelectorAll('style')]
        .map(({ textContent }) => (textContent ?? '').replaceAll(/url\("?data:font[^)]*\)/g, ''))
        .join(''),
    };
  }, html);
}

function expectInert(found: Awaited<ReturnType<typeof takenApart>>): void {
  expect(found.elements.filter((name) => !new RegExp(`^(${ELEMENTS})$`).test(name))).toEqual([]);
  expect([...found.handlers, ...found.links]).toEqual([]);
  expect(found.styles).not.toMatch(/url\(|@import|expression|javascript:/i);
}

/** Read by a program that lets markup through. */
function expectInertMarkdown(content: string): void {
  const rendered = new MarkdownIt({ html: true, linkify: false }).render(content);
  const tags = [...rendered.matchAll(/<([a-z][\w-]*)([^>]*)>/gi)];
  expect(
    tags.filter(([, name = '']) => !new RegExp(`^(${ELEMENTS})$`, 'i').test(name)).map(([tag]) => tag),
  ).toEqual([]);
  expect(tags.filter(([, , rest = '']) => /\b(on\w+|href|src)\s*=/i.test(rest)).map(([tag]) => tag)).toEqual(
    [],
  );
}

const ATTACK = '<img src=x onerror=top.__pwned=1>';
const LINK = '[tap](javascript:top.__pwned=1)';
/** Two accounts of one event that attack from what comparing them gives. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  'one.txt': `The ${ATTACK} ferry of Zarn\n\nThe ferry ${ATTACK} of Zarn sank on Monday, 15 December 2025 with 120 passengers aboard near the lighthouse. “We ${ATTACK} heard the horn and ran ${LINK} to the boats,” said Ann <script>top.__pwned=1</script> Meyer, the captain of the ferry.\n`,
  'two.txt': `Zarn </style><script>top.__pwned=1</script> ferry\n\nThe ferry ${ATTACK} of Zarn sank on Monday, 15 December 2025 with 95 passengers aboard near the lighthouse. “We ${ATTACK} heard the horn and went ${LINK} to the boats,” said Ann <script>top.__pwned=1</script> Meyer, the captain.\n`,
};

test('briefs of hostile articles are inert in every format, and say every word', async ({
  app,
  tally,
  network,
}) => {
  test.setTimeout(180_000);
  const cases = [...hostileCases(network.traps.address).values()].flat().filter(({ id }) => !HUGE.test(id));
  for (const { path: name, content } of cases) {
    const file = path.join(app.libraryDir, ...name.split('/'));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const { api, close } = await app.engine();
  const all = { query: '', filters: { values: {}, match: 'all' as const }, offset: 0, limit: 500 };
  await expect.poll(async () => (await api.browse(all)).total, { timeout: 60_000 }).toBe(cases.length);
  const articleIds = (await api.browse(all)).hits.map(({ article }) => article.id);
  const request = {
    articleIds,
    title: '</title><script>top.__pwned=1</script><img src=x onerror=top.__pwned=1> [x](javascript:alert(1))',
    budget: { words: 300 },
    parts: EVERY_PART,
    paper: 'A4' as const,
  };
  const [html, markdown, json] = await Promise.all(
    (['html', 'markdown', 'json'] as const).map((format) => api.brief({ ...request, format })),
  );
  tally.tried += 4;
  close();
  if (!html || !markdown || !json) throw new Error('There is a brief missing.');
  const sentences = cases.flatMap(({ shows }) => shows.map(folded));

  const found = await takenApart(app.page, withoutPolicy(html.content));
  expectInert(found);
  for (const sentence of sentences) expect(folded(found.text)).toContain(sentence);

  expectInertMarkdown(markdown.content);

  // JSON: nothing but data, also where somebody puts it into a page or asks it for what every object has.
  const data = JSON.parse(json.content) as Record<string, unknown>;
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);

  // PDF, printed as the host prints it.
  const pdf = path.join(path.dirname(app.libraryDir), 'brief.pdf');
  await writeFile(pdf, await app.briefPdf({ ...request, format: 'pdf' }));
  const { stdout } = await run('pdftotext', [pdf, '-'], { maxBuffer: 1e8 });
  expect(folded(stdout)).toContain('<script>');
  const { stdout: scripts } = await run('pdfinfo', ['-js', pdf]);
  expect(scripts.trim()).toBe('');
  const { stdout: addresses } = await run('pdfinfo', ['-url', pdf]);
  expect(addresses).not.toMatch(/https?:|javascript:|file:|data:/);
  expect(await app.page.evaluate(() => '__pwned' in window)).toBe(false);
  // The brief’s own styles, when it was taken apart in the page.
  expect(app.faults.splice(0).filter((fault) => !fault.includes('inline style'))).toEqual([]);
});

test('a brief of what comparing hostile articles gives is inert, and says what they say', async ({
  app,
  tally,
}) => {
  const names = Object.entries(ACCOUNTS);
  for (const [name, content] of names) await writeFile(path.join(app.libraryDir, name), content);
  const { api, close } = await app.engine();
  const all = { query: '', filters: { values: {}, match: 'all' as const }, offset: 0, limit: 500 };
  await expect.poll(async () => (await api.browse(all)).total, { timeout: 60_000 }).toBe(names.length);
  const request = {
    articleIds: (await api.browse(all)).hits.map(({ article }) => article.id),
    budget: { words: 100 },
    parts: EVERY_PART,
    paper: 'A4' as const,
  };
  const html = await api.brief({ ...request, format: 'html' });
  const markdown = await api.brief({ ...request, format: 'markdown' });
  tally.tried += 2;
  close();
  const found = await takenApart(app.page, withoutPolicy(html.content));
  expectInert(found);
  for (const part of ['sources', 'differences', 'quotations', 'timeline', 'facts'])
    expect(found.parts[part], part).toContain(ATTACK);
  expectInertMarkdown(markdown.content);
  expect(await app.page.evaluate(() => '__pwned' in window)).toBe(false);
  // The brief’s own styles, when it was taken apart in the page.
  expect(app.faults.splice(0).filter((fault) => !fault.includes('inline style'))).toEqual([]);
});

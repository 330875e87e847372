import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { parseHTML } from 'linkedom';
import { browseAll } from './engine.ts';
import { expect, test } from './fixtures.ts';

const run = promisify(execFile);
/** pdftotext breaks lines where the page does. */
const folded = (text: string) => text.replace(/\s+/g, ' ');

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

for (const [paper, size] of [
  ['A4', '595 x 842'],
  ['Letter', '612 x 792'],
] as const) {
  test(`the brief on ${paper} has every sentence of the summary, every source and page numbers`, async ({
    app,
  }, testInfo) => {
    const { api, close } = await app.engine();
    const articles = (await browseAll(api)).hits.map(({ article }) => article);
    const articleIds = articles.map(({ id }) => id);
    const request = {
      articleIds,
      budget: { words: 150 },
      parts: EVERY_PART,
      format: 'pdf',
      paper,
    } as const;

    const file = testInfo.outputPath('brief.pdf');
    await writeFile(file, await app.briefPdf(request));
    const text = folded((await run('pdftotext', [file, '-'])).stdout);
    const { sentences } = await api.summarise({ articleIds, budget: request.budget });
    expect(sentences.length).toBeGreaterThan(2);
    for (const sentence of sentences) expect(text).toContain(folded(sentence.text));
    for (const { title } of articles) expect(text).toContain(folded(title));

    const about = (await run('pdfinfo', [file])).stdout;
    expect(about).toMatch(/Tagged:\s+yes/);
    const pages = Number(/Pages:\s+(\d+)/.exec(about)?.[1]);
    expect(text).toContain(`1 of ${pages}`);
    const [width, height] = size.split(' x ').map(Number);
    const [, w, h] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(about) ?? [];
    expect([Math.round(Number(w)), Math.round(Number(h))]).toEqual([width, height]);
    close();
  });
}

test('the PDF has every part with the letters beside its words, and breaks no reading across pages', async ({
  app,
}, testInfo) => {
  const { api, close } = await app.engine();
  // The samples may still be read.
  await expect.poll(async () => (await browseAll(api)).total).toBe(5);
  const articleIds = (await browseAll(api)).hits.map(({ article }) => article.id);
  const asked = {
    articleIds,
    budget: { words: 100 },
    parts: { ...EVERY_PART, fullText: false },
    paper: 'A4',
  } as const;
  const html = await api.brief({ ...asked, format: 'html' });
  close();
  const file = testInfo.outputPath('brief.pdf');
  await writeFile(file, await app.briefPdf({ ...asked, format: 'pdf' }));
  const { document } = parseHTML(html.content);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');

  const solid = (text: string) => text.replace(/\s+/g, '');
  // What a reader of the tags is told, in order. At the ends of lines it lacks the spaces, and pdfinfo loses
  // what follows an apostrophe that the font shares with another letter.
  const { stdout } = await run('pdfinfo', ['-struct-text', file], { maxBuffer: 1e8 });
  const told = [...stdout.matchAll(/^ *"(.*)"$/gm)].map(([, text]) => text).join('');
  const tagged = solid(told.replaceAll('\\"', '"'));
  const readable = (text: string) => solid(text).split(/[’‘]/)[0] ?? '';
  expect(texts('h2')).toEqual([
    'Summary',
    'What only one account says',
    'Sources',
    'Differences',
    'Quotations',
    'Timeline',
    'Who reports what',
    'Article by article',
    'Method',
  ]);
  for (const [selector, fewest] of [
    ['h2', 9],
    ['.only-one-section li', 1],
    ['.sources li', 5],
    ['.difference .readings > li', 2],
    ['.speaker .head', 3],
    ['.speaker .readings > li', 10],
    ['.day thead', 3],
    ['.day tbody tr', 5],
    ['.matrix tbody tr', 3],
    ['.method-section p', 5],
  ] as const) {
    const found = texts(selector);
    expect(found.length, selector).toBeGreaterThanOrEqual(fewest);
    for (const text of found) expect(tagged.includes(readable(text)), text).toBe(true);
  }

  const pages = (await run('pdftotext', [file, '-'])).stdout.split('\f').map(solid);
  for (const words of [
    ...texts('.numbered li'),
    ...texts('.readings > li > .words'),
    ...texts('.day .words'),
    ...texts('.matrix .words'),
  ])
    expect(
      pages.some((page) => page.includes(solid(words))),
      words,
    ).toBe(true);
});

test(
  'a brief in a frame of the page runs no scripts and can be reached for printing',
  {
    tag: '@web-print',
  },
  async ({ app }) => {
    const { api, close } = await app.engine();
    const articleIds = (await browseAll(api)).hits.map(({ article }) => article.id);
    const parts = {
      summary: true,
      onlyOne: false,
      differences: false,
      quotations: false,
      timeline: false,
      facts: false,
      articleSummaries: false,
      fullText: false,
    };
    const body = JSON.stringify({ articleIds, budget: { words: 100 }, parts, format: 'html', paper: 'A4' });
    const shown = await app.page.evaluate(async (json) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/brief', { method: 'POST', headers, body: json });
      const { path } = (await answer.json()) as { path: string };
      const frame = document.createElement('iframe');
      frame.src = path;
      await new Promise((resolve) => {
        frame.onload = resolve;
        document.body.append(frame);
      });
      return {
        title: frame.contentDocument?.title,
        canPrint: typeof frame.contentWindow?.print,
        again: (await fetch(path)).status,
      };
    }, body);
    expect(shown.title).toBeTruthy();
    expect(shown.canPrint).toBe('function');
    expect(shown.again).toBe(404);
    close();
  },
);

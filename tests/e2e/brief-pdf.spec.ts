import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { browseAll } from './engine.ts';
import { expect, test } from './fixtures.ts';

const run = promisify(execFile);
/** pdftotext breaks lines where the page does. */
const folded = (text: string) => text.replace(/\s+/g, ' ');

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
      parts: {
        summary: true,
        onlyOne: false,
        differences: false,
        quotations: false,
        timeline: false,
        facts: false,
        articleSummaries: true,
        fullText: true,
      },
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

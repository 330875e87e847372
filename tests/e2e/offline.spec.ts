import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { browseAll } from './engine.ts';
import { expect, test } from './fixtures.ts';

/** A saved page that would call home in every way it can. */
const CURIOUS = `<!doctype html><html lang="en"><head><title>Ferry strike ends on the Danube</title>
<link rel="stylesheet" href="https://tracker.example/style.css"><link rel="preconnect" href="https://tracker.example">
<meta http-equiv="refresh" content="0; url=https://tracker.example/"><base href="https://tracker.example/">
<script src="https://tracker.example/script.js"></script></head><body><article><h1>Ferry strike ends on the Danube</h1>
<p>The strike of the ferry crews between Vidin and Calafat ended on Thursday after nine days of talks.
<img src="https://tracker.example/pixel.gif" srcset="https://tracker.example/2x.gif 2x"></p>
<p style="background: url(https://tracker.example/paper.png)">Crews will be paid for the days they missed, the
company said, and <a href="https://tracker.example/more">the timetable</a> returns to normal on Saturday.</p>
<iframe src="https://tracker.example/frame"></iframe><video src="https://tracker.example/video.mp4" autoplay></video>
<p>More than two hundred lorries had waited on the Bulgarian bank of the river since Tuesday of last week.</p>
</article></body></html>`;

test('nothing leaves the page: every request goes to the host it came from', async ({ app }) => {
  const { page, requests } = app;
  const { api, close } = await app.engine();
  await writeFile(path.join(app.libraryDir, 'ferry.html'), CURIOUS);

  // Reading, filtering and searching, with an article whose markup points elsewhere.
  const search = page
    .getByRole('searchbox')
    .or(page.getByRole('combobox', { name: /search/i }))
    .first();
  await expect.poll(async () => (await browseAll(api)).total).toBe(6);
  await search.fill('ferry');
  await expect(page.getByText('Ferry strike ends on the Danube').first()).toBeVisible();
  await page.getByText('Ferry strike ends on the Danube').first().click();
  await expect(page.getByText('Crews will be paid for the days they missed').first()).toBeVisible();

  const articleIds = (await browseAll(api)).hits.map(({ article }) => article.id);
  close();
  const parts = {
    summary: true,
    onlyOne: false,
    differences: false,
    quotations: false,
    timeline: false,
    facts: false,
    articleSummaries: true,
    fullText: true,
  };
  await app.briefPdf({ articleIds, budget: { words: 100 }, parts, format: 'pdf', paper: 'A4' });
  expect(requests.filter((address) => !app.isOwn(address))).toEqual([]);
});

test(
  'the frame for printing asks for nothing that its brief quotes',
  { tag: '@web-print' },
  async ({ app }) => {
    const { page, origin, requests } = app;
    const { api, close } = await app.engine();
    await writeFile(path.join(app.libraryDir, 'ferry.html'), CURIOUS);
    await expect.poll(async () => (await browseAll(api)).total).toBe(6);
    const articleIds = (await browseAll(api)).hits.map(({ article }) => article.id);
    close();
    const parts = {
      summary: true,
      onlyOne: false,
      differences: false,
      quotations: false,
      timeline: false,
      facts: false,
      articleSummaries: true,
      fullText: true,
    };
    await page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch('/brief', { method: 'POST', headers, body });
        const frame = document.createElement('iframe');
        frame.src = ((await answer.json()) as { path: string }).path;
        await new Promise((resolve) => {
          frame.onload = resolve;
          document.body.append(frame);
        });
      },
      JSON.stringify({ articleIds, budget: { words: 100 }, parts, format: 'html', paper: 'A4' }),
    );
    expect(requests).toContain(`ws://${new URL(origin).host}/engine`);
    expect(requests.filter((address) => !app.isOwn(address))).toEqual([]);
  },
);

test('the page cannot reach another address even if it tries', async ({ app }) => {
  let reached = 0;
  const tracker = createServer((_request, response) => {
    reached += 1;
    response.end();
  });
  await new Promise<void>((resolve) => tracker.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(tracker.address() as AddressInfo).port}/`;
  await app.page.evaluate(async (url) => {
    const settled = (element: HTMLElement) =>
      new Promise((resolve) => {
        element.onload = element.onerror = resolve;
        document.body.append(element);
      });
    await fetch(url, { mode: 'no-cors' }).catch(() => undefined);
    navigator.sendBeacon(url);
    const image = new Image();
    image.src = url;
    const script = document.createElement('script');
    script.src = url;
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = url;
    const frame = document.createElement('iframe');
    frame.src = url;
    await Promise.all([image, script, style, frame].map(settled));
    await new Promise((resolve) => (new WebSocket(url.replace('http', 'ws')).onerror = resolve));
  }, address);
  tracker.close();
  expect(reached).toBe(0);
  // These breaches of the policy were the test's own.
  expect(app.faults.splice(0).length).toBeGreaterThan(4);
});

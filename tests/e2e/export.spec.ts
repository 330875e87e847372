import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { browseAll } from './engine.ts';
import { expect, test, type App } from './fixtures.ts';

const run = promisify(execFile);
const folded = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export the brief' });

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByText(/^\d+ pages?\./)).toBeVisible();
}

/** The file's path, after the dialog has closed. */
async function saved(app: App, format: string): Promise<string> {
  const save = dialog(app.page).getByRole('button', { name: `Save ${format}` });
  const file = await app.saved(() => save.click());
  await expect(dialog(app.page)).toBeHidden();
  expect(file).toMatch(/\.\w+$/);
  return file;
}

test('the PDF has every sentence of the summary, word for word', async ({ app }) => {
  const { page } = app;
  const engine = await app.engine();
  const [story] = (await browseAll(engine.api)).stories;
  if (!story) throw new Error('The samples are no story.');
  const summary = await engine.api.summarise({ articleIds: [...story.articleIds], budget: { words: 100 } });
  engine.close();

  await open(page);
  await expect(dialog(page).getByRole('button', { name: 'Save PDF' })).toBeFocused();
  const file = await saved(app, 'PDF');
  const { stdout } = await run('pdftotext', [file, '-']);
  expect(summary.sentences.length).toBeGreaterThan(2);
  for (const { text } of summary.sentences) expect(folded(stdout)).toContain(folded(text));
});

test('the preview has the pages of the printed brief', async ({ app }) => {
  const { page } = app;
  await open(page);
  await dialog(page).getByText('A4').click();
  const pages = dialog(page).getByText(/^\d+ pages\./);
  const before = await pages.textContent();
  await dialog(page).getByText('Full text of the articles').click();
  await expect(pages).not.toHaveText(before ?? '');
  const said = Number.parseInt((await pages.textContent()) ?? '', 10);
  const file = await saved(app, 'PDF');
  const { stdout } = await run('pdfinfo', [file]);
  const printed = Number(/^Pages:\s+(\d+)$/mu.exec(stdout)?.[1]);
  // Columns and pages break alike but for a line here and there.
  expect(Math.abs(printed - said)).toBeLessThanOrEqual(1);
});

for (const [format, sign] of [
  ['HTML', /^<!doctype html>/i],
  ['Markdown', /^# \S/],
  ['JSON', /^\{/],
] as const) {
  test(`the brief is saved as ${format}`, async ({ app }) => {
    const { page } = app;
    await open(page);
    await dialog(page).getByRole('radio', { name: format }).check({ force: true });
    const text = await readFile(await saved(app, format), 'utf8');
    expect(text).toMatch(sign);
    expect(text.length).toBeGreaterThan(1000);
  });
}

test('what is chosen is what is in the brief', async ({ app: { page } }) => {
  await open(page);
  await dialog(page).getByRole('radio', { name: 'Markdown' }).check({ force: true });
  const preview = dialog(page).getByRole('region', { name: 'Preview' });
  for (const [part, heading] of [
    [/^Summary/, '## Summary'],
    ['What only one account says', '## What only one account says'],
    ['Differences', '## Differences'],
    ['Quotations', '## Quotations'],
    ['Timeline', '## Timeline'],
    ['Who reports what', '## Who reports what'],
  ] as const) {
    const box = dialog(page).getByRole('checkbox', { name: part });
    await expect(preview).toContainText(heading);
    await box.uncheck({ force: true });
    await expect(preview).not.toContainText(heading);
  }
  await expect(preview).toContainText('## Sources');
});

test(
  'printing loads the brief in a frame of the page and opens its print dialog',
  {
    tag: '@web-print',
  },
  async ({ app: { page } }) => {
    // The dialog of the system cannot be driven: its opening is noted instead, just before the page asks for it.
    await page.evaluate(() => {
      const listen = HTMLIFrameElement.prototype.addEventListener;
      HTMLIFrameElement.prototype.addEventListener = function (this: HTMLIFrameElement, ...given: unknown[]) {
        listen.call(this, 'load', () => {
          const view = this.contentWindow;
          if (!view) return;
          view.print = () => document.documentElement.setAttribute('data-printed', view.document.title);
        });
        listen.apply(this, given as Parameters<typeof listen>);
      } as typeof listen;
    });
    await open(page);
    await dialog(page).getByRole('button', { name: 'Print…' }).click();
    const printed = (): Promise<string | undefined> =>
      page.evaluate(() => document.documentElement.dataset['printed']);
    await expect.poll(printed).toBeTruthy();
  },
);

test('an error is said in the dialog, which stays', async ({ app }) => {
  const { page } = app;
  await open(page);
  const said = await app.refuseSaving();
  await dialog(page).getByRole('button', { name: 'Save PDF' }).click();
  await expect(dialog(page).getByRole('alert')).toHaveText(said);
  await expect(dialog(page)).toBeVisible();
});

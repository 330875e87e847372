import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const library = (page: Page): Locator => page.getByRole('navigation', { name: 'Library' });
const articles = (page: Page): Locator => library(page).getByRole('region', { name: 'Articles' });
const rows = (page: Page): Locator => articles(page).getByRole('listitem');

const MANY = 2000;
const PLACES = ['Porto', 'Tromsø', 'Valencia', 'Gdansk', 'Cork', 'Zagreb', 'Lyon', 'Turku'];
const THINGS = ['bridge', 'harbour', 'orchard', 'library', 'tunnel', 'market', 'theatre', 'dyke', 'railway'];

/** Short articles, all different, in folders of a hundred. */
async function fill(folder: string, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1) {
    const place = PLACES[number % PLACES.length] ?? '';
    const thing = THINGS[number % THINGS.length] ?? '';
    const within = path.join(folder, `part-${Math.floor(number / 100)}`);
    if (number % 100 === 0 || number === from) await mkdir(within, { recursive: true });
    const text = `The ${thing} of ${place}, Report ${number}

The council of ${place} said that the ${thing} number ${number} would open again after ${number + 3} days of repairs.

Nobody in ${place} had expected that the work on the ${thing} would cost ${number} thousand euros.
`;
    await writeFile(path.join(within, `report-${number}.txt`), text);
  }
}

test.use({ start: { prepare: ({ library: folder }) => fill(folder, 0, MANY) } });

test('a large library is listed to its end with the rows that are looked at, and no others', async ({
  app: { page },
}) => {
  await expect(library(page).getByText(/^2,005 articles, all read$/u)).toBeVisible({ timeout: 90_000 });
  // Below the stories and topics, which may have been found by now.
  await articles(page).scrollIntoViewIfNeeded();
  await expect(rows(page).first()).toBeVisible();
  expect(await page.locator('nav *').count()).toBeLessThan(600);
  const scroller = page.locator('nav .scroll');
  // The rows at the end are estimated until they are seen: to the end of what there is, until that is the end.
  await expect
    .poll(async () => {
      await scroller.evaluate((view) => (view.scrollTop = view.scrollHeight));
      return scroller.evaluate((view) => view.scrollTop + view.clientHeight >= view.scrollHeight - 2);
    })
    .toBe(true);
  await expect(rows(page).last().getByRole('button').first()).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(80);
  expect(await page.locator('nav *').count()).toBeLessThan(900);
});

test('reading is paused and goes on, and says how far it is', async ({ app }) => {
  const { page, libraryDir } = app;
  await expect(library(page).getByText(/^2,005 articles, all read$/u)).toBeVisible({ timeout: 90_000 });
  const { api, close } = await app.engine();
  await api.pause({ paused: true });
  await fill(libraryDir, MANY, MANY + 100);
  await api.rescan().catch(() => undefined);
  await expect(library(page).getByText('Reading is paused')).toBeVisible();
  await expect(library(page).getByRole('progressbar', { name: 'Reading articles' })).toBeVisible();
  await expect(library(page).getByText(/^[\d,]+ of [\d,]+$/u)).toBeVisible();
  await library(page).getByRole('button', { name: 'Go on reading' }).click();
  await expect(library(page).getByText(/^2,105 articles, all read$/u)).toBeVisible({ timeout: 60_000 });
  close();
});

test('what is listed stays under its reader while articles come before it', async ({ app }) => {
  const { page, libraryDir } = app;
  await expect(library(page).getByText(/^2,005 articles, all read$/u)).toBeVisible({ timeout: 90_000 });
  const scroller = page.locator('nav .scroll');
  await scroller.evaluate((view) => (view.scrollTop = 20_000));
  const first = (): Promise<string> =>
    scroller.evaluate((view) => {
      const { top } = view.getBoundingClientRect();
      const seen = [...view.querySelectorAll('[role="listitem"]')].find(
        (row) => row.getBoundingClientRect().top >= top && (row.textContent ?? '').trim() !== '',
      );
      return /The \p{L}+ of \p{L}+, Report \d+/u.exec(seen?.textContent?.trim() ?? '')?.[0] ?? '';
    });
  let before = '';
  await expect.poll(async () => (before = await first())).toMatch(/Report/u);
  await fill(libraryDir, MANY, MANY + 40);
  await expect(library(page).getByText(/^2,045 articles, all read$/u)).toBeVisible({ timeout: 60_000 });
  await expect.poll(first).toBe(before);
});

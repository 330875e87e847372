import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { countOn, leadsTo, openPanel, ownLetter, selected, tab } from './story.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const list = (page: Page): Locator => page.getByRole('list', { name: 'Differences' });
const rows = (page: Page): Locator => list(page).locator('> li');

test('each reading of a difference leads to its sentence', async ({ app: { page } }) => {
  await openPanel(page, 'Differences');
  const row = rows(page).first();
  const claims = row.locator('.claim');
  expect(await claims.count()).toBeGreaterThan(1);
  for (const claim of await claims.all()) {
    await leadsTo(page, claim.locator('.passage'), await ownLetter(claim));
  }
});

test('a reading’s words that matter are in the sentence where they lead', async ({ app: { page } }) => {
  await openPanel(page, 'Differences');
  const value = rows(page).first().locator('mark').first();
  const words = await value.innerText();
  await value.click();
  await expect(selected(page)).toContainText(words);
});

test('a difference says what differs when asked', async ({ app: { page } }) => {
  await openPanel(page, 'Differences');
  const row = rows(page).first();
  await row.hover();
  const button = row.getByRole('button', { name: /^What differs/ });
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(row.locator('.what')).toBeInViewport();
  await expect(row).toHaveAccessibleDescription(/\w+/);
});

test('a difference that is dismissed stays so, and can be brought back', async ({ app }) => {
  const { page } = app;
  await openPanel(page, 'Differences');
  const before = await countOn(page, 'Differences');
  const what = (await rows(page).first().getAttribute('title')) ?? '';
  const aside = () => app.page.getByRole('tabpanel').getByText(/^\d+ put aside/);
  await rows(page).first().locator('.passage').first().focus();
  await page.keyboard.press('Delete');
  await expect(list(page).getByTitle(what, { exact: true })).toHaveCount(0);
  await expect(aside()).toBeVisible();
  const left = await countOn(page, 'Differences');
  expect(left).toBeLessThan(before);
  // The focus goes on with the list.
  await expect(rows(page).first().locator('.passage').first()).toBeFocused();

  await app.restart();
  await expect(tab(app.page, 'Differences')).toHaveAttribute('aria-selected', 'true');
  await expect(aside()).toBeVisible();
  expect(await countOn(app.page, 'Differences')).toBe(left);
  await expect(list(app.page).getByTitle(what, { exact: true })).toHaveCount(0);
  await app.page.getByRole('tabpanel').getByRole('button', { name: 'Show', exact: true }).click();
  const row = app.page.getByRole('list', { name: 'Put aside' }).getByTitle(what, { exact: true });
  await row.getByRole('button', { name: /^Bring back/ }).click();
  await expect(list(app.page).getByTitle(what, { exact: true })).toHaveCount(1);
  await expect(aside()).toHaveCount(0);
  expect(await countOn(app.page, 'Differences')).toBe(before);
});

test('the marks and the tab follow a dismissal', async ({ app: { page } }) => {
  await openPanel(page, 'Differences');
  const marked = () => page.locator('[data-s].diff').count();
  await expect.poll(marked).toBeGreaterThan(0);
  const before = await marked();
  while ((await rows(page).count()) > 0) {
    const left = await rows(page).count();
    await rows(page).first().hover();
    await rows(page)
      .first()
      .getByRole('button', { name: /^Dismiss/ })
      .click();
    // One dismissal may put others aside too: those that say no more.
    await expect.poll(() => rows(page).count()).toBeLessThan(left);
  }
  await expect.poll(marked).toBeLessThan(before);
  await expect(page.getByText('All differences are put aside.')).toBeVisible();
});

test('a late sixth article updates everything, and the reader stays where they are', async ({
  app: { page, libraryDir },
}) => {
  const panel = await openPanel(page, 'Differences');
  await rows(page).nth(2).locator('.passage').first().click();
  await expect(selected(page)).toBeInViewport();
  const sentence = (await selected(page).textContent()) ?? '';
  await panel.evaluate((element) => (element.scrollTop = 60));
  const place = async () => Math.round((await selected(page).boundingBox())?.y ?? Number.NaN);
  const [at, columns] = [await place(), await page.getByRole('article').count()];
  await expect(page.getByRole('group', { name: 'Columns' }).getByRole('button')).toHaveCount(5);

  // One of the five once more, as a copy that others found elsewhere.
  await cp(
    path.join(libraryDir, '003_e22366b465ef1b91.txt'),
    path.join(libraryDir, '005_0123456789abcdef.txt'),
  );
  await expect(page.getByRole('group', { name: 'Columns' }).getByRole('button')).toHaveCount(6);
  await expect(page.getByText(/^6 articles, \d independent/)).toBeVisible();
  await expect(tab(page, 'Differences')).toHaveAttribute('aria-selected', 'true');
  await expect(selected(page)).toHaveText(sentence);
  expect(await page.getByRole('article').count()).toBe(columns);
  await expect.poll(async () => Math.abs((await place()) - at)).toBeLessThanOrEqual(2);
  expect(await panel.evaluate((element) => element.scrollTop)).toBe(60);
  // The newcomer counts with the account it is a copy of.
  await expect(page.getByText(/^6 articles, 4 independent/)).toBeVisible();
});

import type { Locator, Page } from '@playwright/test';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';

const column = (page: Page, letter: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^Account ${letter}:`) });
/** The sentence of a column that Tab stops at. */
const stop = (page: Page, letter: string): Locator => column(page, letter).locator('[data-s][tabindex="0"]');

test('the focus stays in the columns when one closes, and follows the key that opens one', async ({
  app: { page },
}) => {
  await expect(page.locator('[data-s].shared').first()).toBeVisible();
  await column(page, 'B').getByRole('button', { name: 'Close column B' }).press('Enter');
  await expect(stop(page, 'C')).toBeFocused();
  await page.keyboard.press('x');
  await expect(stop(page, 'A')).toBeFocused();
  await page.keyboard.press('d');
  await expect(stop(page, 'D')).toBeFocused();
  await page.keyboard.press('a');
  await expect(stop(page, 'A')).toBeFocused();
});

test('the focus stays with a filter that moves in its list, and goes to the search with the last one', async ({
  app: { page },
}) => {
  // Topics of a library that is still being read come and go.
  await expect(page.getByText('5 articles, all read')).toBeVisible();
  const topic = page.getByRole('checkbox', { name: /NATO membership/ });
  await topic.press('Space');
  await expect(page.getByText('of 5 articles')).toBeVisible();
  await expect(topic).toBeFocused();
  await page.getByRole('button', { name: 'Clear' }).press('Enter');
  await expect(page.getByRole('searchbox')).toBeFocused();
  const more = page.getByRole('button', { name: /more of Topics/ });
  await more.press('Enter');
  await expect(page.getByRole('button', { name: /Fewer\s*of Topics/ })).toBeFocused();
});

test('an article that goes is said, and its column closes with the focus going on', async ({
  app: { page, libraryDir },
}) => {
  await page.locator('[data-s].shared').first().click();
  const id = await page.locator('[data-s].sel').getAttribute('data-s');
  const sentence = column(page, 'A').locator(`[data-s="${id}"]`);
  await expect(sentence).toBeFocused();
  const [first] = (await readdir(libraryDir)).toSorted();
  await rm(path.join(libraryDir, first ?? ''));
  await expect(page.getByText('Account A is no longer in the library.')).toBeAttached();
  await expect(sentence).toBeFocused();
  await page.keyboard.press('x');
  await expect(stop(page, 'B')).toBeFocused();
});

import type { Locator, Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';

const column = (page: Page, letter: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^Account ${letter}:`) });

async function offset(locator: Locator): Promise<number> {
  return locator.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getClientRects()[0]?.top ?? Number.NaN;
  });
}

test('every width has as many columns as have room for 45 characters', async ({ app: { page } }) => {
  await expect(page.locator('[data-s].shared').first()).toBeVisible();
  for (const [width, columns] of [
    [1720, 3],
    [1440, 3],
    [1366, 3],
    [1280, 2],
    [900, 2],
    [700, 1],
    [1440, 3],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('article'), `${width} pixels`).toHaveCount(columns);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${width} pixels`).toBe(0);
    const lines = await page
      .locator('.abstract p')
      .evaluateAll((abstracts) =>
        abstracts.map((each) => each.clientHeight / Number.parseFloat(getComputedStyle(each).lineHeight)),
      );
    expect(Math.round(Math.max(...lines)), `${width} pixels`).toBeLessThanOrEqual(3);
  }
});

test('a column that unfolds comes level with the selected sentence', async ({ app: { page } }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  await expect(page.getByRole('article')).toHaveCount(2);
  const selected = column(page, 'A').locator('[data-s]', { hasText: 'Representing Washington were' });
  await selected.click();
  for (const width of [1440, 900, 1720]) {
    await page.setViewportSize({ width, height: 900 });
    if (width === 900) continue;
    // Of several counterparts the best is level, which need not be the first.
    const counterparts = column(page, 'C').locator('[data-s].lit');
    await expect(async () => {
      const level = await offset(selected);
      const distances = await Promise.all(
        (await counterparts.all()).map(async (each) => Math.abs((await offset(each)) - level)),
      );
      expect(Math.min(...distances)).toBeLessThan(2);
    }).toPass();
  }
});

test('the library’s foot keeps to one line, whatever the number', async ({ app: { page, libraryDir } }) => {
  const foot = page.getByRole('navigation', { name: 'Library' }).getByText('Offline').locator('..');
  await expect(foot).toContainText('5 articles, all read');
  const before = await foot.boundingBox();
  const story = 'The harbour of Port Ellery opened again.';
  await Promise.all(
    Array.from({ length: 120 }, (_, index) =>
      writeFile(
        path.join(libraryDir, `${index}.txt`),
        `Report ${index}\n\n${story} It is number ${index}.\n`,
      ),
    ),
  );
  await expect(foot).toContainText('125 articles', { timeout: 20_000 });
  expect((await foot.boundingBox())?.height).toBe(before?.height);
});

test('the question mark shows all keys', async ({ app: { page } }) => {
  await expect(page.locator('[data-s].shared').first()).toBeVisible();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByText('Next sentence only this account has')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await page.getByRole('button', { name: /^Keys/ }).click();
  await expect(keys).toBeVisible();
});

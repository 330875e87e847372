import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const MARKS = ['page-script', 'page-mounted', 'engine-channel', 'library-known', 'story-shown'];

async function begun(page: Page): Promise<void> {
  await expect(page.locator('[data-s].shared').first()).toBeVisible();
  await expect(page.locator('.summary.rows .said').first()).toBeVisible();
}

test('a start is marked from the page’s script to its first article', async ({ app: { page } }) => {
  await begun(page);
  const marks = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('mark')
        .filter(({ name }) => name.startsWith('synoptic:'))
        .sort((one, other) => one.startTime - other.startTime)
        .map(({ name }) => name.replace('synoptic:', '')),
    );
  await expect.poll(marks).toEqual(MARKS);
});

test('what is there at a start stays where it is when the rest arrives', async ({ app: { page } }) => {
  await begun(page);
  await page.reload();
  await begun(page);
  const shifts = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value));
        }).observe({ type: 'layout-shift', buffered: true });
        // Without any shift the observer is never called.
        setTimeout(() => resolve([]), 500);
      }),
  );
  // A line's height of the summary more or less than was kept free; a list that moves would be several times that.
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.005);
});

import type { Locator, Page } from '@playwright/test';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';

const WIDE = { width: 1440, height: 900 };
const FIRST_ROUND = 'The first round of negotiations took place on December 14';

test.use({ viewport: WIDE });

const column = (page: Page, letter: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^Account ${letter}:`) });
const sentence = (page: Page, letter: string, text: string): Locator =>
  column(page, letter).locator('[data-s]', { hasText: text });
const letterButton = (page: Page, letter: string): Locator =>
  page.getByRole('group', { name: 'Columns' }).getByRole('button', { name: `Column ${letter}`, exact: true });
const lit = (page: Page): Locator => page.locator('[data-s].lit');
const selected = (page: Page): Locator => page.locator('[data-s].sel');

async function ready(page: Page): Promise<void> {
  await expect(page.locator('[data-s].shared').first()).toBeVisible();
  await expect(page.getByRole('list').locator('.said').first()).toBeVisible();
}

/** A sentence that another open column has too. */
async function selectShared(page: Page, letter: string): Promise<Locator> {
  const shared = column(page, letter).locator('[data-s].shared').first();
  await shared.click();
  await expect(selected(page)).toHaveCount(1);
  return shared;
}

async function y(locator: Locator): Promise<number> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on screen.');
  return box.y;
}

async function order(page: Page): Promise<string[]> {
  const names = await page
    .getByRole('article')
    .evaluateAll((columns) =>
      columns
        .toSorted((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left)
        .map((each) => each.getAttribute('aria-label') ?? ''),
    );
  return names.map((name) => /^Account (\w+):/.exec(name)?.[1] ?? '');
}

test('three accounts stand side by side under one summary', async ({ app: { page } }) => {
  await ready(page);
  expect(await order(page)).toEqual(['A', 'B', 'C']);
  await expect(page.getByText('5 articles, 4 independent: B and E rewrite one text')).toBeVisible();
});

test('a citation goes to its sentence, opening the column where it is closed', async ({ app: { page } }) => {
  await ready(page);
  await letterButton(page, 'E').click();
  await letterButton(page, 'E').click();
  await expect(column(page, 'E')).toHaveCount(0);
  const letters = page.locator('.summary').getByRole('button', { name: /^Account E:/ });
  await letters.first().click();
  await expect(selected(page)).toBeInViewport();
  await expect(column(page, 'E').locator('[data-s].sel')).toHaveCount(1);
});

test('a sentence of the summary goes to where it stands, word for word', async ({ app: { page } }) => {
  await ready(page);
  const row = page.locator('.summary .said').nth(1);
  await row.click();
  await expect(selected(page)).toHaveText(await row.innerText());
  await expect(selected(page)).toBeInViewport();
});

test('selecting a sentence lights its counterparts and brings them level, while it stays', async ({
  app: { page },
}) => {
  await ready(page);
  const shared = column(page, 'B').locator('[data-s].shared').first();
  await shared.scrollIntoViewIfNeeded();
  const before = await y(shared);
  await shared.click();
  await expect(lit(page).nth(1)).toBeVisible();
  expect(Math.abs((await y(shared)) - before)).toBeLessThanOrEqual(2);
  for (const letter of ['A', 'C']) {
    const marked = column(page, letter).locator('[data-s].lit');
    const tops = await Promise.all((await marked.all()).map((each) => y(each)));
    if (tops.length > 0)
      expect(Math.min(...tops.map((top) => Math.abs(top - before)))).toBeLessThanOrEqual(2);
  }
});

test('columns that are level stay so when the window changes its size', async ({ app: { page } }) => {
  await ready(page);
  await selectShared(page, 'B');
  await page.setViewportSize({ width: 1720, height: 1000 });
  await expect(page.getByRole('button', { name: /^Open account/ }).first()).toBeVisible();
  const level = await y(selected(page));
  await expect
    .poll(async () => {
      const others = await page.locator('article:has([data-s].lit) [data-s].lit:not(.sel)').all();
      return Math.min(...(await Promise.all(others.map(async (each) => Math.abs((await y(each)) - level)))));
    })
    .toBeLessThanOrEqual(2);
});

test('columns that were scrolled apart come level again with L', async ({ app: { page } }) => {
  await ready(page);
  await selectShared(page, 'B');
  const other = page.locator('[data-s].lit:not(.sel)').first();
  const level = await y(selected(page));
  await other.hover();
  await page.mouse.wheel(0, 180);
  await expect.poll(async () => Math.abs((await y(other)) - level)).toBeGreaterThan(20);
  // A wheel is still turning the column a while later, and would take it away from what L does.
  let last = Number.NaN;
  await expect.poll(async () => last === (last = await y(other))).toBe(true);
  await page.keyboard.press('l');
  await expect
    .poll(async () => Math.abs((await y(other)) - (await y(selected(page)))))
    .toBeLessThanOrEqual(2);
});

test('keys move the selection, clear it and find what only one account has', async ({ app: { page } }) => {
  await ready(page);
  const shared = await selectShared(page, 'B');
  const first = await shared.innerText();
  await page.keyboard.press('ArrowDown');
  await expect(selected(page)).not.toHaveText(first);
  await page.keyboard.press('ArrowUp');
  await expect(selected(page)).toHaveText(first);
  await expect(selected(page)).toBeFocused();

  await page.keyboard.press('n');
  await expect(selected(page)).toHaveClass(/only/);
  await expect(
    page.getByRole('region', { name: 'Support of the selected sentence' }).getByText('Only here'),
  ).toBeVisible();
  await page.keyboard.press('j');
  await expect(selected(page)).not.toHaveClass(/only/);

  await page.keyboard.press('u');
  await expect(page.locator('.no-lines')).toHaveCount(1);
  await page.keyboard.press('u');
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveCount(0);
});

test('left and right go to the counterpart in the next column that has one', async ({ app: { page } }) => {
  await ready(page);
  const shared = column(page, 'A').locator('[data-s].shared').first();
  await shared.click();
  await page.keyboard.press('ArrowRight');
  await expect(column(page, 'A').locator('[data-s].sel')).toHaveCount(0);
  await expect(selected(page)).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await expect(column(page, 'A').locator('[data-s].sel')).toHaveCount(1);
});

test('dragging over a passage selects text to copy and no sentence', async ({ app: { page } }) => {
  await ready(page);
  const box = await column(page, 'A').locator('[data-s]').first().boundingBox();
  if (!box) throw new Error('There is no text.');
  await page.mouse.move(box.x + 4, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 12, { steps: 4 });
  await page.mouse.up();
  expect(await page.evaluate(() => window.getSelection()?.toString().length ?? 0)).toBeGreaterThan(5);
  await expect(selected(page)).toHaveCount(0);
});

test('the map at the edge of a column jumps and scrolls', async ({ app: { page } }) => {
  await ready(page);
  const last = column(page, 'A').locator('[data-s]').last();
  await expect(last).not.toBeInViewport();
  const map = await column(page, 'A').locator('.map').boundingBox();
  if (!map) throw new Error('There is no map.');
  await page.mouse.move(map.x + map.width / 2, map.y + map.height - 12);
  await page.mouse.down();
  await page.mouse.up();
  await expect(last).toBeInViewport();
  await page.mouse.down();
  await page.mouse.move(map.x + map.width / 2, map.y, { steps: 6 });
  await page.mouse.up();
  await expect(column(page, 'A').locator('[data-s]').first()).toBeInViewport();
});

test('a letter shows its sentence at the foot while the pointer is on it', async ({ app: { page } }) => {
  await ready(page);
  const row = page.locator('.summary > li').first();
  const words = await row.locator('.said').innerText();
  await row.getByRole('button', { name: /these are its words/ }).hover();
  await expect(page.getByRole('region', { name: 'Support of the selected sentence' })).toContainText(words);
});

test('the summary follows its length and never exceeds it', async ({ app: { page } }) => {
  await ready(page);
  const slider = page.getByRole('slider', { name: 'Length' });
  const rows = page.locator('.summary .said');
  const words = async () => (await rows.allInnerTexts()).join(' ').split(/\s+/).length;
  const before = await rows.count();
  await slider.fill('300');
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
  expect(await words()).toBeLessThanOrEqual(300);
  await slider.fill('60');
  await expect.poll(() => rows.count()).toBeLessThan(before);
  expect(await words()).toBeLessThanOrEqual(60);
  await page.getByRole('combobox', { name: 'Unit of length' }).selectOption('sentences');
  await expect(rows).toHaveCount(5);
});

test('columns close, open and change places, and come back as they were left', async ({ app: { page } }) => {
  await ready(page);
  await page.getByRole('button', { name: 'Close column B' }).click();
  await expect.poll(() => order(page)).toEqual(['A', 'C']);
  await letterButton(page, 'D').click();
  await expect.poll(() => order(page)).toEqual(['A', 'C', 'D']);
  await column(page, 'D').getByRole('button', { name: 'Move column D' }).press('ArrowLeft');
  await expect.poll(() => order(page)).toEqual(['A', 'D', 'C']);
  await page.reload();
  await ready(page);
  await expect.poll(() => order(page)).toEqual(['A', 'D', 'C']);
});

test('what is open is open again at the next start', async ({ app }) => {
  await ready(app.page);
  await app.page.getByRole('button', { name: 'Close column B' }).click();
  await letterButton(app.page, 'D').click();
  await expect.poll(() => order(app.page)).toEqual(['A', 'C', 'D']);
  await app.restart();
  await ready(app.page);
  expect(await order(app.page)).toEqual(['A', 'C', 'D']);
});

test('a column is dragged by its letter to another place', async ({ app: { page } }) => {
  await ready(page);
  const grip = await column(page, 'A').getByRole('button', { name: 'Move column A' }).boundingBox();
  const target = await column(page, 'C').boundingBox();
  if (!grip || !target) throw new Error('The columns are not on screen.');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + 10);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width - 40, grip.y + 10, { steps: 8 });
  await page.mouse.up();
  expect(await order(page)).toEqual(['B', 'C', 'A']);
});

test('the line between two columns moves by dragging and by keys', async ({ app: { page } }) => {
  await ready(page);
  const line = page.getByRole('separator', { name: 'Width of column A' });
  const width = async () => (await column(page, 'A').boundingBox())?.width ?? 0;
  const before = await width();
  await line.press('ArrowLeft');
  await expect.poll(width).toBeLessThan(before - 10);
  const box = await line.boundingBox();
  if (!box) throw new Error('There is no line.');
  await page.mouse.move(box.x + 4, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 84, box.y + 100, { steps: 4 });
  await page.mouse.up();
  expect(await width()).toBeGreaterThan(before);
  await page.keyboard.press('=');
  await expect.poll(async () => Math.abs((await width()) - before)).toBeLessThan(2);
});

test('the place is kept when the file changes on disk', async ({ app: { page, libraryDir } }) => {
  await ready(page);
  const kept = sentence(page, 'A', FIRST_ROUND);
  await kept.click();
  // In its column: the summary above it may get longer or shorter with the file.
  const place = async () => (await y(kept)) - (await y(column(page, 'A').locator('[data-text]')));
  const before = await place();
  const file = path.join(libraryDir, '000_c0ea86e87695bb21.txt');
  const text = await readFile(file, 'utf8');
  const added =
    'A paragraph that was added to the file while it was being read, long enough to take three lines.';
  await writeFile(file, text.replace('The discussions aimed', `${added}\n\nThe discussions aimed`));
  await expect(sentence(page, 'A', 'A paragraph that was added')).toHaveCount(1);
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
  await expect(kept).toHaveClass(/sel/);
});

test('a renamed file keeps its letter and place; a deleted one says so and closes', async ({
  app: { page, libraryDir },
}) => {
  await ready(page);
  const kept = sentence(page, 'B', 'Witkoff has visited Moscow');
  await kept.click();
  const before = await y(kept);
  const name = (await kept.getAttribute('data-s')) ?? '';
  await rename(path.join(libraryDir, '001_b8fc535e8d72ef7f.txt'), path.join(libraryDir, 'renamed.txt'));
  await expect(kept).not.toHaveAttribute('data-s', name);
  await expect.poll(async () => Math.abs((await y(kept)) - before)).toBeLessThanOrEqual(2);

  await rm(path.join(libraryDir, '000_c0ea86e87695bb21.txt'));
  await expect(column(page, 'A').getByText('No longer in the library.')).toBeVisible();
  await page.getByRole('button', { name: 'Close column A' }).click();
  await expect(column(page, 'A')).toHaveCount(0);
  await expect(letterButton(page, 'A')).toHaveCount(0);
});

test('copying gives the sentences with their letters and the sources', async ({ app }) => {
  const { page } = app;
  await ready(page);
  const first = await page.locator('.summary .said').first().innerText();
  await page.getByRole('button', { name: 'Copy with citations' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  const copied = await app.copied();
  expect(copied).toContain(first);
  expect(copied).toMatch(/\[[A-E]\]/);
  expect(copied).toContain('[A] Ukraine and United States Conclude Two Days');
});

test('what is not the article is set aside and can be seen', async ({ app: { page } }) => {
  await ready(page);
  const aside = column(page, 'A').locator('details');
  await aside.locator('summary').click();
  await expect(aside.getByText('The title again')).toBeVisible();
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 900, height: 900 } });

  test('the strip is folded, the third column a spine, and both remember', async ({ app: { page } }) => {
    await expect(page.locator('[data-s]').first()).toBeVisible();
    await expect(page.locator('.summary')).toHaveCount(0);
    await expect.poll(() => order(page)).toEqual(['A', 'B']);
    await page.getByRole('button', { name: /^Open account C/ }).click();
    await expect.poll(() => order(page)).toContain('C');
    await page.getByRole('button', { name: 'Show the summary' }).click();
    await expect(page.locator('.summary .said').first()).toBeVisible();
    await page.reload();
    await expect(page.locator('.summary .said').first()).toBeVisible();
  });
});

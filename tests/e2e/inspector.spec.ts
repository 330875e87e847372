import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { column, leadsTo, openPanel, ownLetter, selected, tab } from './story.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const foot = (page: Page) => page.getByRole('region', { name: 'Support of the selected sentence' });
const reasons = (page: Page) => page.getByRole('region', { name: 'Why these sentences count as the same' });

async function ready(page: Page): Promise<void> {
  await expect(page.locator('[data-s].shared').first()).toBeVisible();
}

test('the foot says how the accounts differ where the selection does', async ({ app: { page } }) => {
  await openPanel(page, 'Differences');
  const row = page.getByRole('list', { name: 'Differences' }).locator('> li').first();
  const kind = (await row.getByRole('heading').innerText()).toLowerCase();
  const values = await row.locator('mark').allInnerTexts();
  await row.locator('.passage').first().click();
  await expect(foot(page)).toContainText(kind);
  for (const value of values) await expect(foot(page)).toContainText(value);
});

test('a sentence says why others count as the same, by its key, its button and under the pointer', async ({
  app: { page },
}) => {
  await ready(page);
  await column(page, 'A').locator('[data-s].shared').first().click();
  await expect(selected(page)).toHaveCount(1);
  await page.keyboard.press('w');
  await expect(reasons(page)).toBeVisible();
  await expect(reasons(page).locator('.reason').first()).toContainText(/\d+%/);
  // It covers nothing, and what it is about stays to be seen.
  await expect(async () => {
    const [sentence, panel] = [await selected(page).boundingBox(), await reasons(page).boundingBox()];
    expect((sentence?.y ?? Infinity) + (sentence?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0);
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(reasons(page)).toHaveCount(0);
  await expect(selected(page)).toHaveCount(1);
  await foot(page).getByRole('button', { name: 'Why' }).click();
  await expect(reasons(page)).toBeVisible();
  await reasons(page).getByRole('button', { name: 'Close the reasons' }).click();
  const counterpart = page.locator('[data-s].lit:not(.sel)').first();
  await counterpart.hover();
  await expect(counterpart).toHaveAttribute('title', /^The same, /);
});

test('what only one account says is shown on demand, and leads to its sentence', async ({
  app: { page },
}) => {
  await ready(page);
  const panel = page.getByRole('tabpanel', { name: 'Summary' });
  const only = panel.getByRole('list', { name: 'What only one account says' });
  await expect(only).toHaveCount(0);
  await panel.getByRole('button', { name: 'Show', exact: true }).click();
  const row = only.getByRole('listitem').first();
  await leadsTo(page, row.locator('.said'), await ownLetter(row));
});

test('a key goes to the next sentence on which accounts differ, and back', async ({ app: { page } }) => {
  await ready(page);
  await expect(page.locator('[data-s].diff').first()).toBeAttached();
  await page.keyboard.press('v');
  await expect(selected(page)).toHaveClass(/diff/);
  await expect(selected(page)).toBeInViewport();
  const first = await selected(page).textContent();
  await page.keyboard.press('v');
  await expect(selected(page)).not.toHaveText(first ?? '');
  await expect(selected(page)).toHaveClass(/diff/);
  await page.keyboard.press('Shift+V');
  await expect(selected(page)).toHaveText(first ?? '');
});

test('digits show the panels, arrows go along the tabs, and the choice is kept with the story', async ({
  app: { page },
}) => {
  await ready(page);
  await page.keyboard.press('3');
  await expect(tab(page, 'Quotations')).toBeFocused();
  await expect(tab(page, 'Quotations')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Timeline')).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: /^Timeline/ })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(tab(page, 'Summary')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(tab(page, 'Who reports what')).toHaveAttribute('aria-selected', 'true');
  await page.reload();
  await expect(page.getByRole('tabpanel', { name: 'Who reports what' })).toBeVisible();
});

test('the edge of the strip gives the panel more room, and stays', async ({ app: { page } }) => {
  const panel = await openPanel(page, 'Quotations');
  const height = async () => (await panel.boundingBox())?.height ?? 0;
  const before = await height();
  const edge = page.getByRole('separator', { name: 'Height of the story' });
  await edge.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(height).toBeLessThan(before - 30);
  const low = await height();
  const box = await edge.boundingBox();
  if (!box) throw new Error('There is no edge.');
  await page.mouse.move(box.x + 200, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 124, { steps: 4 });
  await page.mouse.up();
  await expect.poll(height).toBeGreaterThan(low + 100);
  const high = await height();
  await page.reload();
  await expect.poll(height).toBe(high);
});

test('the panels fit a narrow window', async ({ app: { page } }) => {
  await ready(page);
  await page.setViewportSize({ width: 900, height: 860 });
  // A panel opened before that would be folded with the strip.
  await expect(page.getByRole('button', { name: 'Show the library' })).toBeVisible();
  for (const digit of ['2', '3', '4', '5']) {
    await page.keyboard.press(digit);
    await expect(page.getByRole('tabpanel')).toBeVisible();
    await expect(page.getByRole('article').first()).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `panel ${digit}`).toBe(0);
  }
});

import AxeBuilder from '@axe-core/playwright';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type App } from './fixtures.ts';
import { openPanel } from './story.ts';

/** With `rule`, only that is looked at. */
async function nothingFound(page: Page, rule?: string): Promise<void> {
  // In one page: otherwise it opens another one for its sums, which no shell lets it.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rule === undefined ? axe : axe.withRules(rule)).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(told).toEqual([]);
}

/** The states of the page, and how a person comes to each. */
const STATES: Readonly<Record<string, (app: App) => Promise<void>>> = {
  'the page as it opens': async () => undefined,
  'a selection': async ({ page }) => {
    await page.locator('[data-s].shared').first().click();
    await expect(page.locator('[data-s].sel')).toHaveCount(1);
  },
  ...Object.fromEntries(
    (['Differences', 'Quotations', 'Timeline', 'Who reports what'] as const).map((name) => [
      `the panel ${name}`,
      async ({ page }: App) => {
        await openPanel(page, name);
      },
    ]),
  ),
  'a difference that is put aside, and what another is about': async ({ page }) => {
    const panel = await openPanel(page, 'Differences');
    const rows = panel.getByRole('list', { name: 'Differences' }).locator('> li');
    await rows.first().hover();
    await rows
      .first()
      .getByRole('button', { name: /^Dismiss/ })
      .click();
    await panel.getByRole('button', { name: 'Show', exact: true }).click();
    await rows.first().hover();
    await rows
      .first()
      .getByRole('button', { name: /^What differs/ })
      .click();
  },
  'the reasons for what counts as the same': async ({ page }) => {
    await page.locator('[data-s].shared').first().click();
    await page.keyboard.press('w');
    await expect(page.getByRole('region', { name: /^Why these/ })).toBeVisible();
  },
  'the date of an article': async ({ page }) => {
    const panel = await openPanel(page, 'Timeline');
    await panel.getByRole('list', { name: 'Dates of the articles' }).getByRole('button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'a note on a highlight, and the offer to take it back': async ({ page }) => {
    await page.locator('[data-s].shared').first().click();
    await page.keyboard.press('h');
    await expect(page.getByRole('group', { name: 'What was done' })).toBeVisible();
    await page.keyboard.press('m');
    await page.getByRole('textbox', { name: 'Note' }).fill('Ask who said so.');
  },
  'the tags of an article': async ({ page }) => {
    await page.locator('[data-s].shared').first().click();
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Add a tag' }).fill('war');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Rename war' })).toBeVisible();
  },
  'highlights and notes': async ({ page }) => {
    await page.locator('[data-s].shared').first().click();
    await page.keyboard.press('h');
    await page.keyboard.press('Shift+M');
    await expect(page.getByRole('dialog', { name: 'Highlights and notes' })).toBeVisible();
  },
  'what can be done with a starred article': async ({ page }) => {
    await page.locator('[data-s].shared').first().click();
    await page.keyboard.press('s');
    await expect(page.getByText('starred').first()).toBeAttached();
    await page.getByRole('button', { name: 'More for account A' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
  'results of a search': async ({ page }) => {
    await page.getByRole('searchbox').fill('donbas');
    await expect(page.getByRole('region', { name: /found$/ })).toBeVisible();
  },
  'a query that cannot be read': async ({ page }) => {
    await page.getByRole('searchbox').fill('donbas titel:NATO');
    await expect(page.locator('#query-problem')).toBeVisible();
  },
  'filters that are on': async ({ page }) => {
    await page.getByRole('checkbox').nth(0).click();
    await page.getByRole('checkbox').nth(1).click();
    await expect(page.getByText(/of 5 articles$/)).toBeVisible();
  },
  'files that could not be read': async ({ page, libraryDir }) => {
    await writeFile(path.join(libraryDir, 'empty.txt'), '');
    await page.getByRole('button', { name: '1 file could not be read' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'files over the window': async ({ page, libraryDir, drag }) => {
    await (await drag([libraryDir])).hold();
    await expect(page.getByText('Drop to copy into the library')).toBeVisible();
  },
  'what became of a drop': async ({ page, libraryDir, drag }) => {
    await (await drag([libraryDir])).drop();
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  },
  'the export dialog': async ({ page }) => {
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog').getByText(/^\d+ pages?\./)).toBeVisible();
  },
  'the palette': async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  },
  'the list of keys': async ({ page }) => {
    await page.getByRole('button', { name: /^Keys/ }).click();
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  },
  'theme and text size': async ({ page }) => {
    await page.getByRole('button', { name: /theme and text size/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the drawer': async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 860 });
    await page.getByRole('button', { name: 'Show the library' }).click();
    await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  },
};

for (const [state, reach] of Object.entries(STATES)) {
  test(`axe finds nothing in ${state}, light or dark`, async ({ app }) => {
    await expect(app.page.getByText('5 articles, all read')).toBeAttached();
    await expect(app.page.getByRole('article').first()).toBeVisible();
    await reach(app);
    await app.page.emulateMedia({ colorScheme: 'light' });
    await nothingFound(app.page);
    // The dark scheme changes colours and nothing else.
    await app.page.emulateMedia({ colorScheme: 'dark' });
    await nothingFound(app.page, 'color-contrast');
  });
}

test('axe finds nothing in high contrast', async ({ app: { page } }) => {
  await expect(page.locator('[data-s].shared').first()).toBeVisible();
  await page.getByRole('button', { name: /theme and text size/ }).click();
  await page.getByRole('radio', { name: 'High contrast' }).check({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
  await nothingFound(page);
});

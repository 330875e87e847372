import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { browseAll } from './engine.ts';
import { expect, test } from './fixtures.ts';

const library = (page: Page): Locator => page.getByRole('navigation', { name: 'Library' });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search the library' });
const results = (page: Page): Locator => page.getByRole('region', { name: /found$/ });
const articles = (page: Page): Locator => library(page).getByRole('region', { name: 'Articles' });

/** All five articles are read and listed: what is found, and by which topics, stays so from here on. */
async function whole(page: Page): Promise<void> {
  await expect(library(page).getByText('5 articles, all read')).toBeVisible();
  await expect(articles(page).getByRole('listitem')).toHaveCount(5);
}

const FERRY = `Ferries Replace the Closed Bridge

The mayor of Porto said on Tuesday that ferries would cross the river every ten minutes until the bridge opens again.

Shopkeepers on the south bank said that they had lost half of their customers since the inspection.
`;

test.describe('search', () => {
  test('shows the articles found, with their words marked, as one types', async ({ app: { page } }) => {
    await page.keyboard.press('/');
    await expect(search(page)).toBeFocused();
    await page.keyboard.type('+donbas withdraw*');
    await expect(search(page)).toHaveValue('+donbas withdraw*');
    await expect(results(page)).toBeVisible();
    const marked = results(page).locator('mark');
    await expect(marked.filter({ hasText: /^Donbas/ }).first()).toBeVisible();
    await expect(marked.filter({ hasText: /^withdraw/ }).first()).toBeVisible();
    await expect(library(page).getByText(/^\d of 5 articles$/)).toBeVisible();
  });

  test('goes into the results with the arrows and opens one with Enter', async ({ app: { page } }) => {
    await whole(page);
    await search(page).fill('ceasefire');
    const first = results(page).getByRole('listitem').first().getByRole('button');
    await expect(first).toBeVisible();
    await search(page).press('ArrowDown');
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(first).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(results(page)).toBeHidden();
    await expect(search(page)).toHaveValue('ceasefire');
    await search(page).focus();
    await expect(results(page)).toBeVisible();
  });

  test('goes into what the typed words find, however soon the arrow follows them', async ({
    app: { page },
  }) => {
    await whole(page);
    await search(page).fill('Donbas');
    await search(page).press('ArrowDown');
    const focused = results(page)
      .getByRole('button')
      .filter({ hasText: 'Donbas' })
      .and(page.locator(':focus'));
    await expect(focused).toBeVisible();
    await expect(focused.locator('mark').first()).toHaveText(/^Donbas/);
  });

  test('says what is wrong with a query and where, and offers one that can be read', async ({
    app: { page },
  }) => {
    await search(page).fill('donbas titel:NATO');
    const help = page.locator('#query-problem');
    await expect(help).toBeVisible();
    await expect(help).toContainText('Results are for donbas');
    await expect(search(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(search(page)).toHaveAccessibleDescription(/titel/);
    await expect(page.locator('.at')).toHaveText(/^titel/);
    await help.getByRole('button', { name: /title:NATO/ }).click();
    await expect(search(page)).toHaveValue(/title:NATO/);
    await expect(search(page)).toBeFocused();
    await expect(search(page)).toHaveAttribute('aria-invalid', 'false');
    await expect(help).toBeHidden();
  });

  test('says so when nothing is found', async ({ app: { page } }) => {
    await search(page).fill('zyzzyva');
    await expect(results(page)).toContainText('No article has these words');
    await expect(articles(page)).toContainText('No article matches.');
    await search(page).press('Escape');
    await expect(results(page)).toBeHidden();
    await search(page).press('Escape');
    await expect(search(page)).toHaveValue('');
    await expect(articles(page).getByRole('listitem')).toHaveCount(5);
  });
});

test.describe('filters', () => {
  test.beforeEach(({ app: { page } }) => whole(page));

  test('a topic narrows the list, and all counts follow', async ({ app }) => {
    const { page } = app;
    const engine = await app.engine();
    const { facets } = await browseAll(engine.api);
    const topic = facets.topic.find(({ count }) => count > 1 && count < 5);
    if (!topic) throw new Error('The samples have no topic that divides them.');
    const narrowed = await engine.api.browse({
      query: '',
      filters: { values: { topic: [topic.value] }, match: 'all' },
      offset: 0,
      limit: 100,
    });
    engine.close();

    const topics = library(page).getByRole('region', { name: 'Topics' });
    const box = topics.getByRole('checkbox', { name: topic.label });
    if (!(await box.isVisible())) await topics.getByRole('button', { name: /more of Topics/ }).click();
    await box.click();
    await expect(box).toBeChecked();
    await expect(library(page).getByText(`${topic.count} of 5 articles`)).toBeVisible();
    await expect(articles(page).getByRole('listitem')).toHaveCount(topic.count);
    for (const { label, count } of narrowed.facets.topic.slice(0, 6)) {
      await expect(topics.getByRole('checkbox', { name: `${label} articles: ${count}` })).toBeVisible();
    }
    await library(page).getByRole('button', { name: 'Clear' }).click();
    await expect(box).not.toBeChecked();
    await expect(articles(page).getByRole('listitem')).toHaveCount(5);
  });

  test('several values join by all or by any, and are kept over a reload', async ({ app: { page } }) => {
    const boxes = library(page).getByRole('checkbox');
    await boxes.nth(0).click();
    await boxes.nth(1).click();
    await expect(library(page).getByRole('radio', { name: 'all' })).toBeChecked();
    await library(page).getByRole('radio', { name: 'any' }).check({ force: true });
    await expect(library(page).getByText(/of 5 articles$/)).toBeVisible();
    await page.reload();
    await expect(library(page).getByRole('radio', { name: 'any' })).toBeChecked();
    await expect(library(page).getByRole('checkbox', { checked: true })).toHaveCount(2);
  });
});

test.describe('the folder', () => {
  test('an added, changed, renamed and deleted file shows in the page, which keeps its place', async ({
    app: { page, libraryDir },
  }) => {
    await expect(library(page).getByText('5 articles, all read')).toBeVisible();
    // Until the story is found, an article by itself is shown in its place.
    const title = 'Peace negotiations in Berlin';
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const text = page.locator('[data-text]').first();
    await text.evaluate((view) => (view.scrollTop = 600));
    await expect.poll(() => text.evaluate((view) => view.scrollTop)).toBeGreaterThan(500);
    const before = await text.evaluate((view) => view.scrollTop);

    const file = path.join(libraryDir, 'ferries.txt');
    await writeFile(file, FERRY);
    await expect(library(page).getByText('6 articles, all read')).toBeVisible();
    await expect(articles(page)).toContainText('Ferries Replace the Closed Bridge');

    await writeFile(file, FERRY.replace('Ferries Replace', 'Boats Replace'));
    await expect(articles(page)).toContainText('Boats Replace the Closed Bridge');
    await expect(articles(page)).not.toContainText('Ferries Replace');

    await rename(file, path.join(libraryDir, 'boats.txt'));
    await expect(articles(page)).toContainText('Boats Replace the Closed Bridge');
    await expect(articles(page).getByRole('listitem')).toHaveCount(6);

    await rm(path.join(libraryDir, 'boats.txt'));
    await expect(library(page).getByText('5 articles, all read')).toBeVisible();
    await expect(articles(page)).not.toContainText('Boats Replace');

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(await text.evaluate((view) => view.scrollTop)).toBe(before);
  });

  test('files that cannot be read are counted and listed with their reasons', async ({
    app: { page, libraryDir },
  }) => {
    await writeFile(path.join(libraryDir, 'empty.txt'), '');
    await writeFile(path.join(libraryDir, 'noise.txt'), Buffer.from([0, 1, 2, 3, 0, 255, 0, 0, 7]));
    const failures = library(page).getByRole('button', { name: '2 files could not be read' });
    await failures.click();
    const dialog = page.getByRole('dialog', { name: '2 files could not be read' });
    await expect(dialog.getByRole('listitem').filter({ hasText: 'empty.txt' })).toContainText(/empty/);
    await expect(dialog.getByRole('listitem').filter({ hasText: 'noise.txt' })).toContainText(/text/);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(failures).toBeFocused();
  });
});

test.describe('a long list', () => {
  test('has every article within reach', async ({ app: { page, libraryDir } }) => {
    test.setTimeout(90_000);
    for (let number = 0; number < 250; number += 1) {
      const name = `report-${String(number).padStart(3, '0')}`;
      await writeFile(
        path.join(libraryDir, `${name}.txt`),
        `Harbour report ${number}\n\nThe harbour of town number ${number} took ${number + 3} ships on that day, said its master.\n`,
      );
    }
    await expect(library(page).getByText('255 articles, all read')).toBeVisible({ timeout: 60_000 });
    const last = articles(page).getByRole('button', { name: /^Harbour report 249\b/u });
    await expect(async () => {
      await articles(page)
        .locator('..')
        .locator('..')
        .evaluate((view) => (view.scrollTop = view.scrollHeight));
      await expect(last).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    expect(await articles(page).getByRole('listitem').count()).toBeLessThan(100);
  });
});

test.describe('keys', () => {
  test('the palette finds a command and runs it', async ({ app: { page } }) => {
    await page.keyboard.press('ControlOrMeta+k');
    const field = page.getByRole('combobox', { name: 'What to do' });
    await expect(field).toBeFocused();
    await field.fill('theme dark');
    await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText(/Theme: dark/);
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('F6 goes round the regions and comes back to where one was', async ({ app: { page } }) => {
    await expect(page.getByRole('article').first()).toBeVisible();
    await search(page).focus();
    const seen: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('F6');
      const region = await page.evaluate(() => {
        const regions = [...document.querySelectorAll('[data-region]')];
        return regions.findIndex((each) => each.contains(document.activeElement));
      });
      seen.push(String(region));
      if (region === 0) break;
    }
    expect(seen.at(-1)).toBe('0');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(2);
    await expect(search(page)).toBeFocused();
  });

  test('the library’s width follows the keys, and is kept', async ({ app: { page } }) => {
    const handle = page.getByRole('separator', { name: 'Width of the library' });
    const width = async (): Promise<number> => (await library(page).boundingBox())?.width ?? 0;
    const before = await width();
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(width).toBe(before + 32);
    await page.reload();
    await expect.poll(width).toBe(before + 32);
    await handle.focus();
    await page.keyboard.press('Home');
    await expect.poll(width).toBe(before);
  });

  test('in a narrow window the library is a drawer that Escape closes', async ({ app: { page } }) => {
    await page.setViewportSize({ width: 900, height: 860 });
    await expect(library(page)).toBeHidden();
    const button = page.getByRole('button', { name: 'Show the library' });
    await button.click();
    await expect(search(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(library(page)).toBeHidden();
    await expect(button).toBeFocused();
  });
});

/** It may be said for a moment only: whoever looks now and then would miss it. */
function noteStop(): void {
  new MutationObserver(() => {
    if (document.documentElement?.textContent.includes('The engine stopped; starting again…')) {
      Object.assign(window, { stopWasSaid: true });
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

test('an engine that stops is said, and when it is back everything is there again', async ({ app }) => {
  const { page } = app;
  await expect(library(page).getByText('5 articles, all read')).toBeVisible();
  await page.addInitScript(noteStop);
  await page.evaluate(noteStop);
  await app.killEngine();
  await expect.poll(() => page.evaluate(() => 'stopWasSaid' in window)).toBe(true);
  await writeFile(path.join(app.libraryDir, 'ferries.txt'), FERRY);
  await expect(library(page).getByText('6 articles, all read')).toBeVisible();
  await expect(page.getByText('The engine stopped; starting again…')).toBeHidden();
  await search(page).fill('ferries');
  await expect(results(page).getByRole('listitem')).toHaveCount(1);
});

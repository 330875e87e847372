import { copyFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { dropText } from './dragging.ts';
import { expect, test as base } from './fixtures.ts';

const BRIDGE = `Bridge in Porto Closed After Inspection

The bridge over the river was closed on Monday after an inspection found cracks in two of its piers. Engineers said that repairs would take at least a month.
`;
const FERRY = `# Ferries Every Ten Minutes

The mayor of Porto said on Tuesday that ferries would cross every ten minutes while the bridge is closed.
`;

/** A folder of files to drop, outside the library. */
const test = base.extend<{ outside: string }>({
  outside: async ({ browserName }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), `synoptic-drop-${browserName}-`));
    await mkdir(path.join(folder, 'ferries', 'old'), { recursive: true });
    await writeFile(path.join(folder, 'bridge.txt'), BRIDGE);
    await writeFile(path.join(folder, 'noise.txt'), Buffer.from([0, 1, 2, 3, 0, 255, 0, 0, 7]));
    await writeFile(path.join(folder, 'ferries', 'now.md'), FERRY);
    await writeFile(
      path.join(folder, 'ferries', 'old', 'then.md'),
      FERRY.replace('Ten', 'Thirty').replace('ten', 'thirty'),
    );
    await writeFile(path.join(folder, 'ferries', '.hidden'), 'not meant to be seen');
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

const dialog = (page: Page): Locator => page.getByRole('dialog');
const rowOf = (page: Page, name: string): Locator =>
  dialog(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });
const foot = (page: Page, text: string): Locator =>
  page.getByRole('navigation', { name: 'Library' }).getByText(text);

test('a file, a folder, a duplicate and a binary are each answered for', async ({ app, outside }) => {
  const { page, libraryDir } = app;
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  const [seed = ''] = await readdir(libraryDir);
  await cp(path.join(libraryDir, seed), path.join(outside, 'copy.txt'));
  const drag = await app.drag(
    ['bridge.txt', 'ferries', 'copy.txt', 'noise.txt'].map((name) => path.join(outside, name)),
  );
  await drag.hold();
  await expect(page.getByText('Drop to copy into the library')).toBeVisible();
  await expect(page.getByText(/originals stay where they are/)).toBeVisible();
  await drag.drop();

  await expect(dialog(page).getByRole('heading')).toHaveText('3 added, 1 known already, 1 could not be read');
  await expect(page.getByText('Drop to copy into the library')).toBeHidden();
  await expect(rowOf(page, 'bridge.txt')).toContainText('Added');
  await expect(rowOf(page, 'ferries/now.md')).toContainText('Added');
  await expect(rowOf(page, 'ferries/old/then.md')).toContainText('Added');
  await expect(rowOf(page, 'copy.txt')).toContainText(`The same article as ${seed}; not copied again`);
  await expect(rowOf(page, 'noise.txt')).toContainText('Not read.');
  await expect(dialog(page).getByRole('button', { name: 'Close' })).toBeFocused();

  await rowOf(page, 'bridge.txt').getByRole('button', { name: /^Show/ }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('article', { name: /Bridge in Porto/ })).toBeVisible();
  await expect(foot(page, '8 articles, all read')).toBeVisible();
  expect(await readdir(outside)).toContain('bridge.txt');
});

test('a drag that leaves the window again takes its overlay with it', async ({ app, outside }) => {
  const { page } = app;
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  const drag = await app.drag([path.join(outside, 'bridge.txt')]);
  await drag.hold();
  await expect(page.getByText('Drop to copy into the library')).toBeVisible();
  await drag.leave();
  await expect(page.getByText('Drop to copy into the library')).toBeHidden();
});

test('a selection from another program becomes an article', async ({ app: { page } }) => {
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  const html =
    '<h1>Harbour Reopens</h1><p>The harbour reopened on Friday, its master said, after nine days of storms.</p>';
  await dropText(page, {
    'text/html': html,
    'text/plain': 'Harbour Reopens\n\nThe harbour reopened on Friday.',
  });
  await expect(dialog(page).getByRole('heading')).toHaveText('1 added');
  await dialog(page).getByRole('button', { name: /^Show/ }).click();
  await expect(page.getByRole('article', { name: /Harbour Reopens/ })).toBeVisible();
});

test('a link is refused with what to do instead, and nothing is fetched', async ({
  app: { page, requests, isOwn },
}) => {
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  const address = 'https://news.example/bridge';
  await dropText(page, { 'text/uri-list': address, 'text/plain': address });
  await expect(dialog(page).getByRole('listitem')).toContainText('Save the page and drop the file');
  expect(requests.filter((request) => !isOwn(request))).toEqual([]);
});

test('pasted text becomes an article, but not what is pasted into the search field', async ({
  app: { page },
}) => {
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  const paste = (text: string): Promise<void> =>
    page.evaluate((given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', given);
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await page.getByRole('searchbox').focus();
  await paste(BRIDGE);
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('searchbox').blur();
  await paste(BRIDGE);
  await expect(dialog(page).getByRole('heading')).toHaveText('1 added');
});

test('files are chosen too, and a file that is there already is not copied again', async ({
  app,
  outside,
}) => {
  const { page, libraryDir } = app;
  const choose = async (): Promise<void> => {
    await app.chooseFiles([path.join(outside, 'bridge.txt')]);
    await page.getByRole('button', { name: 'Add files…' }).click();
  };
  await choose();
  await expect(dialog(page).getByRole('heading')).toHaveText('1 added');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await choose();
  await expect(dialog(page).getByRole('heading')).toHaveText('1 known already');
  expect((await readdir(libraryDir)).filter((name) => name.startsWith('bridge'))).toEqual(['bridge.txt']);
});

test.describe('an empty library', () => {
  test.use({ librarySource: path.join(import.meta.dirname, '..', 'fixtures', 'empty-library') });

  test('says what to do, and its first article opens by itself', async ({ app, outside }) => {
    const { page } = app;
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    const drag = await app.drag([path.join(outside, 'bridge.txt')]);
    await drag.drop();
    await expect(dialog(page).getByRole('heading')).toHaveText('1 added');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('article', { name: /Bridge in Porto/ })).toBeVisible();
  });

  test('an article that opened by itself gives way to the story it becomes part of', async ({
    app: { page, libraryDir },
  }) => {
    const seeds = path.join(import.meta.dirname, '..', '..', 'seeds');
    const [first = '', ...others] = (await readdir(seeds)).filter((name) => name.endsWith('.txt')).toSorted();
    await copyFile(path.join(seeds, first), path.join(libraryDir, first));
    await expect(page.getByRole('article')).toHaveCount(1);
    for (const name of others) await copyFile(path.join(seeds, name), path.join(libraryDir, name));
    await expect(page.getByRole('article')).toHaveCount(3, { timeout: 15_000 });
  });
});

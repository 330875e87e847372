import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type App } from '../fixtures.ts';
import { account, BRIDGE, dialog, foot, MOVE_TO_TRASH } from './page.ts';

const EMPTY = path.join(import.meta.dirname, '..', '..', 'fixtures', 'empty-library');

/** Every item of the menu that asks the page, whatever the page shows. */
const ITEMS = [
  ['File', 'Show in Folder'],
  MOVE_TO_TRASH,
  ['File', 'Export Brief…'],
  ['File', 'Print Brief…'],
  ['Edit', 'Copy Summary'],
  ['Edit', 'Find'],
  ['View', 'Look Through the Folder Again'],
  ['View', 'Larger Text'],
  ['View', 'Show or Hide the Library'],
  ['View', 'Show or Hide the Library'],
] as const;

async function clickAll({ shell }: App): Promise<void> {
  for (const labels of ITEMS) await shell.clickMenu(...labels);
}

test.describe('the menu in an empty library', { tag: '@shell' }, () => {
  test.use({ librarySource: EMPTY });

  test('does no harm where there is nothing to do it to', async ({ app }) => {
    const { page, shell } = app;
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    const asked = await shell.note('dialog', 'showMessageBox');
    await clickAll(app);
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    await expect(dialog(page)).toBeHidden();
    expect(await asked()).toEqual([]);
  });

  test('is the way to the sample too, which then is read', { tag: '@own-home' }, async ({ app }) => {
    const { page } = app;
    const sample = page.getByRole('button', { name: 'Open the sample story' });
    await sample.focus();
    await sample.press('Enter');
    await expect(page.getByRole('article')).toHaveCount(3);
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
  });
});

test(
  'a command of the menu about what lies beneath a dialog closes it',
  { tag: '@shell' },
  async ({ app }) => {
    const { page, shell } = app;
    await expect(account(page, 'A')).toBeVisible();
    await shell.clickMenu('View', 'Command Palette');
    await expect(dialog(page)).toBeVisible();
    await shell.clickMenu('Edit', 'Find');
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole('searchbox')).toBeFocused();
    await shell.clickMenu('Help', 'Keyboard Shortcuts');
    await expect(dialog(page).getByRole('heading', { name: 'Keys' })).toBeVisible();
    await shell.clickMenu('File', 'Export Brief…');
    await expect(dialog(page).getByRole('heading', { name: 'Export the brief' })).toBeVisible();
  },
);

test('the keys that the menu shows do what it says, also in the page', { tag: '@shell' }, async ({ app }) => {
  const { page, shell } = app;
  await expect(account(page, 'A')).toBeVisible();
  const asked = await shell.note('dialog', 'showOpenDialog');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+/');
  await expect(dialog(page).getByRole('heading', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+o');
  await expect.poll(async () => (await asked()).length).toBe(1);
  const options = (await asked())[0]?.at(-1) as { properties: string[] };
  expect(options.properties).toContain('openDirectory');
});

test('another library takes the place of what was read', { tag: '@shell' }, async ({ app }) => {
  const { page, shell } = app;
  await expect(account(page, 'A')).toBeVisible();
  const other = path.join(shell.folders.home, 'Bridges');
  await mkdir(other);
  await writeFile(path.join(other, 'bridge.txt'), BRIDGE);
  await shell.answer('showOpenDialog', { canceled: false, filePaths: [other] });
  await shell.clickMenu('File', 'Open Library…');
  await expect(page.getByRole('article', { name: /Bridge in Porto/ })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('banner').or(page.getByText('Peace talks'))).toHaveCount(0);
});

test(
  'a folder that cannot be opened is told of, and what was read stays',
  { tag: '@shell' },
  async ({ app }) => {
    const { page, shell } = app;
    await expect(account(page, 'A')).toBeVisible();
    const gone = path.join(shell.folders.home, 'gone');
    await shell.answer('showOpenDialog', { canceled: false, filePaths: [gone] });
    await shell.clickMenu('File', 'Open Library…');
    await expect(page.getByText(/cannot be opened/)).toBeVisible();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByText(/cannot be opened/)).toBeHidden();
    await expect(account(page, 'A')).toBeVisible();
  },
);

test(
  'an article moved to the trash takes its column along, and the focus goes on',
  { tag: '@shell' },
  async ({ app }) => {
    const { page, shell, libraryDir } = app;
    await expect(page.locator('[data-s].shared').first()).toBeVisible();
    await shell.answer('showMessageBox', { response: 0, checkboxChecked: false });
    await account(page, 'A').locator('[data-s].shared').first().click();
    await page.keyboard.press('ControlOrMeta+k');
    await dialog(page).getByRole('combobox').fill('trash');
    await page.keyboard.press('Enter');
    await expect(account(page, 'A')).toBeHidden();
    await expect(page.getByText(/” moved to the trash/).first()).toBeAttached();
    await expect(foot(page, '4 articles, all read')).toBeVisible();
    await expect(account(page, 'B').locator(':focus')).toHaveCount(1);
    expect(await readdir(libraryDir)).toHaveLength(4);
  },
);

import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '../fixtures.ts';
import { BRIDGE, dialog, foot } from './page.ts';

const bridge = (home: string) => path.join(home, 'bridge.txt');

test.describe('files that another start hands over', { tag: '@shell' }, () => {
  test('are shown where they are in the library', async ({ app }) => {
    const { page, shell, libraryDir } = app;
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    const [, second = ''] = (await readdir(libraryDir)).sort();
    await page.keyboard.press('x');
    expect(await shell.startSecond([second], libraryDir)).toBe(0);
    await expect(page.getByRole('article').filter({ has: page.locator(':focus') })).toHaveCount(1);
    await expect(dialog(page)).toBeHidden();
    expect(await readdir(libraryDir)).toHaveLength(5);
  });

  test('are imported where they are not, and opened', async ({ app }) => {
    const { page, shell, libraryDir } = app;
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    await writeFile(bridge(shell.folders.home), BRIDGE);
    expect(await shell.startSecond(['--some-switch', 'bridge.txt'], shell.folders.home)).toBe(0);
    await expect(page.getByRole('article', { name: /Bridge in Porto/ })).toBeVisible();
    expect(await readdir(libraryDir)).toContain('bridge.txt');
    expect(await readdir(shell.folders.home)).toContain('bridge.txt');
  });

  test('may be given as addresses, and begin with a hyphen', async ({ app }) => {
    const { page, shell } = app;
    const { home } = shell.folders;
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    await writeFile(
      path.join(home, '-ferries.txt'),
      BRIDGE.replaceAll('Bridge', 'Ferry').replaceAll('bridge', 'ferry'),
    );
    await writeFile(bridge(home), BRIDGE);
    await shell.startSecond(['--', pathToFileURL(bridge(home)).href, '-ferries.txt'], home);
    await expect(dialog(page).getByRole('heading')).toHaveText('2 added');
  });

  test('are told of where they are missing, each by its name', async ({ app }) => {
    const { page, shell } = app;
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    await shell.startSecond(['no-such-file.txt', 'https://news.example/bridge'], shell.folders.home);
    await expect(dialog(page).getByRole('listitem')).toHaveCount(2);
    await expect(dialog(page)).toContainText('no-such-file.txt');
    await expect(dialog(page)).toContainText('There is no file or folder at this place');
    await expect(dialog(page)).toContainText('Synoptic fetches nothing');
  });

  test('with a folder make that the library', async ({ app }) => {
    const { page, shell } = app;
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    await writeFile(bridge(shell.folders.home), BRIDGE);
    await shell.startSecond(['.'], shell.folders.home);
    await expect(foot(page, '1 article, all read')).toBeVisible();
  });
});

test.describe('a file on the command line', { tag: '@shell' }, () => {
  test.use({
    start: {
      prepare: ({ home }) => writeFile(bridge(home), BRIDGE),
      args: ({ home, library }) => [library, bridge(home), path.join(home, 'missing.txt')],
    },
  });

  test('is answered for, though the page was not there yet', async ({ app: { page } }) => {
    await expect(dialog(page).getByRole('heading')).toHaveText('1 added, 1 could not be read');
    await expect(foot(page, '6 articles, all read')).toBeVisible();
  });
});

test('a file that macOS opens is shown or imported', { tag: '@double' }, async ({ app }) => {
  const { page, shell } = app;
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  await writeFile(bridge(shell.folders.home), BRIDGE);
  await shell.outside(({ openFile }, file) => openFile(file), bridge(shell.folders.home));
  await expect(page.getByRole('article', { name: /Bridge in Porto/ })).toBeVisible();
});

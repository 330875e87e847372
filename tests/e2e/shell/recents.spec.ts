import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '../fixtures.ts';
import { expect, test } from '../fixtures.ts';
import { account, atHome, BRIDGE, dialog, foot, shownPath } from './page.ts';

const recent = (app: App) =>
  app.shell.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File');
    const items = file?.submenu?.items.find(({ label }) => label === 'Open &Recent')?.submenu?.items ?? [];
    return items.filter(({ type }) => type !== 'separator').map(({ label }) => label.replace(/&(.)/g, '$1'));
  });

/** Another library, in the home folder: one article. */
async function another(app: App): Promise<string> {
  const folder = path.join(app.shell.folders.home, 'Porto');
  await mkdir(folder);
  await writeFile(path.join(folder, 'bridge.txt'), BRIDGE);
  return folder;
}

async function openAnother(app: App): Promise<string> {
  const folder = await another(app);
  await app.shell.answer('showOpenDialog', { canceled: false, filePaths: [folder] });
  await app.shell.clickMenu('File', 'Open Library…');
  await expect(foot(app.page, '1 article, all read')).toBeVisible();
  return folder;
}

test('libraries opened before are in the menu, and one click away', { tag: '@shell' }, async ({ app }) => {
  const { page, shell, libraryDir } = app;
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  const library = await shownPath(app, libraryDir);
  await expect.poll(() => recent(app)).toEqual([library, 'Clear']);
  const porto = await shownPath(app, await openAnother(app));
  await expect.poll(() => recent(app)).toEqual([porto, library, 'Clear']);
  await shell.clickMenu('File', 'Open Recent', library);
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  await expect.poll(() => recent(app)).toEqual([library, porto, 'Clear']);
  // Noted only: the system's own list is that of the person who runs the tests.
  await shell.note('app', 'clearRecentDocuments');
  await shell.clickMenu('File', 'Open Recent', 'Clear');
  await expect.poll(() => recent(app)).toEqual([]);
  await expect(foot(page, '5 articles, all read')).toBeVisible();
});

test(
  'a library that is gone is said to be, and can be taken from the list',
  { tag: '@shell' },
  async ({ app }) => {
    const { page, shell, libraryDir } = app;
    const folder = await openAnother(app);
    const library = await shownPath(app, libraryDir);
    const porto = await shownPath(app, folder);
    await expect.poll(() => recent(app)).toEqual([porto, library, 'Clear']);
    await shell.clickMenu('File', 'Open Recent', library);
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    await expect.poll(() => recent(app)).toEqual([library, porto, 'Clear']);
    await rename(folder, `${folder}-moved`);
    await shell.answer('showMessageBox', { response: 0, checkboxChecked: false });
    await shell.clickMenu('File', 'Open Recent', porto);
    expect(await recent(app)).toEqual([library, porto, 'Clear']);
    await shell.answer('showMessageBox', { response: 1, checkboxChecked: false });
    await shell.clickMenu('File', 'Open Recent', porto);
    await expect.poll(() => recent(app)).toEqual([library, 'Clear']);
    await expect(foot(page, '5 articles, all read')).toBeVisible();
  },
);

// Both first copy the sample among the person's documents.
test.describe('without a folder on the command line', { tag: '@own-home' }, () => {
  test.use({ start: { args: () => [] } });

  test(
    'the first start is on a copy of the sample, the next on the library of last time',
    { tag: '@shell' },
    async ({ app }) => {
      const { home, userData } = app.shell.folders;
      await expect(account(app.page, 'A')).toBeVisible();
      const settings = JSON.parse(await readFile(path.join(userData, 'shell.json'), 'utf8')) as {
        library: string;
      };
      expect(path.relative(home, settings.library)).toBe(
        path.join('Documents', 'Synoptic', 'Sample - Peace talks in Berlin'),
      );
      await openAnother(app);
      await app.restart();
      await expect(foot(app.page, '1 article, all read')).toBeVisible();
    },
  );

  test(
    'a library whose disk is not there is said to be gone, and others are offered',
    { tag: '@shell' },
    async ({ app }) => {
      const folder = await openAnother(app);
      await rename(folder, `${folder}-moved`);
      await app.restart();
      await expect(dialog(app.page)).toContainText('Porto');
      await expect(dialog(app.page)).toContainText('connect that and open it again');
      await dialog(app.page).getByRole('button', { name: 'Close' }).click();
      await expect(app.page.getByRole('heading', { name: 'No library is open' })).toBeVisible();
      await app.page.getByRole('button', { name: /sample/ }).click();
      await expect(account(app.page, 'A')).toBeVisible();
      await cp(`${folder}-moved`, folder, { recursive: true });
      await app.shell.clickMenu('File', 'Open Recent', atHome('Porto'));
      await expect(foot(app.page, '1 article, all read')).toBeVisible();
    },
  );
});

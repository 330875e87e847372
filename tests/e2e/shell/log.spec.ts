import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '../fixtures.ts';
import { expect, test } from '../fixtures.ts';
import { foot, killEngine, MOVE_TO_TRASH, TRASH } from './page.ts';

/** Words that are in an article, its title, its file's name, its folder's name and a query, and nowhere else. */
const CANARIES = ['textqanary', 'titleqanary', 'nameqanary', 'folderqanary', 'queryqanary', 'errorqanary'];

const logs = (app: App) => app.shell.evaluate(({ app: electron }) => electron.getPath('logs'));

async function logged(app: App): Promise<string> {
  const folder = await logs(app);
  const files = (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8'));
  return (await Promise.all(files)).join('\n');
}

test('the log has what went wrong, and nothing of what is read', { tag: '@shell' }, async ({ app }) => {
  const { page, shell } = app;
  const folder = path.join(shell.folders.home, 'folderqanary');
  await mkdir(folder);
  const article = path.join(folder, 'nameqanary.txt');
  await writeFile(
    article,
    'Titleqanary in Porto\n\nThe textqanary was closed on Monday, engineers said on the radio.\n',
  );
  await shell.startSecond([folder, path.join(folder, 'nameqanary-missing.txt')]);
  await expect(page.getByText('nameqanary-missing.txt')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('queryqanary OR +titleqanary');
  await expect(foot(page, '1 article, all read')).toBeVisible();

  // An error that nobody foresaw, in each of the two processes that write.
  await shell.evaluate(({ shell: system, dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    system.trashItem = (file) => Promise.reject(new Error(`errorqanary at ${file}`));
    system.showItemInFolder = (file) => {
      throw new TypeError(`errorqanary at ${file}`);
    };
  });
  await page.getByRole('searchbox').fill('porto');
  await page.getByRole('listitem').filter({ hasText: 'Titleqanary' }).getByRole('button').first().click();
  await expect(page.getByRole('article', { name: /Titleqanary/ })).toBeVisible();
  await shell.clickMenu(...MOVE_TO_TRASH);
  await expect(page.getByText(`could not be moved to the ${TRASH}`).first()).toBeVisible();
  await shell.clickMenu('File', 'Show in Folder');
  await expect(page.getByRole('status').getByText('Something went wrong inside Synoptic')).toBeVisible();
  await expect.poll(() => logged(app)).toContain('TypeError');

  // Crashes, and a library that cannot be opened again.
  await killEngine(app);
  await expect.poll(() => logged(app)).toContain('engine ended');
  await expect(page.getByText('The engine stopped; starting again…')).toBeHidden();
  await shell.startSecond([path.join(folder, 'nameqanary.txt'), article.replace('.txt', '.md')]);
  await expect(page.getByRole('dialog')).toBeVisible();

  const log = await logged(app);
  expect(log).toMatch(/ info {2}shell start version=\S+ .*platform=/);
  expect(log).toMatch(/ error synoptic:show-in-folder TypeError\n(?: {4}at .*\n)+/);
  for (const canary of [...CANARIES, shell.folders.parent]) {
    expect(log.toLowerCase()).not.toContain(canary.toLowerCase());
  }
});

test('the log is one click away', { tag: '@shell' }, async ({ app }) => {
  const shown = await app.shell.note('shell', 'showItemInFolder');
  await app.shell.clickMenu('Help', 'Show Log File');
  expect(await shown()).toEqual([[path.join(await logs(app), 'synoptic.log')]]);
});

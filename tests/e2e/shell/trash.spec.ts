import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '../fixtures.ts';
import { expect, test } from '../fixtures.ts';
import { account, BRIDGE, foot, MOVE_TO_TRASH, TRASH } from './page.ts';

const KEEP = { response: 1, checkboxChecked: false };
const MOVE = { response: 0, checkboxChecked: false };

async function openBridge({ page, libraryDir }: App): Promise<void> {
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  await writeFile(path.join(libraryDir, 'bridge.txt'), BRIDGE);
  await expect(foot(page, '6 articles, all read')).toBeVisible();
  await page.getByRole('searchbox').fill('Porto');
  await page.getByRole('listitem').filter({ hasText: 'Bridge in Porto' }).getByRole('button').first().click();
  await expect(page.getByRole('article', { name: /Bridge in Porto/ })).toBeVisible();
}

test.describe('the article in front', { tag: '@shell' }, () => {
  test('is kept unless its user says so, then goes to the trash', async ({ app }) => {
    const { page, shell, libraryDir } = app;
    await openBridge(app);
    await shell.answer('showMessageBox', KEEP);
    await shell.clickMenu(...MOVE_TO_TRASH);
    await expect(page.getByRole('article', { name: /Bridge in Porto/ })).toBeVisible();
    expect(await readdir(libraryDir)).toContain('bridge.txt');

    await shell.answer('showMessageBox', MOVE);
    await shell.clickMenu(...MOVE_TO_TRASH);
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    expect(await readdir(libraryDir)).not.toContain('bridge.txt');
  });

  test('comes back from the trash to its place when that is taken back', async ({ app }) => {
    const { page, shell, libraryDir } = app;
    await openBridge(app);
    await shell.answer('showMessageBox', MOVE);
    await shell.clickMenu(...MOVE_TO_TRASH);
    const toast = page.getByRole('group', { name: 'What was done' });
    await expect(toast).toContainText('moved to the trash');
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    await toast.getByRole('button', { name: 'Undo' }).click();
    await expect(foot(page, '6 articles, all read')).toBeVisible();
    expect(await readFile(path.join(libraryDir, 'bridge.txt'), 'utf8')).toBe(BRIDGE);
    await expect(toast).toContainText('Undone');
  });

  test('comes back by the menu beside a file that has its name by now', async ({ app }) => {
    const { page, shell, libraryDir } = app;
    await openBridge(app);
    await shell.answer('showMessageBox', MOVE);
    await shell.clickMenu(...MOVE_TO_TRASH);
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    await writeFile(path.join(libraryDir, 'bridge.txt'), BRIDGE.replaceAll('Porto', 'Lisbon'));
    await expect(foot(page, '6 articles, all read')).toBeVisible();
    await shell.clickMenu('Edit', 'Undo the Last Change');
    await expect(foot(page, '7 articles, all read')).toBeVisible();
    expect(await readFile(path.join(libraryDir, 'bridge (2).txt'), 'utf8')).toBe(BRIDGE);
  });

  test('is asked about by the name of its file, and the safe answer is the usual one', async ({ app }) => {
    await openBridge(app);
    // Noted and not answered: the question stays open.
    const asked = await app.shell.note('dialog', 'showMessageBox');
    await app.shell.clickMenu(...MOVE_TO_TRASH);
    await expect.poll(async () => (await asked()).length).toBe(1);
    const options = (await asked())[0]?.at(-1) as { message: string; buttons: string[]; defaultId: number };
    expect(options.message).toContain('“bridge.txt”');
    expect(options.buttons[options.defaultId]).toBe('Cancel');
  });

  test('is said to be there still where the system could not move it', async ({ app }) => {
    const { page, shell, libraryDir } = app;
    await openBridge(app);
    await shell.evaluate(({ shell: system }) => {
      system.trashItem = () => Promise.reject(new Error('Failed to move item to trash'));
    });
    await shell.answer('showMessageBox', MOVE);
    await shell.clickMenu(...MOVE_TO_TRASH);
    await expect(page.getByText(`could not be moved to the ${TRASH}`).first()).toBeVisible();
    expect(await readdir(libraryDir)).toContain('bridge.txt');
  });

  test('is shown in its folder', async ({ app }) => {
    await expect(account(app.page, 'A')).toBeVisible();
    const shown = await app.shell.note('shell', 'showItemInFolder');
    await app.shell.clickMenu('File', 'Show in Folder');
    await expect
      .poll(async () => (await shown()).map(([file]) => path.dirname(String(file))))
      .toEqual([app.libraryDir]);
  });
});

test('what was moved to the trash can be put back from it', { tag: '@double' }, async ({ app }) => {
  await openBridge(app);
  await app.shell.answer('showMessageBox', MOVE);
  await app.shell.clickMenu(...MOVE_TO_TRASH);
  await expect(foot(app.page, '5 articles, all read')).toBeVisible();
  const trash = path.join(app.shell.folders.home, '.local', 'share', 'Trash');
  expect(await readdir(path.join(trash, 'files'))).toEqual(['bridge.txt']);
  expect(await readdir(path.join(trash, 'info'))).toEqual(['bridge.txt.trashinfo']);
});

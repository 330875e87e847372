import { execFileSync } from 'node:child_process';
import { link, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { App } from '../fixtures.ts';
import { expect, test } from './fixtures.ts';

test.use({ librarySource: path.join(import.meta.dirname, '..', '..', 'fixtures', 'empty-library') });

const SECRET =
  'The password of the harbour master is tamarind, and nobody outside of the office may ever know.';
const ORDINARY = `The crews of the ferries went back to work on Friday, the company said after nine days of talks.`;
const text = (sentence: string): string =>
  `A note from the harbour\n\n${sentence}\n\n${sentence.replace('The', 'Yes: the')}\n`;

const foot = (page: Page, words: RegExp) =>
  page.getByRole('navigation', { name: 'Library' }).getByText(words);
/** A pipe that nobody writes to would hold up whoever opens it. Windows has none in folders. */
const pipesIn = (folder: string): (readonly [string, () => void])[] =>
  process.platform === 'win32'
    ? []
    : [['a pipe', () => void execFileSync('mkfifo', [path.join(folder, 'pipe.txt')])]];
/** Whether anything of it is anywhere in the page: lists, text, places of other elements. */
const isInPage = (page: Page, words: string): Promise<boolean> =>
  page.evaluate((looked) => document.documentElement.outerHTML.includes(looked), words);

/** The secret is neither found by a search nor anywhere in the page. */
async function secretStays(app: App): Promise<void> {
  const { api, close } = await app.engine();
  const found = await api.browse({
    query: 'tamarind',
    filters: { values: {}, match: 'all' },
    offset: 0,
    limit: 10,
  });
  close();
  expect(found.total).toBe(0);
  expect(await isInPage(app.page, 'tamarind')).toBe(false);
}

test('nothing outside the library is read, whatever the folder has in it', async ({
  watched: app,
  tally,
}) => {
  const { page, libraryDir } = app;
  const outside = path.join(libraryDir, '..', 'outside');
  await mkdir(path.join(outside, 'folder'), { recursive: true });
  await writeFile(path.join(outside, 'secret.txt'), text(SECRET));
  await writeFile(path.join(outside, 'folder', 'secret.txt'), text(SECRET));
  const inputs: readonly (readonly [string, () => Promise<void> | void])[] = [
    ['a link to a file', () => symlink(path.join(outside, 'secret.txt'), path.join(libraryDir, 'link.txt'))],
    ['a relative link', () => symlink('../outside/secret.txt', path.join(libraryDir, 'relative.txt'))],
    ['a link to a folder', () => symlink(path.join(outside, 'folder'), path.join(libraryDir, 'linked'))],
    ['a link to a link', () => symlink('link.txt', path.join(libraryDir, 'twice.txt'))],
    ['a link to the root of the disk', () => symlink('/', path.join(libraryDir, 'root'))],
    ['a link to itself', () => symlink('self.txt', path.join(libraryDir, 'self.txt'))],
    ['a link to its own folder', () => symlink('.', path.join(libraryDir, 'loop'))],
    ['a link to a device', () => symlink('/dev/zero', path.join(libraryDir, 'zero.txt'))],
    [
      'a link to the memory of a process',
      () => symlink('/proc/self/environ', path.join(libraryDir, 'environ.txt')),
    ],
    ...pipesIn(libraryDir),
    ['a file of no bytes', () => writeFile(path.join(libraryDir, 'empty.txt'), '')],
    ['an ordinary file', () => writeFile(path.join(libraryDir, 'ordinary.txt'), text(ORDINARY))],
  ];
  for (const [, make] of inputs) await make();
  tally.tried += inputs.length - 1;

  await expect(foot(page, /^1 article/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('crews');
  await page
    .getByRole('region', { name: /found$/ })
    .getByRole('button')
    .first()
    .click();
  await expect(page.locator('[data-text]').filter({ hasText: ORDINARY })).toBeVisible();
  await secretStays(app);
});

test('an article that becomes a link to elsewhere while it is open is not read again', async ({
  watched: app,
  tally,
}) => {
  const { page, libraryDir } = app;
  const outside = path.join(libraryDir, '..', 'outside.txt');
  await writeFile(outside, text(SECRET));
  const file = path.join(libraryDir, 'ordinary.txt');
  await writeFile(file, text(ORDINARY));
  await expect(page.locator('[data-text]').filter({ hasText: ORDINARY })).toBeVisible({ timeout: 30_000 });
  tally.tried += 2;

  await symlink(outside, `${file}.new`);
  await rename(`${file}.new`, file);
  await expect(foot(page, /could not be read/)).toBeVisible({ timeout: 30_000 });
  expect(await isInPage(page, 'tamarind')).toBe(false);

  // The folder around it is changed for a link.
  await rm(file);
  await mkdir(path.join(libraryDir, 'folder'));
  await writeFile(path.join(libraryDir, 'folder', 'outside.txt'), text(ORDINARY));
  await expect(foot(page, /^1 article/)).toBeVisible({ timeout: 30_000 });
  await rename(path.join(libraryDir, 'folder'), path.join(libraryDir, '..', 'was'));
  await symlink(path.join(libraryDir, '..'), path.join(libraryDir, 'folder'));
  await expect(foot(page, /could not be read/)).toBeVisible({ timeout: 30_000 });
  await secretStays(app);
});

test('a second name of a file is a file of its own, and is read: no system can tell', async ({
  watched: { page, libraryDir },
}) => {
  const outside = path.join(libraryDir, '..', 'other.txt');
  await writeFile(outside, text(ORDINARY));
  await link(outside, path.join(libraryDir, 'hard.txt'));
  await expect(page.locator('[data-text]').filter({ hasText: ORDINARY })).toBeVisible({ timeout: 30_000 });
});

test('names that a page gives for what it imports lead nowhere else', async ({ watched: app, tally }) => {
  const names = [
    '../../escaped.txt',
    '/tmp/escaped.txt',
    '..\\..\\escaped.txt',
    'C:\\escaped.txt',
    '\\\\server\\share\\escaped.txt',
    'a/../../../escaped.txt',
    'CON',
    'a\0b.txt',
    '.hidden/../x.txt',
    `${'../'.repeat(500)}etc/escaped.txt`,
    'report\u202efdp.txt',
    '....//....//escaped.txt',
    '%2e%2e/escaped.txt',
  ];
  const { api, close } = await app.engine();
  for (const [index, relativePath] of names.entries()) {
    tally.tried += 1;
    const outcome = await api.importFile({
      relativePath,
      bytes: new TextEncoder().encode(text(`${ORDINARY} ${index}`)),
    });
    if (outcome.status !== 'added') continue;
    const placed = path.resolve(app.libraryDir, ...(outcome.path ?? '').split('/'));
    if (!placed.startsWith(app.libraryDir + path.sep)) tally.escaped += 1;
    expect(placed.startsWith(app.libraryDir + path.sep), relativePath).toBe(true);
    expect(outcome.path).not.toMatch(/[\u202e\\:]|(^|\/)\./);
  }
  close();
});

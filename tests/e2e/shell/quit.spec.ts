import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '../fixtures.ts';
import { expect, test } from '../fixtures.ts';
import { dialog, foot, killEngine, QUIT } from './page.ts';

const COUNT = 200;
const PATIENTLY = { timeout: 90_000 };
const nameOf = (number: number) => `bridge-${String(number).padStart(3, '0')}.txt`;
/** Large enough that a copy takes a moment, and unlike the others, so that none is known already. */
const textOf = (number: number) =>
  `Bridge Number ${number} Closed\n\n${`The bridge of line ${number} was closed on Monday, engineers said. `.repeat(500)}\n`;

test.use({
  start: {
    prepare: async ({ home }) => {
      await mkdir(path.join(home, 'bridges'));
      for (let number = 0; number < COUNT; number++) {
        await writeFile(path.join(home, 'bridges', nameOf(number)), textOf(number));
      }
    },
  },
});

/** Begins the import of all, and waits until some are there. */
async function importing({ page, shell, libraryDir }: App): Promise<void> {
  await expect(foot(page, '5 articles, all read')).toBeVisible();
  const folder = path.join(shell.folders.home, 'bridges');
  const files = (await readdir(folder)).map((name) => path.join(folder, name));
  await shell.startSecond(files);
  await expect.poll(() => arrived(libraryDir), { intervals: [10] }).not.toHaveLength(0);
}

const arrived = async (library: string) =>
  (await readdir(library)).filter((name) => name.startsWith('bridge'));

/** Every copy there is, is whole. */
async function checkWhole(library: string): Promise<number> {
  const names = await arrived(library);
  for (const name of names) {
    const number = Number(/\d+/.exec(name)?.[0]);
    expect(await readFile(path.join(library, name), 'utf8'), name).toBe(textOf(number));
  }
  return names.length;
}

test(
  'quitting in the midst of an import leaves whole files and nothing else',
  { tag: '@shell' },
  async ({ app }) => {
    const { shell, libraryDir } = app;
    await importing(app);
    const ended = shell.ended();
    await shell.clickMenu(...QUIT).catch(() => undefined);
    expect(await ended).toBe(0);
    const count = await checkWhole(libraryDir);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(COUNT);
    expect((await readdir(libraryDir)).filter((name) => name.startsWith('.'))).toEqual([]);
  },
);

test('an engine killed in the midst of an import goes on with it', { tag: '@shell' }, async ({ app }) => {
  // Two hundred files are read and analysed.
  test.slow();
  const { libraryDir, page } = app;
  await importing(app);
  await killEngine(app);
  // At any moment, not only in the end: what has a name is whole.
  expect(await checkWhole(libraryDir)).toBeGreaterThan(0);
  await expect(dialog(page).getByRole('heading')).toHaveText(/^\d+ added, \d+ known already$/, PATIENTLY);
  await page.keyboard.press('Escape');
  await expect(foot(page, `${5 + COUNT} articles, all read`)).toBeVisible(PATIENTLY);
  expect(await checkWhole(libraryDir)).toBe(COUNT);
});

test(
  'a terminal that ends it is obeyed as its user is',
  { tag: ['@double', '@signals'] },
  async ({ app }) => {
    const { shell, libraryDir } = app;
    await importing(app);
    const ended = shell.ended();
    await shell.evaluate(() => void process.kill(process.pid, 'SIGTERM')).catch(() => undefined);
    expect(await ended).toBe(0);
    expect(await checkWhole(libraryDir)).toBeLessThan(COUNT);
  },
);

import type { App } from '../fixtures.ts';
import { expect, test } from '../fixtures.ts';
import { account, dialog, foot, killEngine } from './page.ts';

/** The fourth start in a row is eight seconds after the third. */
const PATIENTLY = { timeout: 20_000 };

/** Kills the engine's process and waits for another. */
async function crash(app: App): Promise<void> {
  const before = await killEngine(app);
  const engine = () =>
    app.shell.evaluate(
      ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Synoptic Engine')?.pid,
    );
  await expect.poll(async () => (await engine()) ?? before, PATIENTLY).not.toBe(before);
}

test('an engine that is killed twice while one reads costs nothing', { tag: '@shell' }, async ({ app }) => {
  const { page } = app;
  await expect(account(page, 'A')).toBeVisible();
  const last = account(page, 'C').locator('[data-s]').last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  const place = () => last.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await place();
  for (let time = 0; time < 2; time++) {
    await crash(app);
    await expect(page.getByText('The engine stopped; starting again…')).toBeHidden();
    await expect(foot(page, '5 articles, all read')).toBeVisible();
  }
  expect(await place()).toBe(before);
  await page.getByRole('searchbox').fill('Berlin');
  await expect(page.getByText(/of 5 articles|5 articles/).first()).toBeVisible();
});

test(
  'an engine that keeps crashing is given up, until its user wants it again',
  { tag: '@shell' },
  async ({ app }) => {
    // The waits before its restarts alone are ten seconds.
    test.slow();
    const { page, shell } = app;
    await expect(account(page, 'A')).toBeVisible();
    const asked = await shell.note('dialog', 'showMessageBox');
    for (let time = 0; time < 4; time++) await crash(app);
    await shell.evaluate(({ dialog: dialogs }) => {
      const left = globalThis as {
        question?: { message: string; buttons: string[] };
        answer?: (index: number) => void;
      };
      dialogs.showMessageBox = ((...given: unknown[]) =>
        new Promise((resolve) => {
          left.question = given.at(-1) as { message: string; buttons: string[] };
          left.answer = (response) => resolve({ response, checkboxChecked: false });
        })) as never;
    });
    expect(await asked()).toEqual([]);
    await killEngine(app);
    const question = () =>
      shell.evaluate(
        () => (globalThis as { question?: { message: string; buttons: string[] } }).question ?? null,
      );
    await expect.poll(question).toMatchObject({
      buttons: ['Try Again', 'Open Another Library…', 'Show Log File', 'Quit'],
    });
    await shell.evaluate(() => (globalThis as { answer?: (index: number) => void }).answer?.(0));
    await expect(foot(page, '5 articles, all read')).toBeVisible();
    await expect(page.getByText('The engine stopped; starting again…')).toBeHidden();
    await expect(dialog(page)).toBeHidden();
  },
);

import type { App } from '../fixtures.ts';
import { expect, test } from '../fixtures.ts';

const source = (app: App) => app.shell.evaluate(({ nativeTheme }) => nativeTheme.themeSource);

/** The colours that the window had, behind its page. */
const papers = (app: App) =>
  app.shell.outside(({ records }) =>
    records().flatMap(({ name, args }) =>
      name === 'BrowserWindow.setBackgroundColor' ? [String(args[0])] : [],
    ),
  );

async function chooseDark({ page }: App): Promise<void> {
  await page.getByRole('button', { name: /theme and text size/ }).click();
  await page.getByText('Dark', { exact: true }).click();
}

test('a theme chosen is that of the menus, at the next start too', { tag: '@shell' }, async ({ app }) => {
  await expect.poll(() => source(app)).toBe('system');
  await chooseDark(app);
  await expect.poll(() => source(app)).toBe('dark');
  await app.restart();
  expect(await source(app)).toBe('dark');
});

test(
  'a window has the paper of its page’s theme before there is a page',
  { tag: '@double' },
  async ({ app }) => {
    expect((await papers(app))[0]).toBe('#fbfaf7');
    await chooseDark(app);
    await expect.poll(async () => (await papers(app)).at(-1)).toBe('#181715');
    await app.restart();
    expect((await papers(app))[0]).toBe('#181715');
  },
);

test('a window follows the system’s theme', { tag: '@double' }, async ({ app }) => {
  await expect.poll(() => source(app)).toBe('system');
  await app.shell.outside(({ setSystemTheme }) => setSystemTheme('dark'));
  await expect.poll(async () => (await papers(app)).at(-1)).toBe('#181715');
});

import type { Rectangle } from 'electron';
import { expect, test, type App } from '../fixtures.ts';
import { foot, QUIT } from './page.ts';

const bounds = ({ shell }: App): Promise<Rectangle | undefined> =>
  shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

const place = ({ shell }: App, where: Rectangle): Promise<void> =>
  shell.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), where);

/** Lines that the app prints from now on, one for each of its last events. */
async function tellEvents({ shell }: App): Promise<() => string[]> {
  await shell.evaluate(({ app }) => {
    for (const name of ['window-all-closed', 'before-quit', 'will-quit', 'quit']) {
      app.prependListener(name as 'quit', () => void process.stdout.write(`event ${name}\n`));
    }
  });
  return () => [...shell.output().matchAll(/^event (\S+)$/gmu)].map(([, name = '']) => name);
}

test.describe('the window', { tag: '@shell' }, () => {
  test('is shown once, with its page in it', async ({ app }) => {
    await expect(foot(app.page, '5 articles, all read')).toBeVisible();
    const shown = await app.shell.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => [window.isVisible(), window.webContents.getURL()]),
    );
    expect(shown).toEqual([[true, 'synoptic://app/index.html']]);
  });

  test('comes back where it was', async ({ app }) => {
    const where = { x: 120, y: 90, width: 1100, height: 720 };
    await place(app, where);
    await app.restart();
    expect(await bounds(app)).toEqual(where);
  });

  test('comes back in sight where its place is on no display any more', async ({ app }) => {
    await place(app, { x: 9000, y: 9000, width: 1100, height: 720 });
    await app.restart();
    const { x, y } = (await bounds(app)) ?? { x: Number.NaN, y: Number.NaN };
    const area = await app.shell.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
    expect(x).toBeLessThan(area.x + area.width - 200);
    expect(y).toBeLessThan(area.y + area.height - 40);
  });

  test('comes back maximised where it was', async ({ app }) => {
    await app.shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
    await app.restart();
    await expect
      .poll(() => app.shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMaximized()))
      .toBe(true);
  });

  test('fills the screen and leaves it again by the menu', async ({ app }) => {
    const full = () =>
      app.shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
    await app.shell.clickMenu('View', 'Full Screen');
    await expect.poll(full).toBe(true);
    await app.shell.clickMenu('View', 'Full Screen');
    await expect.poll(full).toBe(false);
  });
});

test.describe('a second start', { tag: '@shell' }, () => {
  test('ends by itself and brings the first one’s window to the front', async ({ app }) => {
    await expect(foot(app.page, '5 articles, all read')).toBeVisible();
    await app.shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await app.shell.startSecond([])).toBe(0);
    const windows = () =>
      app.shell.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => [window.isMinimized(), window.isFocused()]),
      );
    await expect.poll(windows).toEqual([[false, true]]);
  });

  test('may come again and again', async ({ app }) => {
    const codes = [await app.shell.startSecond([]), await app.shell.startSecond([])];
    expect(codes).toEqual([0, 0]);
    await expect(foot(app.page, '5 articles, all read')).toBeVisible();
  });

  test('after the first has ended is the first', async ({ app }) => {
    await app.restart();
    await expect(foot(app.page, '5 articles, all read')).toBeVisible();
  });
});

test.describe('the end', { tag: '@shell' }, () => {
  test('comes with the last window', async ({ app }) => {
    test.skip(process.platform === 'darwin', 'On macOS a program lives on without windows.');
    const events = await tellEvents(app);
    await app.shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await app.shell.ended()).toBe(0);
    expect(events().slice(0, 2)).toEqual(['window-all-closed', 'before-quit']);
    expect(events().at(-1)).toBe('quit');
  });

  test('comes by the menu, and every window is closed before', async ({ app }) => {
    const events = await tellEvents(app);
    await app.shell.clickMenu(...QUIT);
    expect(await app.shell.ended()).toBe(0);
    expect(events()[0]).toBe('before-quit');
    expect(events()).not.toContain('window-all-closed');
    expect(events().slice(-2)).toEqual(['will-quit', 'quit']);
  });
});

test.describe('the menu', { tag: '@shell' }, () => {
  test('edits what is written in the page', async ({ app: { page, shell } }) => {
    const search = page.getByRole('searchbox');
    await search.fill('donbas');
    await search.focus();
    await shell.clickMenu('Edit', 'Select All');
    await shell.clickMenu('Edit', 'Cut');
    await expect(search).toHaveValue('');
    await shell.clickMenu('Edit', 'Paste');
    await expect(search).toHaveValue('donbas');
  });

  test('gives its commands to the page', async ({ app: { page, shell } }) => {
    await shell.clickMenu('Edit', 'Find');
    await expect(page.getByRole('searchbox')).toBeFocused();
  });

  test('leaves everything as it is where the dialog that it opens is cancelled', async ({ app }) => {
    await expect(foot(app.page, '5 articles, all read')).toBeVisible();
    await app.shell.answer('showOpenDialog', { canceled: true, filePaths: [] });
    await app.shell.clickMenu('File', 'Add Articles…');
    await app.shell.clickMenu('File', 'Open Library…');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
    await expect(foot(app.page, '5 articles, all read')).toBeVisible();
  });

  test('of the right button has what can be done to a field', { tag: '@double' }, async ({ app }) => {
    const search = app.page.getByRole('searchbox');
    await search.fill('donbas');
    await search.click({ button: 'right' });
    await expect
      .poll(() => app.shell.outside(({ popup }) => popup()))
      .toEqual(['Cut', 'Copy', 'Paste', '', 'Select All']);
    await app.shell.outside(({ clickPopup }) => clickPopup('Select All'));
    await app.shell.clickMenu('Edit', 'Cut');
    await expect(search).toHaveValue('');
  });
});

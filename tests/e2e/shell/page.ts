import type { Locator, Page } from '@playwright/test';
import path from 'node:path';
import type { App } from '../fixtures.ts';

/** Parts of the window that tests of the shell look at. */

export const foot = (page: Page, text: string): Locator =>
  page.getByRole('navigation', { name: 'Library' }).getByText(text);

export const dialog = (page: Page): Locator => page.getByRole('dialog');

export const account = (page: Page, letter: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^Account ${letter}:`) });

/** What the system calls its trash, in the menu and in what is said of it. */
export const TRASH = process.platform === 'win32' ? 'Recycle Bin' : 'Trash';

/** Ways through the menu that are not the same on every system. */
export const MOVE_TO_TRASH = ['File', `Move to ${TRASH}…`] as const;
export const QUIT =
  process.platform === 'darwin' ? (['Synoptic', 'Quit Synoptic'] as const) : (['File', 'Exit'] as const);

/** A folder of the home folder as the menu names it. */
export const atHome = (name: string): string => `~${path.sep}${name}`;

/** A folder as the menu names it, also where the home folder is that of the person who runs the tests. */
export async function shownPath({ shell }: App, folder: string): Promise<string> {
  const home = await shell.evaluate(({ app }) => app.getPath('home'));
  return folder.startsWith(home + path.sep) ? atHome(folder.slice(home.length + 1)) : folder;
}

/** An article that is like nothing in the sample, so that it stands alone. */
export const BRIDGE = `Bridge in Porto Closed After Inspection

The bridge over the river was closed on Monday after an inspection found cracks in two of its piers. Engineers said that repairs would take at least a month.
`;

/** Kills the engine's process, once; gives its number. */
export const killEngine = ({ shell }: App): Promise<number> =>
  shell.evaluate(({ app }) => {
    const pid = app.getAppMetrics().find(({ name }) => name === 'Synoptic Engine')?.pid;
    if (pid === undefined) throw new Error('There is no engine to kill.');
    process.kill(pid, 'SIGKILL');
    return pid;
  });

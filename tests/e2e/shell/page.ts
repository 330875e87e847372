import type { Locator, Page } from '@playwright/test';
import type { App } from '../fixtures.ts';

/** Parts of the window that tests of the shell look at. */

export const foot = (page: Page, text: string): Locator =>
  page.getByRole('navigation', { name: 'Library' }).getByText(text);

export const dialog = (page: Page): Locator => page.getByRole('dialog');

export const account = (page: Page, letter: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^Account ${letter}:`) });

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

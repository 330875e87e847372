import type { Page, ViewportSize } from '@playwright/test';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Folders, Heard, Running, Shell, Start } from './host.ts';
import { listen } from './hearing.ts';
import {
  launchDouble,
  launchElectron,
  startBeside,
  type ShellApplication,
  type ShellLaunch,
} from './launch.ts';
import {
  answerDialogs,
  callsOf,
  clickMenuItem,
  killEngineProcess,
  noteCalls,
  saveWhereAsked,
} from './in-main.ts';

interface Options {
  readonly start: Start;
  readonly viewport: ViewportSize | null | undefined;
}

/** The desktop shell, on the double or on Electron itself. */
export async function runInShell(
  host: 'electron double' | 'electron',
  folders: Folders,
  heard: Heard,
  { start, viewport }: Options,
): Promise<Running> {
  const launch: ShellLaunch = {
    folders,
    args: start.args?.(folders) ?? [folders.library],
    env: start.env ?? {},
  };
  let app: ShellApplication;
  let page: Page;

  async function open(): Promise<void> {
    app = await (host === 'electron' ? launchElectron(launch) : launchDouble(launch));
    page = await app.firstWindow().catch((cause: unknown) => {
      throw new Error(`The app opened no window.\n${app.output()}`, { cause });
    });
    const { origin } = new URL(page.url());
    listen(page.context(), heard, (address) => address.startsWith(origin));
    // As in the browser host: the layout that tests are written for, and nothing moves.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    if (viewport) await page.setViewportSize(viewport);
    // What a test does first finds the page's own script running.
    await page.waitForLoadState('load');
  }
  await open();

  const shell: Shell = {
    folders,
    evaluate: (work: never, argument?: unknown) => app.evaluate(work, argument) as Promise<never>,
    clickMenu: (...labels) => app.evaluate(clickMenuItem, labels),
    answer: (dialog, answer) => app.evaluate(answerDialogs, { dialog, answer }),
    async note(module, method) {
      await app.evaluate(noteCalls, { module, method });
      return () => app.evaluate(callsOf, { module, method });
    },
    startSecond: (args, cwd) => startBeside(host, { ...launch, args, ...(cwd !== undefined && { cwd }) }),
    async ended() {
      const child = app.process();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      return child.exitCode;
    },
    output: () => app.output(),
    outside: (work: never, argument?: unknown) => {
      if (!app.outside) throw new Error('Only the double can do this: tag the test “@double”.');
      return app.outside(work, argument) as Promise<never>;
    },
  };

  async function saved(press: () => Promise<void>): Promise<string> {
    const folder = path.join(folders.parent, 'saved');
    await mkdir(folder, { recursive: true });
    const asked = app.evaluate(saveWhereAsked, folder);
    // Answered in order: the one above is in place now.
    await app.evaluate(() => undefined, undefined);
    await press();
    return asked;
  }

  return {
    get page() {
      return page;
    },
    get origin() {
      return new URL(page.url()).origin;
    },
    shell,
    chooseFiles: (paths) => shell.answer('showOpenDialog', { canceled: false, filePaths: [...paths] }),
    async saved(press) {
      const file = await saved(press);
      // The page closes this dialog when it hears that the file is written; others say so.
      await page.getByRole('dialog', { name: 'Export the brief' }).waitFor({ state: 'hidden' });
      return file;
    },
    async refuseSaving() {
      const filePath = path.join(folders.parent, 'no such folder', 'brief.pdf');
      await shell.answer('showSaveDialog', { canceled: false, filePath });
      return 'The brief could not be written there. Choose another folder, or close the file if another program has it open.';
    },
    async briefPdf(request) {
      const answered = Promise.withResolvers<undefined>();
      const file = await saved(async () => {
        page
          .evaluate((asked) => window.synopticHost?.saveBrief(asked), request)
          .then(() => answered.resolve(undefined), answered.reject);
      });
      await answered.promise;
      return readFile(file);
    },
    isOwn: (address) => /^(synoptic:|https:\/\/\w+\.synoptic-scheme\.test\/|data:|blob:)/u.test(address),
    killEngine: () => app.evaluate(killEngineProcess, undefined),
    async restart() {
      await app.close();
      await open();
    },
    stop: () => app.close(),
  };
}

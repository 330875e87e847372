import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection, ReaderApi } from '../../electron/api/index.ts';
import { dragFiles, type FileDrag } from './dragging.ts';
import { engineOf } from './engine.ts';
import { runInBrowser } from './hosts/browser.ts';
import type { Folders, Heard, Running, Shell, Start, Web } from './hosts/host.ts';
import type { HostName } from './hosts/reasons.ts';
import { runInShell } from './hosts/shell.ts';

/**
 * Synoptic as its user has it, in one of three hosts: served to a browser, in the desktop shell on the
 * double of Electron, or in the shell on Electron itself. Scenarios are written once, against `App`.
 *
 *     test('what a reader sees', async ({ app: { page } }) => { … });       // runs on all hosts
 *     test('what a menu does', { tag: '@shell' }, async ({ app }) => {      // runs on the shells
 *       await app.shell.clickMenu('File', 'Export Brief…');
 *     });
 *     test.use({ start: { args: ({ home }) => [path.join(home, 'a.txt')] } });
 *
 * A scenario that a host cannot run says so by a tag of `hosts/reasons.ts`; a file of its own may put the
 * tag on a `test.describe`. Everything in `shell/` is of the shells alone.
 */
export interface App extends Omit<Running, 'stop' | 'shell' | 'web'> {
  readonly host: HostName;
  /** A copy of the sample library; the test may do to it what it likes. */
  readonly libraryDir: string;
  /** Addresses of all requests and sockets that pages have opened so far. */
  readonly requests: readonly string[];
  /** What went wrong in the page: uncaught errors and breaches of its policy. Must be empty at the end. */
  readonly faults: string[];
  /** What is on the clipboard, pasted where it leaves no trace. */
  copied(): Promise<string>;
  /** Files and folders over the window, from another program. */
  drag(paths: readonly string[]): Promise<FileDrag>;
  /** The engine that the page has, for a test to ask what the page should show. Close it when done. */
  engine(): Promise<Connection<ReaderApi>>;
  /** Throws where the host is no browser. */
  readonly web: Web;
  /** Throws where the host is no shell. */
  readonly shell: Shell;
}

interface Options {
  /** Copied to make the library. */
  readonly librarySource: string;
  /** How a shell starts. */
  readonly start: Start;
}

interface WorkerFixtures {
  /** The worker's browser, started when first asked for: a shell brings its own. */
  readonly ownBrowser: () => Promise<Browser>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');

const SEEDS = path.join(ROOT, 'seeds');

async function makeFolders(librarySource: string): Promise<Folders> {
  // As the app says it: on macOS a link leads to the folder for such, on Windows it has a short name, too.
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), 'synoptic-e2e-')));
  const [library, home, userData] = ['library', 'home', 'user-data'].map((name) => path.join(parent, name));
  const folders = { parent, library, home, userData } as Folders;
  await cp(librarySource, folders.library, { recursive: true });
  await mkdir(folders.home);
  return folders;
}

export const test = base.extend<Options & { app: App }, WorkerFixtures>({
  librarySource: [SEEDS, { option: true }],
  start: [{}, { option: true }],

  ownBrowser: [
    async ({ playwright }, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => (browser ??= playwright.chromium.launch()));
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],

  app: async ({ ownBrowser, librarySource, start, viewport }, use, { project }) => {
    const host = project.name as HostName;
    const folders = await makeFolders(librarySource);
    const heard: Heard = { requests: [], faults: [] };
    let running: Running | undefined;
    try {
      await start.prepare?.(folders);
      running =
        host === 'browser host'
          ? await runInBrowser(await ownBrowser(), folders, heard)
          : await runInShell(host, folders, heard, { start, viewport });
      if (librarySource === SEEDS) await allShown(running.page);
      await use(appOf(host, folders, heard, running));
      expect(heard.faults, 'errors in the page').toEqual([]);
    } finally {
      await running?.stop();
      await rm(folders.parent, { recursive: true, force: true });
    }
  },

  context: async ({ app }, use) => use(app.page.context()),
  page: async ({ app }, use) => use(app.page),
});

export { expect } from '@playwright/test';

/**
 * The page shows what is read while more is still being read; nobody has to mind that but the tests of it. Where
 * something else is shown, this waits in vain and no longer than a moment.
 */
async function allShown(page: Page): Promise<void> {
  const story = page.getByText(/^5 articles/).first();
  await story.waitFor({ state: 'attached', timeout: 5000 }).catch(() => undefined);
}

function appOf(host: HostName, folders: Folders, { requests, faults }: Heard, running: Running): App {
  const missing = (what: string): never => {
    throw new Error(`The ${host} has no ${what}: tag the test with the reason (hosts/reasons.ts).`);
  };
  return {
    host,
    libraryDir: folders.library,
    requests,
    faults,
    get page(): Page {
      return running.page;
    },
    get origin() {
      return running.origin;
    },
    get web() {
      return running.web ?? missing('address');
    },
    get shell() {
      return running.shell ?? missing('main process');
    },
    async drag(paths) {
      if (host === 'electron double') {
        await running.shell?.outside((outside, known) => outside.knowFiles(known), paths);
      }
      return dragFiles(running.page, paths);
    },
    engine: () => engineOf(running),
    chooseFiles: (paths) => running.chooseFiles(paths),
    saved: (press) => running.saved(press),
    refuseSaving: () => running.refuseSaving(),
    briefPdf: (request) => running.briefPdf(request),
    isOwn: (address) => running.isOwn(address),
    copied: () => pasted(running.page),
    killEngine: () => running.killEngine(),
    async restart() {
      await running.restart();
      await allShown(running.page);
    },
  };
}

/** No host lets a page read the clipboard, but any lets a person paste. */
async function pasted(page: Page): Promise<string> {
  const field = await page.evaluateHandle(() => {
    const area = document.body.appendChild(document.createElement('textarea'));
    area.focus();
    return area;
  });
  await page.keyboard.press('ControlOrMeta+v');
  const text = await field.evaluate((area) => {
    area.remove();
    return area.value;
  });
  await field.dispose();
  return text;
}

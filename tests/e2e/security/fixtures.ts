import type { Browser, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type App } from '../fixtures.ts';
import { readNetLog, strangers } from './net-log.ts';
import { setTraps, type Traps } from './traps.ts';

export { expect } from '@playwright/test';

/** What the network saw of a test. */
export interface Network {
  readonly traps: Traps;
  /** Chromium writes its log of the network here; it is whole when the browser has ended. */
  readonly logFile: string;
  /** Host and port of the browser host: the one place that its page may talk to. Null in a shell. */
  own: string | null;
  /** For tests of what a layer is for, with it taken away: what may then appear. */
  readonly expected: RegExp[];
}

/** What became of hostile inputs, for the line at the end of the run. */
export interface Tally {
  tried: number;
  executed: number;
  leaked: number;
  escaped: number;
}

interface Fixtures {
  readonly network: Network;
  readonly tally: Tally;
  /** The app with its page watched for signs of anything having run. */
  readonly watched: App & { readonly signs: () => Promise<readonly string[]> };
}

/** The browser of the test that runs, and where it logs to: each test has one of its own, for a log of its own. */
const current: { browser?: Browser | undefined; logFile?: string } = {};

export const test = base.extend<Fixtures>({
  ownBrowser: [
    async ({ playwright, launchOptions }, use) => {
      await use(async () => {
        const args = [...(launchOptions.args ?? []), `--log-net-log=${current.logFile ?? ''}`];
        current.browser = await playwright.chromium.launch({ ...launchOptions, args });
        return current.browser;
      });
    },
    { scope: 'worker' },
  ],

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures off the pattern.
  tally: async ({}, use, info) => {
    const tally: Tally = { tried: 0, executed: 0, leaked: 0, escaped: 0 };
    await use(tally);
    info.annotations.push({ type: 'hostile', description: JSON.stringify(tally) });
  },

  // Outside of everything else: the browser has ended and its log is whole when this looks at it.
  network: [
    async ({ tally }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-network-'));
      const logFile = path.join(folder, 'net.json');
      const network: Network = { traps: await setTraps(), logFile, own: null, expected: [] };
      current.logFile = process.env['SYNOPTIC_DOUBLE_NETLOG'] = logFile;
      await use(network);
      await current.browser?.close();
      current.browser = undefined;
      await network.traps.close();
      const log = await readNetLog(logFile);
      const isExpected = (line: string) => network.expected.some((pattern) => pattern.test(line));
      const seen = [...strangers(log, network.own), ...network.traps.caught].filter(
        (line) => !isExpected(line),
      );
      tally.leaked += seen.length;
      await rm(folder, { recursive: true, force: true });
      base.expect(log.events, 'events in the log of the network').toBeGreaterThan(0);
      base.expect(seen, 'what the network saw').toEqual([]);
    },
    { auto: true },
  ],

  app: async ({ app, network }, use) => {
    if (app.host === 'browser host') network.own = new URL(app.origin).host;
    await use(app);
  },

  watched: async ({ app, tally }, use) => {
    const signs = watch(app.page);
    // Not a copy: what it has may be another after a restart.
    await use(Object.assign(Object.create(app) as App, { signs }));
    const seen = await signs();
    tally.executed += seen.length;
    base.expect(seen, 'signs of something having run').toEqual([]);
  },
});

/** Everything that would show that an input ran. */
function watch(page: Page): () => Promise<readonly string[]> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('popup', (popup) => seen.push(`window: ${popup.url()}`));
  page.on('download', (download) => seen.push(`download: ${download.url()}`));
  page.on('frameattached', (frame) => seen.push(`frame: ${frame.url()}`));
  const address = page.url();
  return async () => {
    const found = await page.evaluate(() => {
      const marks: string[] = [];
      const { __pwned } = window as unknown as Record<string, unknown>;
      if (__pwned !== undefined) marks.push(`code: ${String(__pwned)}`);
      if (document.title.startsWith('/')) marks.push(`title: ${document.title}`);
      if (document.cookie !== '') marks.push(`cookie: ${document.cookie}`);
      if ('polluted' in {}) marks.push('every object is polluted');
      if (document.querySelectorAll('script:not([src]), iframe, object, embed, form, base').length > 0) {
        marks.push('elements that the page never has');
      }
      return marks;
    });
    const moved = page.url().split('#')[0] === address.split('#')[0] ? [] : [`address: ${page.url()}`];
    return [...seen, ...found, ...moved];
  };
}

import type { Page } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findChromium } from '../../../electron/browser/chromium.ts';
import { DoubleApplication } from '../../electron-double/launch.ts';

/**
 * What Electron's documentation says of pages, tried on the double with an app that guards nothing: what the
 * double lets through without a guard is what a guard of Synoptic's is there to stop.
 */

const APP = path.join(import.meta.dirname, 'app');
const chromium = await findChromium();
if (!chromium) {
  process.stderr.write('Pages of the double are not tried: there is no Chromium (SYNOPTIC_CHROMIUM).\n');
}

/** What app/main.js leaves for tests. */
interface Left {
  seen: string[];
  shown: Electron.BrowserWindow;
  open(preload: string, preferences?: Electron.WebPreferences): Promise<void>;
  givePort(): void;
  port: Electron.MessagePortMain;
  log: unknown[];
}
/** What the page has. */
interface Given {
  bridge: {
    invoke(channel: string, value?: unknown): Promise<unknown>;
    pathOf(file: unknown): string;
    heard(listener: (...args: unknown[]) => void): void;
    required(name: string): string;
  };
  bridgeWasThere: string;
  port: MessagePort;
  got: unknown[];
}

/** Waits for what another process does; a busy machine takes its time. */
const until = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 15_000 });

describe.skipIf(!chromium)('a page on the double', () => {
  let folder: string;
  let app: DoubleApplication;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'synoptic-double-'));
    app = new DoubleApplication({ args: [`--user-data-dir=${path.join(folder, 'data')}`, APP] });
    await app.evaluate(({ app: main }) => main.whenReady());
  }, 60_000);
  afterEach(async () => {
    await app.evaluate(({ BrowserWindow, session }) => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
      session.defaultSession.webRequest.onBeforeRequest(null);
      session.defaultSession.setPermissionCheckHandler(null);
      session.defaultSession.setPermissionRequestHandler(null);
    });
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  async function open(preload = 'preload.cjs', preferences: Electron.WebPreferences = {}): Promise<Page> {
    await app.evaluate(
      async (_electron, [file, given]) => {
        const left = globalThis as unknown as Left;
        left.seen = [];
        await left.open(file, given);
      },
      [preload, preferences] as const,
    );
    const page = (await app.windows()).find((one) => one.url().startsWith('https://home.'));
    return page ?? app.firstWindow();
  }
  const seen = (): Promise<string[]> => app.evaluate(() => (globalThis as unknown as Left).seen);

  test('runs the preload before its own scripts, in a world of its own', async () => {
    const page = await open();
    const has = await page.evaluate(() => [
      (globalThis as unknown as Given).bridgeWasThere,
      typeof (globalThis as { require?: unknown }).require,
      typeof (globalThis as { ipcRenderer?: unknown }).ipcRenderer,
      Object.keys((globalThis as unknown as Given).bridge).length,
    ]);
    expect(has).toEqual(['object', 'undefined', 'undefined', 4]);
  });

  test('tells its life in the order of the documentation', async () => {
    const page = await open();
    await until(async () => expect(await seen()).toContain('ready-to-show'));
    const told = await seen();
    const order = ['web-contents-created', 'asked GET try://home/', 'dom-ready', 'did-finish-load'];
    expect(told.filter((one) => order.includes(one))).toEqual(order);
    await app.evaluate(() => (globalThis as unknown as Left).shown.close());
    expect((await seen()).slice(-3)).toEqual(['close', 'closed', 'window-all-closed']);
    await until(() => expect(page.isClosed()).toBe(true));
  });

  test('asks main, and hears what main answers, throws and cannot clone', async () => {
    const page = await open();
    const answers = await page.evaluate(async () => {
      const { bridge } = globalThis as unknown as Given;
      const said = (reason: Error) => reason.message;
      return [
        await bridge.invoke('echo', { at: new Date(5), bytes: new Uint8Array([1]), none: undefined }),
        await bridge.invoke('fail').catch(said),
        await bridge.invoke('nobody').catch(said),
      ];
    });
    expect(answers).toEqual([
      { at: new Date(5), bytes: new Uint8Array([1]), none: undefined },
      "Error invoking remote method 'fail': TypeError: no",
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    ]);
  });

  test('is known to main by its frame', async () => {
    const page = await open();
    const whence = await page.evaluate(() => (globalThis as unknown as Given).bridge.invoke('whence'));
    expect(whence).toEqual({
      same: true,
      url: 'try://home/',
      origin: 'try://home',
      parent: null,
      type: 'frame',
      numbers: ['number', 'number'],
    });
  });

  test('hears what main sends, and nothing that was sent before it was there', async () => {
    const page = await open();
    await page.evaluate(() => {
      const given = globalThis as unknown as Given;
      given.got = [];
      given.bridge.heard((...args) => given.got.push(args));
    });
    await app.evaluate(() => {
      const { webContents } = (globalThis as unknown as Left).shown;
      webContents.send('told', 1, { a: [undefined] });
      webContents.send('other', 2);
    });
    await until(async () =>
      expect(await page.evaluate(() => (globalThis as unknown as Given).got)).toEqual([
        [1, { a: [undefined] }],
      ]),
    );
  });

  test('refuses to send what cannot be cloned', async () => {
    await open();
    await expect(
      app.evaluate(() => (globalThis as unknown as Left).shown.webContents.send('told', () => 1)),
    ).rejects.toThrow('An object could not be cloned.');
  });

  describe('with a port', () => {
    async function opened(): Promise<Page> {
      const page = await open();
      await page.evaluate(() => {
        const given = globalThis as unknown as Given;
        given.got = [];
        addEventListener('message', ({ data, ports: [port] }) => {
          if (!port) return;
          given.port = port;
          given.got.push(data);
          port.onmessage = ({ data: [word, map] }: MessageEvent<[string, Map<number, number>]>) =>
            given.got.push([word, ...map]);
          port.addEventListener('close', () => given.got.push('closed'));
          port.postMessage(new Map([[1, 2]]));
        });
      });
      await app.evaluate(() => (globalThis as unknown as Left).givePort());
      await until(async () => expect(await got(page)).toHaveLength(2));
      return page;
    }
    const got = (page: Page) => page.evaluate(() => (globalThis as unknown as Given).got);

    test('talks through it both ways', async () => {
      const page = await opened();
      expect(await got(page)).toEqual([{ port: true, message: { with: new Date(5) } }, ['heard', [1, 2]]]);
    });

    test('hears that the other end was closed', async () => {
      const page = await opened();
      await app.evaluate(() => (globalThis as unknown as Left).port.close());
      await until(async () => expect(await got(page)).toContain('closed'));
    });

    test.each([
      ['closes it', (page: Page) => page.evaluate(() => (globalThis as unknown as Given).port.close())],
      ['is reloaded', (page: Page) => page.reload()],
      ['is closed', () => app.evaluate(() => (globalThis as unknown as Left).shown.destroy())],
      [
        'crashes',
        () => app.evaluate(() => (globalThis as unknown as Left).shown.webContents.forcefullyCrashRenderer()),
      ],
    ])('the other end hears when the page %s', async (_what, end) => {
      const page = await opened();
      await end(page);
      await until(async () => expect(await seen()).toContain('port closed'));
    });
  });

  test('can be loaded again after a crash', async () => {
    await open();
    const title = await app.evaluate(async () => {
      const { webContents } = (globalThis as unknown as Left).shown;
      const gone = new Promise((resolve) => void webContents.once('render-process-gone', resolve));
      webContents.forcefullyCrashRenderer();
      await gone;
      const loaded = new Promise((resolve) => void webContents.once('did-finish-load', () => resolve(null)));
      webContents.reload();
      await loaded;
      return webContents.executeJavaScript('document.title + typeof bridge') as Promise<string>;
    });
    expect(title).toBe('Homeobject');
    expect(await seen()).toContain('gone crashed');
  });

  test('goes on without its bridge where the preload is broken or not there', async () => {
    for (const [preload, reason] of [
      ['broken.cjs', 'the preload is broken'],
      ['nowhere.cjs', 'ENOENT'],
    ] as const) {
      const page = await open(preload);
      expect(await page.evaluate(() => (globalThis as unknown as Given).bridgeWasThere)).toBe('undefined');
      await until(async () => expect((await seen()).join('\n')).toContain(reason));
      await app.evaluate(() => (globalThis as unknown as Left).shown.destroy());
    }
  });

  test('has a preload that can require little', async () => {
    const page = await open();
    const required = await page.evaluate(() =>
      ['electron', 'node:fs', './other.js'].map((name) =>
        (globalThis as unknown as Given).bridge.required(name),
      ),
    );
    expect(required).toEqual(['object', 'module not found: node:fs', 'module not found: ./other.js']);
  });

  test('tells where a menu is asked for, unless the page has one of its own', async () => {
    const page = await open();
    await page.evaluate(() => {
      document.body.innerHTML = '<input value="word"><button>own</button>';
      document.querySelector('button')?.addEventListener('contextmenu', (event) => event.preventDefault());
    });
    await page.click('button', { button: 'right' });
    await page.locator('input').selectText();
    await page.click('input', { button: 'right' });
    await until(async () =>
      expect((await seen()).filter((one) => one.startsWith('context-menu'))).toEqual([
        'context-menu true word true',
      ]),
    );
  });

  test('gives the path of a file that a person chose, and none of one that a script made', async () => {
    const page = await open();
    const file = path.join(folder, 'chosen.txt');
    await writeFile(file, 'abc');
    await app.outside((outside, known) => outside.knowFiles(known), [file]);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input type="file">'));
    await page.setInputFiles('input', file);
    const paths = await page.evaluate(() => {
      const { bridge } = globalThis as unknown as Given;
      const chosen = document.querySelector('input')?.files?.[0];
      return [bridge.pathOf(chosen), bridge.pathOf(new File(['abc'], 'made.txt'))];
    });
    expect(paths).toEqual([file, '']);
  });

  test('without handlers may do what it likes, as in Electron; with one what that says', async () => {
    const state = (page: Page) =>
      page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
    expect(await state(await open())).toBe('granted');
    await app.evaluate(({ session }) => {
      (globalThis as unknown as Left).shown.destroy();
      session.defaultSession.setPermissionCheckHandler(() => false);
      session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) =>
        callback(false),
      );
    });
    expect(await state(await open())).toBe('denied');
  });

  test('without a guard goes where it likes, and is heard of; a guard holds it', async () => {
    const page = await open();
    const go = (address: string) => page.evaluate((to) => void (location.href = to), address);
    await go('/other');
    await page.waitForURL('**/other');
    expect(await seen()).toEqual(
      expect.arrayContaining(['will-navigate try://home/other', 'will-frame-navigate try://home/other true']),
    );
    await app.evaluate(() => {
      const { webContents } = (globalThis as unknown as Left).shown;
      webContents.on('will-navigate', (event) => event.preventDefault());
    });
    await go('/');
    await until(async () => expect(await seen()).toContain('will-navigate try://home/'));
    const blob = await page.evaluate(() => (location.href = URL.createObjectURL(new Blob(['a']))));
    expect(blob).toContain('blob:');
    await until(async () => expect((await seen()).join()).toContain('will-navigate blob:try://home/'));
    expect(await page.title()).toBe('Other');
  });

  test('may be reloaded by a person without asking the guard, and not by its own scripts', async () => {
    const page = await open();
    await app.evaluate(() => {
      const { webContents } = (globalThis as unknown as Left).shown;
      webContents.on('will-navigate', (event) => event.preventDefault());
    });
    await page.reload();
    expect(await seen()).not.toContain('will-navigate try://home/');
    await page.evaluate(() => location.reload());
    await until(async () => expect(await seen()).toContain('will-navigate try://home/'));
  });

  test('opens windows without a handler, and none with one that denies', async () => {
    const page = await open();
    const opening = page.waitForEvent('popup');
    await page.evaluate(() => void window.open('/other'));
    const opened = await opening;
    await opened.waitForURL('**/other');
    await opened.close();
    await app.evaluate(() => ((globalThis as unknown as Left).seen = []));
    const asked = app.evaluate(() => {
      const { webContents } = (globalThis as unknown as Left).shown;
      return new Promise<string>((resolve) =>
        webContents.setWindowOpenHandler(({ url, frameName, disposition }) => {
          resolve([url, frameName, disposition].join(' '));
          return { action: 'deny' };
        }),
      );
    });
    await page.evaluate(() => void window.open('/other', 'name'));
    expect(await asked).toBe('try://home/other name foreground-tab');
    await until(async () => expect(await app.windows()).toHaveLength(1));
    expect((await seen()).join()).not.toContain('asked GET try://home/other');
  });

  test('is cancelled where the filter says so, in its workers too', async () => {
    const page = await open();
    await app.evaluate(({ session }) => {
      const left = globalThis as unknown as Left;
      left.log = [];
      session.defaultSession.webRequest.onBeforeRequest(({ url, resourceType }, callback) => {
        left.log.push(`${resourceType} ${url}`);
        callback({ cancel: !url.startsWith('try:') });
      });
    });
    const failed = page.waitForEvent('requestfailed');
    const result = await page.evaluate(async () => {
      const text = "fetch('https://w.test/').catch(() => postMessage('refused'))";
      const worker = new Worker(URL.createObjectURL(new Blob([text])));
      const heard = new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)));
      const direct = await fetch('https://a.test/').catch(() => 'refused');
      return [direct, await heard, (await fetch('/other')).status];
    });
    expect(result).toEqual(['refused', 'refused', 200]);
    expect((await failed).failure()?.errorText).toContain('ERR_BLOCKED_BY_CLIENT');
    const log = await app.evaluate(() => (globalThis as unknown as Left).log);
    expect(log).toEqual(
      expect.arrayContaining(['xhr https://a.test/', 'xhr https://w.test/', 'xhr try://home/other']),
    );
  });

  test('has no service worker', async () => {
    const page = await open();
    const registered = await page.evaluate(() =>
      navigator.serviceWorker.register('/first.js').then(
        () => 'registered',
        (error: Error) => error.name,
      ),
    );
    expect(registered).toBe('TypeError');
  });

  test('follows the theme, the zoom and the size of its window', async () => {
    const page = await open();
    await app.outside((outside) => outside.setSystemTheme('dark'));
    await app.evaluate(() => {
      const { shown } = globalThis as unknown as Left;
      shown.setBounds({ width: 1000, height: 500 });
      shown.webContents.setZoomFactor(2);
    });
    const look = () =>
      page.evaluate(() => [matchMedia('(prefers-color-scheme: dark)').matches, innerWidth, innerHeight]);
    await until(async () => expect(await look()).toEqual([true, 500, 250]));
  });

  test('prints as the test says that it ends, and otherwise the dialog is closed', async () => {
    await open();
    const print = () =>
      app.evaluate(() => {
        const { webContents } = (globalThis as unknown as Left).shown;
        return new Promise<unknown[]>((resolve) => webContents.print({}, (...told) => resolve(told)));
      });
    expect(await print()).toEqual([false, 'Print job canceled']);
    await app.outside((outside) => outside.answerNextPrint({ success: true, failureReason: '' }));
    expect(await print()).toEqual([true, '']);
  });

  test('is printed to PDF on the paper that was asked for', async () => {
    await open();
    const pdf = await app.evaluate(async () => {
      const { webContents } = (globalThis as unknown as Left).shown;
      return (await webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true })).toString('latin1');
    });
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });

  test('rejects a load that fails with Chromium’s name for it', async () => {
    await open();
    await expect(
      app.evaluate(() => (globalThis as unknown as Left).shown.loadURL('nowhere://at/all')),
    ).rejects.toThrow(/ERR_[A-Z_]+ \(-\d+\) loading 'nowhere:\/\/at\/all'/);
  });

  test('of a kind that the double does not have is refused', async () => {
    await expect(open('preload.cjs', { sandbox: false })).rejects.toThrow('only runs sandboxed pages');
    await expect(
      app.evaluate(() => (globalThis as unknown as Left).shown.on('app-command', () => undefined)),
    ).rejects.toThrow('not implemented');
  });
});

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { PreloadBridge } from '../../../electron/api/index.ts';
import { browseAll } from '../engine.ts';
import { expect, test } from './fixtures.ts';
import { notedGuarded, notedPreferences, noteGuarded, notePreferences } from './in-main.ts';

/**
 * Electron's security checklist (https://www.electronjs.org/docs/latest/tutorial/security), a test an item, on the shell
 * as it is built. Where several layers hold the same thing, each is looked at with the others taken away.
 */

/** What the page is given, name by name; the compiler holds the names to the interface. */
const BRIDGE: Readonly<Record<keyof PreloadBridge, 'function' | 'string'>> = {
  platform: 'string',
  connect: 'function',
  importFiles: 'function',
  chooseFiles: 'function',
  chooseLibrary: 'function',
  saveBrief: 'function',
  printBrief: 'function',
  savePicture: 'function',
  saveNotes: 'function',
  showInFolder: 'function',
  trash: 'function',
  undoTrash: 'function',
  openSample: 'function',
  setTheme: 'function',
  onCommand: 'function',
  onImported: 'function',
};

/** Loads the page again without its policy, so that what is behind it can be seen. */
async function withoutPolicy(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
}

/** What Chromium says of a request that failed. */
async function failureOf(page: Page, address: string): Promise<string | undefined> {
  const failed = page.waitForEvent('requestfailed', (request) => request.url().startsWith(address));
  await page.evaluate((url) => void fetch(url, { mode: 'no-cors' }).catch(() => undefined), address);
  return (await failed).failure()?.errorText;
}

test.describe('the checklist', { tag: '@shell' }, () => {
  test('1: only secure content is loaded: our own scheme, and nothing over HTTP', async ({ app }) => {
    expect(
      await app.shell.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((each) => each.webContents.getURL()),
      ),
    ).toEqual(['synoptic://app/index.html']);
    expect(await app.page.evaluate(() => window.isSecureContext)).toBe(true);
    expect(app.requests.filter((address) => !app.isOwn(address))).toEqual([]);
  });

  test('2, 3, 4, 6, 8, 9, 10, 11: every window has the preferences that keep a page in', async ({ app }) => {
    await app.shell.evaluate(notePreferences);
    const { api, close } = await app.engine();
    const articleIds = (await browseAll(api)).hits.map(({ article }) => article.id);
    close();
    // What it is printed from is a window of its own, which nobody sees and which is gone afterwards.
    const pdf = await app.briefPdf({
      articleIds,
      budget: { words: 100 },
      parts: {
        summary: true,
        onlyOne: false,
        differences: false,
        quotations: false,
        timeline: false,
        facts: false,
        articleSummaries: false,
        fullText: false,
      },
      format: 'pdf',
      paper: 'A4',
    });
    expect(pdf.length).toBeGreaterThan(0);
    const all = await app.shell.evaluate(notedPreferences);
    expect(all.map(({ javascript }) => javascript ?? true)).toEqual([true, false]);
    for (const preferences of all) {
      expect(preferences, '2').toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
      });
      expect(preferences, '3').toMatchObject({ contextIsolation: true });
      expect(preferences, '4').toMatchObject({ sandbox: true });
      expect(preferences, '6').toMatchObject({ webSecurity: true });
      expect(preferences, '8').toMatchObject({ allowRunningInsecureContent: false });
      expect(preferences['experimentalFeatures'] ?? false, '9').toBe(false);
      expect(preferences['enableBlinkFeatures'] ?? '', '10').toBe('');
      expect(preferences, '11').toMatchObject({ webviewTag: false });
    }
  });

  test('6, 9, 10: no switch of Chromium takes back what the preferences say', async ({ app }) => {
    const given = await app.shell.evaluate(({ app: main }) =>
      [
        'disable-web-security',
        'allow-file-access-from-files',
        'allow-running-insecure-content',
        'disable-site-isolation-trials',
        'enable-experimental-web-platform-features',
        'enable-blink-features',
      ].filter((name) => main.commandLine.hasSwitch(name)),
    );
    expect(given).toEqual([]);
  });

  test('2: no Node in the page', async ({ app }) => {
    const found = await app.page.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'setImmediate'].filter(
        (name) => name in window,
      ),
    );
    expect(found).toEqual([]);
  });

  test('3: the preload’s world is not the page’s', async ({ app }) => {
    const { page } = app;
    const changed = await page.evaluate(async () => {
      // What the preload uses, replaced: it must not notice.
      const used: string[] = [];
      for (const name of ['push', 'map', 'filter'] as const) {
        const before = Array.prototype[name] as (...given: unknown[]) => unknown;
        Array.prototype[name] = function (this: unknown[], ...given: unknown[]) {
          if (new Error().stack?.includes('preload')) used.push(name);
          return before.apply(this, given);
        } as never;
      }
      await window.synopticHost?.importFiles([]);
      return used;
    });
    expect(changed).toEqual([]);
    expect(
      await page.evaluate(
        () => Reflect.set(window, 'synopticHost', 1) && (window.synopticHost as unknown) === 1,
      ),
    ).toBe(false);
  });

  test('5: permissions are refused, but for writing what is copied', async ({ app }) => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'idle-detection',
      'local-fonts',
    ];
    const states = await app.page.evaluate(async (asked) => {
      const states: Record<string, string> = {};
      for (const name of asked) {
        states[name] = await navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'denied',
        );
      }
      states['asked'] = await Notification.requestPermission();
      return states;
    }, names);
    expect(states).toEqual(Object.fromEntries([...names, 'asked'].map((name) => [name, 'denied'])));
  });

  test('7: the page has a policy, and it holds with the request filter gone', async ({ app, network }) => {
    const { page, faults } = app;
    const policy = await page.evaluate(async () =>
      (await fetch(location.href)).headers.get('content-security-policy'),
    );
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    await app.shell.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null));
    const blocked = await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
            once: true,
          });
          fetch(url, { mode: 'no-cors' }).then(
            () => resolve('reached'),
            () => undefined,
          );
        }),
      `http://${network.traps.address}/policy`,
    );
    expect(blocked).toBe('connect-src');
    expect(faults.splice(0).length).toBeGreaterThan(0);
  });

  test('7: without its policy the page is held by the request filter', async ({ app, network }) => {
    await withoutPolicy(app.page);
    for (const address of [`http://${network.traps.address}/filter`, 'https://filter.tracker.example/x']) {
      expect(await failureOf(app.page, address)).toMatch(/^net::ERR_BLOCKED_BY_CLIENT/);
    }
    app.faults.splice(0);
  });

  test('7: without policy and filter no name is looked up, and no address reached', async ({
    app,
    network,
  }) => {
    await withoutPolicy(app.page);
    await app.shell.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null));
    network.expected.push(/^request: /);
    for (const address of [`https://${network.traps.address}/rules`, 'https://rules.tracker.example/x']) {
      expect(await failureOf(app.page, address)).toBe('net::ERR_NAME_NOT_RESOLVED');
    }
    app.faults.splice(0);
  });

  // Whether the tag does anything cannot be seen where there is no Electron; its preference and the sources say so.
  test('12: attaching a guest is prevented', async ({ app }) => {
    const prevented = await app.shell.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      let stopped = false;
      window?.webContents.emit('will-attach-webview', { preventDefault: () => (stopped = true) }, {}, {});
      return stopped;
    });
    expect(prevented).toBe(true);
  });

  test('13: the window goes nowhere', async ({ app, network }) => {
    const { page, shell } = app;
    const home = page.url();
    await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
    await shell.evaluate(noteGuarded);
    // Chromium itself keeps the page from files, so nobody is told of them.
    const addresses = new Map([
      ['https://far.tracker.example/', 'https://far.tracker.example/'],
      [`http://${network.traps.address}/nav`, `http://${network.traps.address}/nav`],
      ['file:///etc/passwd', null],
      ['/licences.html', 'synoptic://app/licences.html'],
    ]);
    // What is prevented leaves no trace in the page; what main is asked for does, and is answered afterwards.
    for (const address of addresses.keys()) {
      await page.evaluate((url) => void (location.href = url), address);
      await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
      expect(await page.evaluate(() => document.querySelector('nav') !== null)).toBe(true);
      expect(page.url()).toBe(home);
    }
    for (const url of addresses.values()) {
      if (url === null) continue;
      for (const event of ['will-navigate', 'will-frame-navigate']) {
        const guarded = { event, url, isMainFrame: true, isPrevented: true };
        await expect.poll(() => shell.evaluate(notedGuarded)).toContainEqual(guarded);
      }
    }
    app.faults.splice(0);
  });

  test('13: nor does a frame, even to our own page in a page without a policy', async ({ app }) => {
    const { page, shell } = app;
    await withoutPolicy(page);
    await shell.evaluate(noteGuarded);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.src = '/index.html';
    });
    await expect.poll(() => shell.evaluate(notedGuarded)).not.toEqual([]);
    expect(await shell.evaluate(notedGuarded)).toEqual([
      {
        event: 'will-frame-navigate',
        url: 'synoptic://app/index.html',
        isMainFrame: false,
        isPrevented: true,
      },
    ]);
    app.faults.splice(0);
  });

  test('14: no second window opens, whatever asks for it', async ({ app }) => {
    const opened = await app.page.evaluate(() =>
      [window.open('synoptic://app/index.html'), window.open('about:blank', '_blank', 'popup')].map(
        (each) => each === null,
      ),
    );
    expect(opened).toEqual([true, true]);
    expect(await app.shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    app.faults.splice(0);
  });

  // The double closes what no handler allowed, so that the handler itself is looked at in navigation.test.ts.
  test('14: nor from a page without a policy, whose sandbox would hold it', async ({ app }) => {
    const left = await app.shell.evaluate(async ({ BrowserWindow }) => {
      const plain = new BrowserWindow({ show: false });
      await plain.loadURL('about:blank');
      await plain.webContents.executeJavaScript(`void window.open('about:blank')`, true);
      const { length } = BrowserWindow.getAllWindows();
      plain.destroy();
      return length;
    });
    expect(left).toBe(2);
    expect(app.shell.output()).not.toMatch(/window/i);
  });

  test('17: another window with the same preload is answered nothing', async ({ app }) => {
    const answer = await app.shell.evaluate(async ({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows();
      const { getLastWebPreferences } = first?.webContents as unknown as {
        getLastWebPreferences: () => Electron.WebPreferences;
      };
      const second = new BrowserWindow({
        show: false,
        webPreferences: getLastWebPreferences.call(first?.webContents),
      });
      await second.loadURL('synoptic://app/index.html');
      const got: unknown = await second.webContents.executeJavaScript(
        `synopticHost.showInFolder('abcdef123456')`,
      );
      second.destroy();
      return got;
    });
    expect(answer).toMatchObject({ error: { code: 'not-permitted' } });
  });

  test('18: files are not to be had, by whatever address', async ({ app }) => {
    await withoutPolicy(app.page);
    // Chromium itself refuses these to a page that is no file, with or without the filter.
    const had = await app.page.evaluate(async () => {
      const url = 'file:///etc/passwd';
      const answered = (element: HTMLElement) =>
        new Promise<string>((resolve) => {
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('refused');
          document.body.append(element);
        });
      return {
        fetch: await fetch(url).then(
          (response) => response.text(),
          () => 'refused',
        ),
        fetchOpaque: await fetch(url, { mode: 'no-cors' }).then(
          ({ type }) => type,
          () => 'refused',
        ),
        style: await answered(
          Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }),
        ),
        script: await answered(Object.assign(document.createElement('script'), { src: url })),
      };
    });
    expect(had).toEqual({ fetch: 'refused', fetchOpaque: 'refused', style: 'refused', script: 'refused' });
    const read = await app.page.evaluate(async () => {
      const answers: (number | string)[] = [];
      for (const path of [
        '/../../../etc/passwd',
        '/%2e%2e/%2e%2e/package.json',
        '/..%2f..%2fpackage.json',
        '/..%5c..%5cpackage.json',
        '//etc/passwd',
        '/index.html%00.js',
        '/C:/x.html',
      ]) {
        answers.push(
          await fetch(location.origin + path).then(
            (response) => response.status,
            () => 'refused',
          ),
        );
      }
      return answers;
    });
    expect(read.every((each) => each === 404 || each === 'refused')).toBe(true);
    app.faults.splice(0);
  });

  test('18: no window shows a file, not even where main itself loads it', async ({ app }) => {
    const failure = await app.shell.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      try {
        await window.loadURL('file:///etc/passwd');
        return 'loaded';
      } catch (thrown) {
        return String(thrown);
      } finally {
        window.destroy();
      }
    });
    expect(failure).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test('20: the page has one object, of these functions and no others, and nothing of Electron’s', async ({
    app,
  }) => {
    const found = await app.page.evaluate(() => ({
      bridge: Object.fromEntries(
        Reflect.ownKeys(window.synopticHost ?? {}).map((name) => [
          String(name),
          typeof Reflect.get(window.synopticHost ?? {}, name),
        ]),
      ),
      names: Reflect.ownKeys(window)
        .map(String)
        .filter((name) => /electron|ipc|synoptic/i.test(name)),
      known: ['require', 'process', 'ipcRenderer', 'electron', 'webUtils', 'contextBridge'].filter(
        (name) => name in window,
      ),
    }));
    // A generic one (send, invoke, on) would be one name more.
    expect(found).toEqual({ bridge: BRIDGE, names: ['synopticHost'], known: [] });
  });

  test('20: its listeners are given what main tells, and not the event', async ({ app }) => {
    const { page, shell } = app;
    await page.evaluate(() => {
      const heard: unknown[] = ((window as unknown as { heard: unknown[] }).heard = []);
      // As text: a function or a port of the event would be missing, but never its name.
      const note = (...given: unknown[]) =>
        heard.push(
          given.map((each) =>
            typeof each === 'object' && each !== null ? JSON.stringify(Object.keys(each)) : each,
          ),
        );
      window.synopticHost?.onCommand(note);
      window.synopticHost?.onImported(note);
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
    await shell.clickMenu('Edit', 'Find');
    await expect.poll(heard).toEqual([['find']]);
    await writeFile(path.join(shell.folders.home, 'one.txt'), 'A bridge was opened in Porto on Monday.');
    await shell.startSecond(['one.txt'], shell.folders.home);
    // A list of one outcome.
    await expect.poll(heard).toEqual([['find'], ['["0"]']]);
  });
});

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/**
 * Electron's security checklist (https://www.electronjs.org/docs/latest/tutorial/security), a test an item, on the shell
 * as it is built. Where several layers hold the same thing, each is looked at with the others taken away.
 */

const ROOT = path.join(import.meta.dirname, '..', '..', '..');

/** Sources of the app, without tests, as path and text. */
async function sources(...folders: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const files = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
    }),
  );
  return Promise.all(
    files.flat().map(async (file) => [path.relative(ROOT, file), await readFile(file, 'utf8')]),
  );
}

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

/** The preferences that count of every window there is. */
type Preferences = Readonly<Record<string, unknown>>;

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

  test('2, 3, 4, 6, 8, 9, 10: every window has the preferences that keep a page in', async ({ app }) => {
    const all = await app.shell.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        // Declared for a test's use only (https://www.electronjs.org/docs/latest/api/web-contents).
        const { getLastWebPreferences } = webContents as unknown as {
          getLastWebPreferences?: () => Preferences;
        };
        return getLastWebPreferences?.call(webContents) ?? null;
      }),
    );
    expect(all).toHaveLength(1);
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
      expect(preferences?.['experimentalFeatures'] ?? false, '9').toBe(false);
      expect(preferences?.['enableBlinkFeatures'] ?? '', '10').toBe('');
      expect(preferences?.['webviewTag'] ?? false, '11').toBe(false);
    }
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

  test('11, 12: there are no guests: the tag is unknown and the event is prevented', async ({ app }) => {
    expect(
      await app.page.evaluate(
        () =>
          document.createElement('webview') instanceof HTMLUnknownElement ||
          document.createElement('webview').constructor === HTMLElement,
      ),
    ).toBe(true);
    const prevented = await app.shell.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      let stopped = false;
      window?.webContents.emit('will-attach-webview', { preventDefault: () => (stopped = true) }, {}, {});
      return stopped;
    });
    expect(prevented).toBe(true);
  });

  test('13: the window goes nowhere, nor does a frame in it', async ({ app, network }) => {
    const { page } = app;
    const home = page.url();
    // What is prevented leaves no trace in the page; what main is asked for does, and is answered afterwards.
    for (const address of [
      'https://far.tracker.example/',
      `http://${network.traps.address}/nav`,
      'file:///etc/passwd',
      'synoptic://brief/x',
    ]) {
      await page.evaluate((url) => void (location.href = url), address);
      await app.shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
      expect(await page.evaluate(() => document.querySelector('nav') !== null)).toBe(true);
      expect(page.url()).toBe(home);
    }
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
    expect(await failureOf(app.page, 'file:///etc/passwd').catch(() => 'not even asked')).not.toBeUndefined();
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

  test('20: the page has one object of plain functions, and nothing of Electron’s', async ({ app }) => {
    const bridge = await app.page.evaluate(() => ({
      names: Object.keys(window.synopticHost ?? {}).toSorted(),
      others: Object.keys(window).filter((name) => /electron|ipc|preload/i.test(name)),
      kinds: [...new Set(Object.values(window.synopticHost ?? {}).map((each) => typeof each))].toSorted(),
      events: ((): number => {
        let most = 0;
        window.synopticHost?.onCommand((...given: unknown[]) => (most = given.length));
        return most;
      })(),
    }));
    expect(bridge).toMatchObject({ others: [], kinds: ['function', 'string'] });
    expect(bridge.names).not.toContain('send');
    const leaky = (await sources('electron/preload')).filter(([, text]) =>
      /exposeInMainWorld\([^)]*ipcRenderer\b/.test(text),
    );
    expect(leaky).toEqual([]);
  });
});

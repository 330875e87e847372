import type { Configuration } from 'electron-builder';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { allOf, ROOT, sources, withAny } from './sources.ts';

/** Items of Electron's security checklist that are about what is in the sources and the package. */

describe('the sources', () => {
  it('have no address in them to load anything from (item 1)', () => {
    expect(withAny(/loadURL\(\s*['"`]http|(src|href)=["']https?:/, 'electron/main', 'renderer')).toEqual([]);
  });

  it('make no window but with the preferences that keep a page in (items 2, 3, 4, 6, 8 and 11)', () => {
    const made = allOf(/\bnew (?:BrowserWindow|WebContentsView|BrowserView)\b/g, 'electron').map(
      (each) => each.split(':')[0],
    );
    expect(made).toEqual(['electron/main/printing.ts', 'electron/main/window.ts']);
    expect(allOf(/webPreferences: \{ ([^,}]*)/g, 'electron')).toEqual(
      made.map((file) => `${file}: ...SAFE_PREFERENCES`),
    );
    // Nothing of it is taken back, neither beside it nor on the command line.
    expect(
      withAny(
        /disable-web-security|allow-file-access|allow-running-insecure|disable-site-isolation/,
        'electron',
      ),
    ).toEqual([]);
    const said =
      /\b((?:sandbox|contextIsolation|nodeIntegration\w*|webSecurity|allowRunningInsecureContent): .*)/g;
    expect(allOf(said, 'electron/main')).toEqual([
      'electron/main/window.ts: allowRunningInsecureContent: false,',
      'electron/main/window.ts: contextIsolation: true,',
      'electron/main/window.ts: nodeIntegration: false,',
      'electron/main/window.ts: nodeIntegrationInSubFrames: false,',
      'electron/main/window.ts: nodeIntegrationInWorker: false,',
      'electron/main/window.ts: sandbox: true,',
      'electron/main/window.ts: webSecurity: true,',
    ]);
  });

  it('switch on no experiments (items 9 and 10)', () => {
    expect(
      withAny(
        /experimental-?features|enable-?(?:blink-?)?features|enable-?experimental|experimental-web-platform|js-flags/i,
        'electron',
      ),
    ).toEqual([]);
  });

  it('have no guests (items 11 and 12)', () => {
    expect(withAny(/<webview|['"`]webview['"`]|allowpopups|BrowserView\b/i, 'electron', 'renderer')).toEqual(
      [],
    );
    expect(allOf(/webviewTag.*/g, 'electron')).toEqual(['electron/main/window.ts: webviewTag: false,']);
  });

  it('hand to other programs the licences, a file to show and one to throw away (item 15)', () => {
    expect(
      withAny(
        /openExternal|import \* as \w+ from 'electron'|(?:require|import)\(\s*['"`]electron/,
        'electron',
      ),
    ).toEqual([]);
    const users = sources('electron').filter(([, text]) =>
      /import \{[^}]*\bshell\b[^}]*\} from 'electron'/.test(text),
    );
    // Every mention of Electron's `shell`, with what is called on it and given to that; its name in a text is none.
    const uses = users.flatMap(([file, text]) =>
      [
        ...text
          .replace(/^import [^;]*;/gm, '')
          .replace(/'[^'\n]*'/g, "''")
          .matchAll(/(?<![\w#.])shell\b(?:\.\w+\([^)]*\)*)?/g),
      ].map(([use]) => `${file}: ${use}`),
    );
    expect(uses.toSorted()).toEqual([
      'electron/main/log.ts: shell.showItemInFolder(file.path)',
      'electron/main/requests.ts: shell.showItemInFolder(await engine.api.absolutePath(argument))',
      'electron/main/shell.ts: shell.openPath(file)',
      'electron/main/trash.ts: shell.trashItem(file)',
    ]);
    // The one file that is opened: the licences of the package.
    expect(allOf(/#licences\(.*/g, 'electron/main')).toEqual([
      'electron/main/shell.ts: #licences(PLACES.licences()),',
      'electron/main/shell.ts: #licences(file: string | null): (() => void) | null {',
    ]);
    expect(allOf(/licences: \(\) => (.*),/g, 'electron/main')).toEqual([
      "electron/main/places.ts: (app.isPackaged ? path.join(process.resourcesPath, 'THIRD-PARTY-LICENSES.txt') : null)",
    ]);
  });

  it('let the page name no message between it and main (item 20)', () => {
    expect(allOf(/exposeInMainWorld\(([^,]*)/g, 'electron')).toEqual([
      "electron/preload/preload.ts: 'synopticHost'",
    ]);
    const named = allOf(/ipcRenderer\b(?:\.\w+\(\w+)?/g, 'electron/preload').map(
      (each) => each.split(': ')[1],
    );
    expect([...new Set(named)].toSorted()).toEqual([
      // The import.
      'ipcRenderer',
      'ipcRenderer.invoke(IPC',
      'ipcRenderer.off(channel',
      'ipcRenderer.on(IPC',
      'ipcRenderer.on(channel',
    ]);
    expect(named.filter((each) => each === 'ipcRenderer')).toHaveLength(1);
    const listened = allOf(/\blisten(?:<\w+>)?\(([\w.]+),/g, 'electron/preload').map(
      (each) => each.split(': ')[1],
    );
    expect(listened).toEqual(['IPC.command', 'IPC.imported']);
  });

  it('receive messages at one door of main, and send them from one file of the preload (item 17)', () => {
    expect(withAny(/\bipcMain\b/, 'electron')).toEqual(['electron/main/page-requests.ts']);
    expect(withAny(/\bipcRenderer\b/, 'electron', 'renderer')).toEqual(['electron/preload/preload.ts']);
    expect(withAny(/\bserve\(/, 'electron')).toEqual([
      'electron/api/rpc.ts',
      'electron/browser/server.ts',
      'electron/main/engine-process.ts',
    ]);
  });

  it('load no files by their addresses, and give our scheme no right to pass by policies (item 18)', () => {
    expect(
      withAny(
        /loadFile\(|file:\/\/|pathToFileURL|bypassCSP|allowServiceWorkers/,
        'electron/main',
        'electron/preload',
      ),
    ).toEqual([]);
  });

  it('turn no text into markup or code', () => {
    expect(
      withAny(
        /\{@html|\.innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
        'electron',
        'renderer',
      ),
    ).toEqual([]);
  });
});

describe('the package', () => {
  it('has every fuse set that can be (item 19)', async () => {
    const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
    const { getConfig } = require('app-builder-lib/out/util/config/config') as {
      getConfig(root: string, file: null, options: object): Promise<Configuration>;
    };
    const { electronFuses, asar } = await getConfig(ROOT, null, {});
    expect(asar).not.toBe(false);
    expect(electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      enableCookieEncryption: true,
    });
  });
});

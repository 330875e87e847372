import type { Configuration } from 'electron-builder';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Items of Electron's security checklist that are about what is in the sources and the package. */

const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** Files below a folder, as path and text without comments. */
function sources(folder: string): readonly (readonly [file: string, text: string])[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte|html|css)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [
      path.relative(ROOT, file).replaceAll('\\', '/'),
      readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ''),
    ]);
}

const withAny = (pattern: RegExp, ...folders: readonly string[]): readonly string[] =>
  folders
    .flatMap(sources)
    .filter(([, text]) => pattern.test(text))
    .map(([file]) => file)
    .toSorted();

describe('the sources', () => {
  it('have no address in them to load anything from (item 1)', () => {
    expect(withAny(/loadURL\(\s*['"`]http|(src|href)=["']https?:/, 'electron/main', 'renderer')).toEqual([]);
  });

  it('switch on no experiments (items 9 and 10)', () => {
    expect(
      withAny(/experimentalFeatures|enableBlinkFeatures|enable-features|enable-experimental/, 'electron'),
    ).toEqual([]);
  });

  it('have no guests (items 11 and 12)', () => {
    expect(withAny(/<webview|allowpopups|webviewTag: true|BrowserView\b/, 'electron', 'renderer')).toEqual(
      [],
    );
  });

  it('hand no address to another program (item 15)', () => {
    expect(withAny(/openExternal|openPath\(\s*[^)]*url/i, 'electron')).toEqual([]);
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
  const read = (file: string) =>
    JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as {
      version?: string;
      devDependencies?: Record<string, string>;
    };

  it('has the Electron it names, none that is out of care (item 16)', () => {
    const named = read('package.json').devDependencies?.['electron'] ?? '';
    const { version = '' } = read('node_modules/electron/package.json');
    expect(named).toMatch(/^\d+\.\d+/);
    expect(version.startsWith(named)).toBe(true);
    // Raised with each release of Synoptic: Electron keeps its last three major versions.
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(45);
  });

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

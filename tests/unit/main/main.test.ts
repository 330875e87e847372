import type { MenuItemConstructorOptions } from 'electron';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IPC } from '../../../electron/api/ipc.ts';
import type * as Double from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let electron: typeof Double;
let folder: string;
let argv: string[];
beforeEach(async () => {
  vi.resetModules();
  performance.clearMarks();
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  // The double as main will see it, which is a new one with every reset.
  electron = (await import('electron')) as unknown as typeof Double;
  electron.resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-main-'));
  mkdirSync(path.join(folder, 'seeds'));
  writeFileSync(path.join(folder, 'seeds', 'a.txt'), 'sample');
  electron.app.isPackaged = false;
  electron.app.appPath = folder;
  electron.app.paths = {
    userData: path.join(folder, 'data'),
    documents: path.join(folder, 'Documents'),
    logs: path.join(folder, 'logs'),
  };
  argv = process.argv;
});
afterEach(() => {
  process.argv = argv;
  vi.restoreAllMocks();
  for (const name of ['uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(name);
  }
  rmSync(folder, { recursive: true });
});

async function start(...args: string[]): Promise<void> {
  process.argv = ['electron', folder, ...args];
  await import('../../../electron/main/main.ts');
}

describe('Synoptic in Electron', () => {
  it('prepares what has to be before it is ready, then opens one window on its guarded session', async () => {
    await start();
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(1));
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce();
    expect(electron.app.enableSandbox).toHaveBeenCalledOnce();
    expect(electron.app.commandLine.appendSwitch).toHaveBeenCalled();
    const all = electron.session.defaultSession;
    expect(all.webRequest.onBeforeRequest).toHaveBeenCalledOnce();
    expect(all.setPermissionRequestHandler).toHaveBeenCalledOnce();
    expect(all.setPermissionCheckHandler).toHaveBeenCalledOnce();
    expect(all.setProxy).toHaveBeenCalledWith({ mode: 'direct' });
    expect([...all.handlers.keys()]).toEqual(['synoptic']);
    const [window] = electron.seen.windows;
    expect(window?.webContents.setWindowOpenHandler).toHaveBeenCalledOnce();
    expect(window?.webContents.listenerCount('will-navigate')).toBe(1);
    expect(window?.options.webPreferences?.preload).toBe(path.join(folder, 'dist', 'preload', 'preload.cjs'));
    expect(electron.seen.processes.map(({ entry }) => entry)).toEqual([
      path.join(folder, 'dist', 'engine', 'engine.js'),
    ]);
  });

  it('listens to the page’s requests and to no others', async () => {
    await start();
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(1));
    const { port, command, imported, ...requests } = IPC;
    expect([port, command, imported].filter((name) => electron.seen.invoked.has(name))).toEqual([]);
    expect([...electron.seen.invoked.keys()].sort()).toEqual(Object.values(requests).sort());
  });

  it('quits at once where another one runs', async () => {
    electron.app.hasLock = false;
    await start();
    expect(electron.app.quit).toHaveBeenCalledOnce();
    expect(electron.seen.windows).toHaveLength(0);
  });

  it('says why it does not start without a sandbox, once it is installed', async () => {
    electron.app.isPackaged = true;
    electron.app.switches = ['no-sandbox'];
    await start();
    await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledOnce());
    expect(electron.dialog.showMessageBox).toHaveBeenCalledOnce();
    expect(electron.seen.windows).toHaveLength(0);
    expect(electron.seen.processes).toHaveLength(0);
  });

  it('opens its window again after it was closed', async () => {
    await start();
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(1));
    electron.app.emit('activate');
    expect(electron.seen.windows).toHaveLength(1);
    electron.seen.windows[0]?.emit('closed');
    electron.app.emit('activate');
    expect(electron.seen.windows).toHaveLength(2);
  });

  it('comes to the front when it is started a second time', async () => {
    await start();
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(1));
    electron.app.emit('second-instance', {}, ['electron', folder], folder);
    expect(electron.seen.windows[0]?.focus).toHaveBeenCalledOnce();
  });

  it('opens one window, where files are handed over before there is any', async () => {
    let goOn = (): void => undefined;
    electron.session.defaultSession.setProxy.mockReturnValueOnce(new Promise((resolve) => (goOn = resolve)));
    await start();
    await vi.waitFor(() => expect(electron.session.defaultSession.setProxy).toHaveBeenCalledOnce());
    electron.app.emit('second-instance', {}, ['electron', folder], folder);
    expect(electron.seen.windows).toHaveLength(0);
    goOn();
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(1));
    expect(electron.seen.invoked.size).toBeGreaterThan(0);
  });

  it('starts the engine before the window, and marks how far it is', async () => {
    await start();
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(1));
    electron.seen.windows[0]?.emit('ready-to-show');
    electron.seen.processes[0]?.emit('message', { kind: 'ready' });
    const marks = performance
      .getEntriesByType('mark')
      .filter(({ name }) => name.startsWith('synoptic:'))
      .sort((a, b) => a.startTime - b.startTime)
      .map(({ name }) => name.slice('synoptic:'.length));
    const order = [
      'main-start',
      'ready',
      'engine-forked',
      'window-created',
      'window-shown',
      'engine-connected',
    ];
    expect(marks).toEqual(order);
  });

  it('has a log that says it started', async () => {
    await start();
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(1));
    const log = readFileSync(path.join(folder, 'logs', 'synoptic.log'), 'utf8');
    expect(log).toMatch(/ info {2}shell start version=1\.2\.3 .*platform=/);
  });

  it('draws itself as the page was last, before there is a window', async () => {
    mkdirSync(path.join(folder, 'data'));
    const kept = {
      version: 1,
      bounds: null,
      maximised: false,
      library: null,
      sampleCopied: true,
      theme: 'dark',
    };
    writeFileSync(path.join(folder, 'data', 'shell.json'), JSON.stringify(kept));
    const sources: string[] = [];
    electron.onWindow(() => sources.push(electron.nativeTheme.themeSource));
    await start();
    await vi.waitFor(() => expect(sources).toEqual(['dark']));
  });

  it('opens its window for a command of the menu, and carries it out when the page is there', async () => {
    await start();
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(1));
    electron.seen.windows[0]?.emit('closed');
    const file = electron.seen.menu.find(({ label }) => label === '&File')
      ?.submenu as MenuItemConstructorOptions[];
    file.find(({ label }) => label === '&Add Articles…')?.click?.({} as never, undefined, {} as never);
    const contents = electron.seen.windows[1]?.webContents;
    contents?.emit('did-finish-load');
    expect(contents?.send).toHaveBeenCalledWith(IPC.command, 'choose-files');
  });
});

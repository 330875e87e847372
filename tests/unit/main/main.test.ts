import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  // The double as main will see it, which is a new one with every reset.
  electron = (await import('electron')) as unknown as typeof Double;
  electron.resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-main-'));
  mkdirSync(path.join(folder, 'seeds'));
  writeFileSync(path.join(folder, 'seeds', 'a.txt'), 'sample');
  electron.app.isPackaged = false;
  electron.app.appPath = folder;
  electron.app.paths = { userData: path.join(folder, 'data'), documents: path.join(folder, 'Documents') };
  argv = process.argv;
});
afterEach(() => {
  process.argv = argv;
  process.removeAllListeners('uncaughtException').removeAllListeners('unhandledRejection');
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
});

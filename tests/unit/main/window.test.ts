import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsFile } from '../../../electron/main/settings.ts';
import { openWindow } from '../../../electron/main/window.ts';
import { nativeTheme, resetElectron, seen } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let folder: string;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-window-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(settings = new SettingsFile(folder)) {
  openWindow('/app/preload.cjs', settings);
  const window = seen.windows.at(-1);
  if (!window) throw new Error('no window');
  return window;
}

describe('the window', () => {
  it('has a sandboxed page without Node that loads from our own scheme', () => {
    const window = open();
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      preload: '/app/preload.cjs',
    });
    expect(window.options.minWidth).toBe(900);
    expect(window.loadURL).toHaveBeenCalledWith('synoptic://app/index.html');
  });

  it('shows itself only when there is something to see', () => {
    const window = open();
    expect(window.options.show).toBe(false);
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect(window.show).toHaveBeenCalledOnce();
    expect(window.maximize).not.toHaveBeenCalled();
  });

  it('comes back where it was, as it was', () => {
    const first = open();
    first.bounds = { x: 300, y: 200, width: 1100, height: 800 };
    first.maximised = true;
    first.emit('close');
    expect(first.webContents.session.flushStorageData).toHaveBeenCalledOnce();
    const second = open(new SettingsFile(folder));
    expect(second.options).toMatchObject({ x: 300, y: 200, width: 1100, height: 800 });
    second.emit('ready-to-show');
    expect(second.maximize).toHaveBeenCalledOnce();
  });

  it('remembers its place when the session ends under it', () => {
    open().emit('session-end');
    expect(new SettingsFile(folder).current.bounds).toEqual({ x: 10, y: 20, width: 1000, height: 700 });
  });

  it('can be closed even where its page cannot be had', () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const window = open();
    window.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND');
    expect(window.show).toHaveBeenCalledOnce();
    expect(stderr.mock.calls.join('')).toContain('page not-loaded code=-6');
    stderr.mockRestore();
  });

  it('has the colour of the paper, and follows the system’s theme until it is closed', () => {
    const window = open();
    expect(window.options.backgroundColor).toBe('#fbfaf7');
    nativeTheme.shouldUseDarkColors = true;
    nativeTheme.emit('updated');
    expect(window.setBackgroundColor).toHaveBeenCalledWith('#181715');
    window.emit('closed');
    nativeTheme.emit('updated');
    expect(window.setBackgroundColor).toHaveBeenCalledOnce();
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { givenPaths, ownArguments } from '../../../electron/main/given-paths.ts';
import { setupInstance } from '../../../electron/main/instance.ts';
import { app, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let folder: string;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-instance-'));
  mkdirSync(path.join(folder, 'texts'));
  writeFileSync(path.join(folder, 'a.txt'), 'a');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('paths given', () => {
  it('are told apart: the first folder is the library, files are imported, the rest is passed over', () => {
    expect(givenPaths(['a.txt', 'missing', 'texts', '.'], folder)).toEqual({
      library: path.join(folder, 'texts'),
      files: [path.join(folder, 'a.txt')],
    });
  });

  it.each([
    [true, ['synoptic', '--flag=1', 'x']],
    [false, ['electron', '--inspect', '/project', 'x']],
  ])('follow the program’s own arguments (packaged: %s)', (isPackaged, argv) => {
    expect(ownArguments(argv, isPackaged)).toEqual(['x']);
  });
});

describe('a second Synoptic', () => {
  it('is told to quit', () => {
    app.hasLock = false;
    expect(setupInstance(vi.fn())).toBe(false);
    expect(app.listenerCount('second-instance')).toBe(0);
  });

  it('hands its paths to the first', () => {
    const onPaths = vi.fn();
    expect(setupInstance(onPaths)).toBe(true);
    app.emit('second-instance', {}, ['synoptic', '--allow-file-access-from-files', 'a.txt'], folder);
    expect(onPaths).toHaveBeenCalledWith({ library: null, files: [path.join(folder, 'a.txt')] });
  });

  it('is not needed to open a file on macOS', () => {
    const onPaths = vi.fn();
    const preventDefault = vi.fn();
    setupInstance(onPaths);
    app.emit('open-file', { preventDefault }, path.join(folder, 'texts'));
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(onPaths).toHaveBeenCalledWith({ library: path.join(folder, 'texts'), files: [] });
  });
});

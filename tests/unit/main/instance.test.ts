import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { givenPaths, ownArguments, together } from '../../../electron/main/given-paths.ts';
import { setupInstance, startedWith } from '../../../electron/main/instance.ts';
import { app, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let folder: string;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-instance-'));
  mkdirSync(path.join(folder, 'texts'));
  mkdirSync(path.join(folder, 'more'));
  writeFileSync(path.join(folder, 'a.txt'), 'a');
  writeFileSync(path.join(folder, '-b.txt'), 'b');
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...names: string[]) => path.join(folder, ...names);
const refusals = (args: readonly string[]) =>
  givenPaths(args, folder).refused.map(({ name, status, failure }) => [name, status, failure?.code]);

describe('paths given', () => {
  it('are told apart: the first folder is the library, files are to be shown or imported', () => {
    expect(givenPaths(['a.txt', 'texts', at('a.txt')], folder)).toEqual({
      library: at('texts'),
      files: [at('a.txt'), at('a.txt')],
      refused: [],
    });
  });

  it('may be addresses of files, as some file managers give them', () => {
    expect(givenPaths([pathToFileURL(at('a.txt')).href], '/').files).toEqual([at('a.txt')]);
  });

  it('are never passed over in silence', () => {
    expect(
      refusals(['missing.txt', 'texts', 'more', 'https://example.org/a', 'file://host/a%2Fb', '/dev/null']),
    ).toEqual([
      ['missing.txt', 'failed', 'not-found'],
      ['more', 'failed', 'unsupported-type'],
      ['a', 'failed', 'unsupported-type'],
      ['a%2Fb', 'failed', 'unsupported-type'],
      ['null', 'failed', 'unsupported-type'],
    ]);
    expect(refusals(['x'.repeat(300)])).toEqual([['x'.repeat(300), 'failed', 'unreadable']]);
  });

  it.each<[boolean, string[], string[]]>([
    [true, ['synoptic', '--flag=1', 'x'], ['x']],
    [false, ['electron', '--inspect', '/project', 'x'], ['x']],
    [true, ['synoptic', '-psn_0_1', '--', '-b.txt', '--', 'x'], ['-b.txt', '--', 'x']],
  ])('follow the program’s own arguments (packaged: %s, %j)', (isPackaged, argv, own) => {
    expect(ownArguments(argv, isPackaged)).toEqual(own);
  });

  it('at several times are taken together', () => {
    const all = [
      givenPaths(['a.txt'], folder),
      givenPaths(['texts', 'missing'], folder),
      givenPaths(['more'], folder),
    ];
    expect(together(all)).toMatchObject({
      library: at('texts'),
      files: [at('a.txt')],
      refused: [{ name: 'missing' }],
    });
  });
});

describe('a second Synoptic', () => {
  const argv = process.argv;
  afterEach(() => void (process.argv = argv));

  it('is told to quit, and has handed over what it was given', () => {
    app.hasLock = false;
    process.argv = ['synoptic', '--flag', '--', '-b.txt'];
    expect(setupInstance(vi.fn())).toBe(false);
    expect(app.listenerCount('second-instance')).toBe(0);
    expect(app.requestSingleInstanceLock).toHaveBeenCalledWith({
      arguments: ['-b.txt'],
      folder: process.cwd(),
    });
  });

  it('is heard by its own words, not by what Chromium makes of them', () => {
    const onPaths = vi.fn();
    expect(setupInstance(onPaths)).toBe(true);
    const told = ['synoptic', '--original-process-start-time=1', '--', '-b.txt', '/elsewhere'];
    app.emit('second-instance', {}, told, '/', { arguments: ['a.txt', '-b.txt'], folder });
    expect(onPaths).toHaveBeenCalledWith({ library: null, files: [at('a.txt'), at('-b.txt')], refused: [] });
  });

  it.each([undefined, null, {}, { arguments: 'a.txt', folder: 1 }])(
    'is heard through its arguments where it says %j',
    (data) => {
      const onPaths = vi.fn();
      setupInstance(onPaths);
      app.emit('second-instance', {}, ['synoptic', '--allow-file-access-from-files', 'a.txt'], folder, data);
      expect(onPaths).toHaveBeenCalledWith({ library: null, files: [at('a.txt')], refused: [] });
    },
  );

  it('is not needed to open files on macOS, which come in one go', async () => {
    const onPaths = vi.fn();
    const preventDefault = vi.fn();
    setupInstance(onPaths);
    for (const name of ['texts', 'a.txt', 'gone']) app.emit('open-file', { preventDefault }, at(name));
    expect(preventDefault).toHaveBeenCalledTimes(3);
    await vi.waitFor(() => expect(onPaths).toHaveBeenCalledOnce());
    expect(onPaths.mock.calls[0]?.[0]).toMatchObject({
      library: at('texts'),
      files: [at('a.txt')],
      refused: [{ name: 'gone' }],
    });
    app.emit('open-file', { preventDefault }, at('a.txt'));
    await vi.waitFor(() => expect(onPaths).toHaveBeenCalledTimes(2));
  });

  it('starts with what stands at the prompt', () => {
    process.argv = ['synoptic', at('a.txt')];
    expect(startedWith().files).toEqual([at('a.txt')]);
  });
});

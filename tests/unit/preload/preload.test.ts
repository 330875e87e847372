import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleId, PreloadBridge, SaveRequest } from '../../../electron/api/index.ts';

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn<(key: string, api: unknown) => void>() },
  ipcRenderer: {
    invoke: vi.fn<(channel: string, ...args: unknown[]) => Promise<unknown>>(() =>
      Promise.resolve({ value: [] }),
    ),
    on: vi.fn<(channel: string, listener: (...args: unknown[]) => void) => void>(),
    off: vi.fn<(channel: string, listener: (...args: unknown[]) => void) => void>(),
  },
  webUtils: { getPathForFile: (file: File) => (file.name === 'made.txt' ? '' : `/drop/${file.name}`) },
}));
vi.mock('electron', () => electron);

const ipc = new EventEmitter();
const window = { location: { origin: 'synoptic://app' }, postMessage: vi.fn() };
let bridge: PreloadBridge;

beforeEach(async () => {
  vi.clearAllMocks();
  vi.resetModules();
  ipc.removeAllListeners();
  electron.ipcRenderer.on.mockImplementation((channel, listener) => void ipc.on(channel, listener));
  electron.ipcRenderer.off.mockImplementation((channel, listener) => void ipc.off(channel, listener));
  vi.stubGlobal('window', window);
  await import('../../../electron/preload/preload.ts');
  bridge = electron.contextBridge.exposeInMainWorld.mock.calls[0]?.[1] as PreloadBridge;
});
afterEach(() => void vi.unstubAllGlobals());

describe('the preload', () => {
  it('gives the page one object and nothing of Electron', () => {
    expect(electron.contextBridge.exposeInMainWorld.mock.calls.map(([key]) => key)).toEqual(['synopticHost']);
    expect(Object.keys(bridge).sort()).toEqual(
      [
        'chooseFiles',
        'chooseLibrary',
        'connect',
        'importFiles',
        'onCommand',
        'onImported',
        'openSample',
        'platform',
        'printBrief',
        'saveBrief',
        'saveNotes',
        'savePicture',
        'setTheme',
        'showInFolder',
        'trash',
        'undoTrash',
      ].sort(),
    );
  });

  it('passes the engine’s port on to the page’s own origin', () => {
    bridge.connect();
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledWith('synoptic:connect');
    const ports = [{}];
    ipc.emit('synoptic:port', { ports });
    expect(window.postMessage).toHaveBeenCalledWith('synoptic:engine-port', 'synoptic://app', ports);
  });

  it('tells the page the menu’s commands, without the event, until it stops listening', () => {
    const heard: unknown[][] = [];
    const stop = bridge.onCommand((...args) => heard.push(args));
    ipc.emit('synoptic:command', { sender: 'ipcRenderer' }, 'find');
    stop();
    ipc.emit('synoptic:command', {}, 'print');
    expect(heard).toEqual([['find']]);
  });

  it('tells the page what was imported before it listened and since, until it stops', async () => {
    const heard: unknown[] = [];
    electron.ipcRenderer.invoke.mockResolvedValueOnce({ value: ['before'] });
    const stop = bridge.onImported((outcomes) => heard.push(outcomes));
    await vi.waitFor(() => expect(heard).toEqual([['before']]));
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledWith('synoptic:take-imported');
    ipc.emit('synoptic:imported', {}, ['since']);
    stop();
    ipc.emit('synoptic:imported', {}, ['after']);
    expect(heard).toEqual([['before'], ['since']]);
  });

  it('asks main by fixed names', async () => {
    const request = { format: 'pdf' } as SaveRequest;
    await bridge.chooseFiles();
    await bridge.chooseLibrary();
    await bridge.saveBrief(request);
    await bridge.printBrief(request);
    await bridge.savePicture({ title: 'T', svg: '<svg/>' });
    await bridge.showInFolder('x' as ArticleId);
    await bridge.trash('x' as ArticleId);
    await bridge.openSample();
    bridge.setTheme('dark');
    expect(electron.ipcRenderer.invoke.mock.calls).toEqual([
      ['synoptic:choose-files'],
      ['synoptic:choose-library'],
      ['synoptic:save-brief', request],
      ['synoptic:print-brief', request],
      ['synoptic:save-picture', { title: 'T', svg: '<svg/>' }],
      ['synoptic:show-in-folder', { id: 'x' }],
      ['synoptic:trash', { id: 'x' }],
      ['synoptic:open-sample'],
      ['synoptic:set-theme', 'dark'],
    ]);
  });
});

describe('dropped files', () => {
  const files = (...names: string[]) => names.map((name) => new File([], name));

  it('are imported by their paths, and those without one answered for', async () => {
    electron.ipcRenderer.invoke.mockResolvedValueOnce({ value: [{ name: 'a.txt', status: 'added' }] });
    const answer = await bridge.importFiles(files('a.txt', 'made.txt'));
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledWith('synoptic:import-paths', ['/drop/a.txt']);
    expect(answer).toMatchObject({
      value: [
        { name: 'a.txt', status: 'added' },
        { name: 'made.txt', status: 'failed', failure: { code: 'unreadable' } },
      ],
    });
  });

  it('ask main for nothing where none has a path', async () => {
    expect(await bridge.importFiles(files('made.txt'))).toMatchObject({ value: [{ status: 'failed' }] });
    expect(electron.ipcRenderer.invoke).not.toHaveBeenCalled();
  });

  it('give the page the error that main answers', async () => {
    const error = { error: { code: 'no-library', message: '', hint: '' } };
    electron.ipcRenderer.invoke.mockResolvedValueOnce(error);
    expect(await bridge.importFiles(files('a.txt', 'made.txt'))).toEqual(error);
  });
});

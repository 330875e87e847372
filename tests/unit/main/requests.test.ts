import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  SynopticError,
  type ArticleId,
  type Envelope,
  type SaveRequest,
} from '../../../electron/api/index.ts';
import { IPC } from '../../../electron/api/ipc.ts';
import type { EngineHost } from '../../../electron/main/engine-host.ts';
import { pageRequests } from '../../../electron/main/page-requests.ts';
import { setupRequests } from '../../../electron/main/requests.ts';
import { WaitingBriefs } from '../../../electron/main/waiting-briefs.ts';
import { dialog, BrowserWindow, resetElectron, seen, shell } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const onError = vi.fn();
const openLibrary = vi.fn<(path: string) => Promise<void>>(() => Promise.resolve());
const openSample = vi.fn(() => Promise.resolve());
const onTheme = vi.fn();
const api = {
  importPaths: vi.fn(() => Promise.resolve([])),
  absolutePath: vi.fn(() => Promise.resolve('/texts/a.txt')),
  brief: vi.fn(({ format }: { format: string }) =>
    Promise.resolve({ title: 'T', fileName: `T - brief.${format}`, mediaType: '', content: `as ${format}` }),
  ),
};
const engine = { api, connectPage: vi.fn() };

let folder: string;
let window: BrowserWindow;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-requests-'));
  window = new BrowserWindow();
  setupRequests(
    pageRequests(() => window.webContents.asContents(), onError),
    {
      engine: engine as unknown as EngineHost,
      briefs: new WaitingBriefs(),
      window: () => window.asWindow(),
      openLibrary,
      openSample,
      onTheme,
      takeImported: () => [],
    },
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

interface From {
  readonly sender?: unknown;
  readonly senderFrame?: unknown;
}

async function ask(name: string, argument?: unknown, from: From = {}): Promise<Envelope> {
  const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame, ...from };
  return (await seen.invoked.get(name)?.(event as never, argument)) as Envelope;
}

const request: SaveRequest = {
  articleIds: ['0123456789ab' as ArticleId],
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
  format: 'markdown',
  paper: 'A4',
};

describe('a request of the page', () => {
  it.each<[string, () => From]>([
    ['from another window', () => ({ sender: new BrowserWindow().webContents })],
    [
      'from a frame in the page',
      () => ({ senderFrame: { url: 'synoptic://app/index.html', parent: window.webContents.mainFrame } }),
    ],
    ['from a frame that is gone', () => ({ senderFrame: null })],
  ])('is refused %s', async (_from, from) => {
    const answer = await ask(IPC.importPaths, ['/etc'], from());
    expect(answer).toMatchObject({ error: { code: 'not-permitted' } });
    expect(api.importPaths).not.toHaveBeenCalled();
  });

  it.each(['https://example.org/', 'synoptic://brief/x', 'file:///index.html', 'synoptic://application/'])(
    'is refused when the window shows %s',
    async (url) => {
      Object.assign(window.webContents.mainFrame, { url });
      expect(await ask(IPC.connect)).toMatchObject({ error: { code: 'not-permitted' } });
      expect(engine.connectPage).not.toHaveBeenCalled();
    },
  );

  it.each<[string, unknown]>([
    [IPC.connect, 'x'],
    [IPC.importPaths, undefined],
    [IPC.importPaths, [1]],
    [IPC.importPaths, ['']],
    [IPC.importPaths, { paths: ['/a'] }],
    [IPC.chooseLibrary, { path: '/' }],
    [IPC.saveBrief, { ...request, format: 'exe' }],
    [IPC.saveBrief, { ...request, path: '/etc/passwd' }],
    [IPC.printBrief, null],
    [IPC.savePicture, { title: 'T', svg: '#!/bin/sh' }],
    [IPC.savePicture, { title: 'T', svg: '<svg/>', path: '/etc/passwd' }],
    [IPC.showInFolder, { id: '../..' }],
    [IPC.showInFolder, '0123456789ab'],
    [IPC.trash, { id: '0123456789ab', path: '/etc/passwd' }],
    [IPC.openSample, '/etc'],
    [IPC.setTheme, 'contrast'],
    [IPC.takeImported, 1],
  ])('is refused with a wrong argument: %s %j', async (name, argument) => {
    expect(await ask(name, argument)).toMatchObject({ error: { code: 'invalid-argument' } });
  });

  it('tells foreseen errors to the page, and unforeseen ones without their details', async () => {
    const foreseen = new SynopticError('unknown-article', 'Gone.', 'Rescan.');
    api.absolutePath.mockRejectedValueOnce(foreseen);
    const argument = { id: '0123456789ab' };
    expect(await ask(IPC.showInFolder, argument)).toEqual({ error: foreseen.toShape() });
    expect(onError).not.toHaveBeenCalled();
    const unforeseen = new Error('secret');
    api.absolutePath.mockRejectedValueOnce(unforeseen);
    const answer = await ask(IPC.showInFolder, argument);
    expect(answer).toMatchObject({ error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(onError).toHaveBeenCalledWith(IPC.showInFolder, unforeseen);
  });

  it('connects the page to the engine', async () => {
    expect(await ask(IPC.connect)).toEqual({ value: undefined });
    expect(engine.connectPage).toHaveBeenCalledWith(window.webContents);
  });

  it('opens the sample, and takes the theme', async () => {
    expect(await ask(IPC.openSample)).toEqual({ value: undefined });
    expect(openSample).toHaveBeenCalledOnce();
    await ask(IPC.setTheme, 'dark');
    expect(onTheme).toHaveBeenCalledWith('dark');
  });

  it('shows an article in its folder', async () => {
    await ask(IPC.showInFolder, { id: '0123456789ab' });
    expect(shell.showItemInFolder).toHaveBeenCalledWith('/texts/a.txt');
  });
});

describe('moving an article to the trash', () => {
  const trash = () => ask(IPC.trash, { id: '0123456789ab' });

  it('asks with the file’s name, and the safe answer is the usual one', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    expect(await trash()).toEqual({ value: false });
    const options = dialog.showMessageBox.mock.calls[0]?.[1];
    expect(options?.message).toContain('“a.txt”');
    expect(options?.buttons?.[options.defaultId ?? 0]).toBe('Cancel');
    expect(options?.cancelId).toBe(1);
    expect(shell.trashItem).not.toHaveBeenCalled();
  });

  it('moves the file when it may', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    expect(await trash()).toEqual({ value: true });
    expect(shell.trashItem).toHaveBeenCalledWith('/texts/a.txt');
  });

  it('says so where the system could not', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    shell.trashItem.mockRejectedValueOnce(new Error('Failed to move item to trash'));
    expect(await trash()).toMatchObject({
      error: { code: 'write-failed', hint: expect.stringContaining('Show in Folder') as string },
    });
  });
});

describe('the dialogs', () => {
  it('import the files chosen', async () => {
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/a.txt', '/b.md'] });
    expect(await ask(IPC.chooseFiles)).toEqual({ value: [] });
    expect(api.importPaths).toHaveBeenCalledWith({ paths: ['/a.txt', '/b.md'] });
  });

  it('open the folder chosen', async () => {
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/texts'] });
    expect(await ask(IPC.chooseLibrary)).toEqual({ value: true });
    expect(openLibrary).toHaveBeenCalledWith('/texts');
  });

  it('tell the page of a folder that could not be opened', async () => {
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/texts'] });
    openLibrary.mockRejectedValueOnce(new SynopticError('library-unavailable', 'Gone.'));
    expect(await ask(IPC.chooseLibrary)).toMatchObject({ error: { code: 'library-unavailable' } });
  });

  it('change nothing when cancelled', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] });
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    expect(await ask(IPC.chooseFiles)).toEqual({ value: null });
    expect(await ask(IPC.chooseLibrary)).toEqual({ value: false });
    expect(await ask(IPC.saveBrief, request)).toEqual({ value: { saved: false } });
    expect(api.importPaths).not.toHaveBeenCalled();
    expect(openLibrary).not.toHaveBeenCalled();
  });
});

describe('saving a picture', () => {
  const picture = { title: 'Talks: on/off', svg: '<?xml version="1.0"?>\n<svg xmlns="s"></svg>' };

  it('writes it where the user says, under a name that is safe', async () => {
    const file = path.join(folder, 'facts.svg');
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: file });
    expect(await ask(IPC.savePicture, picture)).toEqual({ value: { saved: true, path: file } });
    expect(readFileSync(file, 'utf8')).toBe(picture.svg);
    expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({
      title: 'Save the picture',
      defaultPath: path.join('/home/user/documents', 'Talks on off - who reports what.svg'),
    });
  });

  it('says so where it cannot be written, and writes nothing where the user cancels', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' });
    expect(await ask(IPC.savePicture, picture)).toEqual({ value: { saved: false } });
    const filePath = path.join(folder, 'missing', 'facts.svg');
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    expect(await ask(IPC.savePicture, picture)).toMatchObject({ error: { code: 'write-failed' } });
  });
});

describe('saving a brief', () => {
  function chosen(name: string): string {
    const file = path.join(folder, name);
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: file });
    return file;
  }

  it('writes it where the user says', async () => {
    const file = chosen('b.md');
    expect(await ask(IPC.saveBrief, request)).toEqual({ value: { saved: true, path: file } });
    expect(readFileSync(file, 'utf8')).toBe('as markdown');
    expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({
      defaultPath: path.join('/home/user/documents', 'T - brief.md'),
    });
  });

  it('prints a PDF in a hidden window without scripts, tagged and with an outline', async () => {
    const file = chosen('b.pdf');
    await ask(IPC.saveBrief, { ...request, format: 'pdf', paper: 'Letter' });
    expect(readFileSync(file, 'utf8')).toBe('%PDF');
    const hidden = seen.windows.at(-1);
    expect(hidden?.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, javascript: false },
    });
    expect(hidden?.options.webPreferences?.preload).toBeUndefined();
    expect(hidden?.loadURL.mock.calls[0]?.[0]).toMatch(/^synoptic:\/\/brief\/[0-9a-f-]{36}$/);
    expect(hidden?.webContents.printToPDF).toHaveBeenCalledWith({
      pageSize: 'Letter',
      preferCSSPageSize: true,
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    expect(hidden?.destroy).toHaveBeenCalledOnce();
  });

  it('says so where it cannot be written', async () => {
    chosen(path.join('missing', 'b.md'));
    expect(await ask(IPC.saveBrief, request)).toMatchObject({ error: { code: 'write-failed' } });
  });
});

describe('printing a brief', () => {
  async function print(printed: boolean, reason: string): Promise<Envelope> {
    const answer = ask(IPC.printBrief, request);
    await vi.waitFor(() => expect(seen.windows.at(-1)?.webContents.print).toHaveBeenCalled());
    const hidden = seen.windows.at(-1);
    expect(hidden?.destroy).not.toHaveBeenCalled();
    hidden?.webContents.print.mock.calls[0]?.[1]?.(printed, reason);
    const result = await answer;
    expect(hidden?.destroy).toHaveBeenCalledOnce();
    return result;
  }

  it.each([
    [true, ''],
    [false, 'cancelled'],
    [false, 'Print job canceled'],
  ])('is done when the dialog is (printed: %s %s)', async (printed, reason) => {
    expect(await print(printed, reason)).toEqual({ value: undefined });
  });

  it('says so when it failed', async () => {
    expect(await print(false, 'failed')).toMatchObject({ error: { code: 'no-printer' } });
  });
});

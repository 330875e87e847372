import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { PORT_MESSAGE, type AppCommand, type Platform, type PreloadBridge } from '../api/host.ts';
import { IPC } from '../api/ipc.ts';
import type { ImportOutcome } from '../api/library.ts';
import type { Envelope } from '../api/rpc.ts';
import { importDropped } from './dropped.ts';

/** The part of the page's window that the preload needs; the project is not compiled for the DOM. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};

/** Passes on what main tells. The event itself stays here: it would give the page the whole of ipcRenderer. */
function listen<T>(channel: string, listener: (payload: T) => void): () => void {
  const receive = (_event: IpcRendererEvent, payload: T) => listener(payload);
  ipcRenderer.on(channel, receive);
  return () => void ipcRenderer.off(channel, receive);
}

const PLATFORMS: Readonly<Record<string, Platform>> = { darwin: 'mac', win32: 'windows' };

// A port cannot cross the context bridge, but it can be posted to the page, which checks where it is from.
ipcRenderer.on(IPC.port, (event) => {
  window.postMessage(PORT_MESSAGE, window.location.origin, event.ports);
});

contextBridge.exposeInMainWorld('synopticHost', {
  platform: PLATFORMS[process.platform] ?? 'linux',
  connect: () => void ipcRenderer.invoke(IPC.connect),
  importFiles: (files) =>
    importDropped(
      files,
      (file) => webUtils.getPathForFile(file),
      (paths) => ipcRenderer.invoke(IPC.importPaths, paths),
    ),
  chooseFiles: () => ipcRenderer.invoke(IPC.chooseFiles),
  chooseLibrary: () => ipcRenderer.invoke(IPC.chooseLibrary),
  saveBrief: (request) => ipcRenderer.invoke(IPC.saveBrief, request),
  printBrief: (request) => ipcRenderer.invoke(IPC.printBrief, request),
  savePicture: (request) => ipcRenderer.invoke(IPC.savePicture, request),
  saveNotes: (request) => ipcRenderer.invoke(IPC.saveNotes, request),
  showInFolder: (id) => ipcRenderer.invoke(IPC.showInFolder, { id }),
  trash: (id) => ipcRenderer.invoke(IPC.trash, { id }),
  undoTrash: () => ipcRenderer.invoke(IPC.undoTrash),
  openSample: () => ipcRenderer.invoke(IPC.openSample),
  setTheme: (theme) => void ipcRenderer.invoke(IPC.setTheme, theme),
  onCommand: (listener) => listen<AppCommand>(IPC.command, listener),
  onImported: (listener) => {
    const stop = listen(IPC.imported, listener);
    void ipcRenderer.invoke(IPC.takeImported).then((missed: Envelope<readonly ImportOutcome[]>) => {
      if ('value' in missed && missed.value.length > 0) listener(missed.value);
    });
    return stop;
  },
} satisfies PreloadBridge);

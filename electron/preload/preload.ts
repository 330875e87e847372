import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { PORT_MESSAGE, type AppCommand, type Platform, type PreloadBridge } from '../api/host.ts';
import { IPC } from '../api/ipc.ts';
import { importDropped } from './dropped.ts';

/** The part of the page's window that the preload needs; the project is not compiled for the DOM. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};

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
  showInFolder: (id) => ipcRenderer.invoke(IPC.showInFolder, { id }),
  onCommand: (listener) => {
    // The event itself stays here: it would give the page the whole of ipcRenderer.
    const receive = (_event: IpcRendererEvent, command: AppCommand) => listener(command);
    ipcRenderer.on(IPC.command, receive);
    return () => void ipcRenderer.off(IPC.command, receive);
  },
} satisfies PreloadBridge);

import { PORT_MESSAGE, unwrap, type Channel, type PreloadBridge } from '../../electron/api/index.ts';
import type { Host } from './host.ts';

declare global {
  interface Window {
    readonly synopticHost?: PreloadBridge;
  }
}

/** The desktop shell, behind the one object that its preload gives the page. */
export function electronHost(bridge: PreloadBridge): Host {
  return {
    kind: 'electron',
    platform: bridge.platform,
    connect: () => enginePort(bridge),
    importFiles: async (dropped) => unwrap(await bridge.importFiles(dropped.files)),
    chooseFiles: async () => unwrap(await bridge.chooseFiles()),
    canChooseLibrary: true,
    chooseLibrary: async () => unwrap(await bridge.chooseLibrary()),
    saveBrief: async (request) => unwrap(await bridge.saveBrief(request)),
    printBrief: async (request) => unwrap(await bridge.printBrief(request)),
    savePicture: async (request) => unwrap(await bridge.savePicture(request)),
    saveNotes: async (request) => unwrap(await bridge.saveNotes(request)),
    canShowInFolder: true,
    showInFolder: async (id) => unwrap(await bridge.showInFolder(id)),
    canTrash: true,
    trash: async (id) => unwrap(await bridge.trash(id)),
    undoTrash: async () => unwrap(await bridge.undoTrash()),
    canOpenSample: true,
    openSample: async () => unwrap(await bridge.openSample()),
    setTheme: (theme) => bridge.setTheme(theme),
    onCommand: (listener) => bridge.onCommand(listener),
    onImported: (listener) => bridge.onImported(listener),
  };
}

function enginePort(bridge: PreloadBridge): Promise<Channel> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      // Only the preload, which posts from this very window, may hand over a port.
      if (event.source !== window || event.origin !== window.location.origin) return;
      if (event.data !== PORT_MESSAGE || !port) return;
      window.removeEventListener('message', receive);
      resolve(portChannel(port));
    };
    window.addEventListener('message', receive);
    bridge.connect();
  });
}

function portChannel(port: MessagePort): Channel {
  const wrappers = new Map<(message: unknown) => void, (event: MessageEvent<unknown>) => void>();
  return {
    post: (message) => port.postMessage(message),
    on(listener) {
      const wrapper = (event: MessageEvent<unknown>): void => listener(event.data);
      wrappers.set(listener, wrapper);
      port.addEventListener('message', wrapper);
      port.start();
    },
    off(listener) {
      const wrapper = wrappers.get(listener);
      if (wrapper) port.removeEventListener('message', wrapper);
      wrappers.delete(listener);
    },
    close: () => port.close(),
    onClose(listener) {
      port.addEventListener('close', () => listener(), { once: true });
    },
  };
}

import { fromWire } from '../wire.ts';
import type { KnownFile } from '../known-files.ts';
import { tellContextMenus } from './context-menu.ts';
import { crossing } from './crossing.ts';
import { makeIpc } from './ipc-renderer.ts';
import type { ToPage } from './messages.ts';
import { RECEIVER } from './names.ts';
import { guardBlobs } from './navigation-guard.ts';
import { notDone, partOf } from './parts.ts';
import { pathOf } from './path-of.ts';
import { makePorts } from './ports.ts';
import { post } from './post.ts';

/** What a sandboxed preload finds around it. */
export interface PreloadSettings {
  readonly secret: string;
  readonly process: Readonly<Record<string, unknown>>;
}

type Preload = (require: (name: string) => unknown, process: object, module: object, exports: object) => void;

/**
 * Runs a preload as Electron does: “Process Sandboxing › Preload scripts”: in a world of its own, with a
 * `require` that knows a few modules only, and a `process` that is part of one.
 */
export function runPreload(preload: Preload | null, failure: string | null, settings: PreloadSettings): void {
  // webPreferences, `nodeIntegrationInSubFrames`: without it no preload in frames.
  if (window !== window.top) return;
  const ipc = makeIpc();
  const ports = makePorts();
  const bridge = crossing(settings.secret, 'preload', 'page');
  let known: readonly KnownFile[] = [];

  const receive = (text: string): void => {
    const message = fromWire(text) as ToPage;
    if (message.type === 'answer') ipc.settle(message.id, ({ resolve }) => resolve(message.value));
    else if (message.type === 'refusal') ipc.settle(message.id, ({ reject }) => reject(message.reason));
    else if (message.type === 'event') ipc.emit(message.channel, message.args, message.ports.map(ports.open));
    else if (message.type === 'port-message') ports.deliver(message.port, message.data);
    else if (message.type === 'port-close') ports.close(message.port);
    else known = message.files;
  };
  Object.defineProperty(globalThis, RECEIVER, { value: receive });

  tellContextMenus();
  guardBlobs();

  const modules: Readonly<Record<string, object>> = {
    electron: partOf('electron (in a preload)', {
      ipcRenderer: ipc.ipcRenderer,
      contextBridge: partOf('contextBridge', {
        exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
      }),
      webUtils: partOf('webUtils', { getPathForFile: (file: unknown) => pathOf(file, known) }),
    }),
  };
  const require = (name: string): unknown => {
    const found = Object.hasOwn(modules, name) ? modules[name] : undefined;
    if (found) return found;
    // The others that Electron gives it; whatever else it does not.
    if (['events', 'timers', 'url', 'node:events', 'node:timers', 'node:url'].includes(name)) {
      throw notDone(`require('${name}') in a preload`);
    }
    throw new Error(`module not found: ${name}`);
  };

  try {
    if (failure !== null) throw new Error(failure);
    const module = { exports: {} };
    preload?.(require, partOf('process (in a preload)', { ...settings.process }), module, module.exports);
  } catch (thrown) {
    post({ type: 'preload-error', error: thrown });
  }
}

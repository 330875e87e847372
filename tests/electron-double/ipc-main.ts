import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { PartialEmitter } from './unimplemented.ts';

type Invoked = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** https://www.electronjs.org/docs/latest/api/ipc-main */
class IpcMainDouble extends PartialEmitter {
  readonly #handlers = new Map<string, Invoked>();

  /** Ipc main, `handle`: a second handler of one channel is an error. */
  handle(channel: string, listener: Invoked): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, listener);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  async invoked(event: IpcMainInvokeEvent, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}

const double = new IpcMainDouble('ipcMain');

export const ipcMain: IpcMain = double as unknown as IpcMain;

/** A page's `ipcRenderer.invoke`. Rejects with what the handler threw, or where there is none. */
export function receiveInvoke(
  event: IpcMainInvokeEvent,
  channel: string,
  args: readonly unknown[],
): Promise<unknown> {
  return double.invoked(event, channel, args);
}

/** A page's `ipcRenderer.send`. Nobody need listen. */
export function receiveSend(event: IpcMainEvent, channel: string, args: readonly unknown[]): void {
  double.emit(channel, event, ...args);
}

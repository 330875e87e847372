import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { ifStillThere, type CdpSession } from './cdp.ts';
import { receiveInvoke, receiveSend } from './ipc-main.ts';
import type { PortEnd } from './message-ports.ts';
import { knownFiles } from './known-files.ts';
import { preventable } from './preventable.ts';
import type { FromPage, ToPage } from './preload/messages.ts';
import { BINDING, RECEIVER, WORLD } from './preload/names.ts';
import type { WebContents } from './web-contents.ts';
import { fromWire, toWire } from './wire.ts';

/**
 * The connection between this process and the preload's world of a page's main frame: as a pipe between
 * Electron's processes it ends with the document, and what is sent while there is none is lost.
 */
export class PageLink {
  readonly #contents: WebContents;
  readonly #session: CdpSession;
  readonly #ports = new Map<number, PortEnd>();
  /** The preload's world in the document that is shown now. */
  #world: { readonly id: number; readonly uniqueId: string } | null = null;
  #lastPort = 0;

  constructor(contents: WebContents, session: CdpSession, mainFrameId: string) {
    this.#contents = contents;
    this.#session = session;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.name !== WORLD || frameId !== mainFrameId) return;
      this.end();
      this.#world = { id: context.id, uniqueId: context.uniqueId };
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextUniqueId }) => {
      if (this.#world?.uniqueId === executionContextUniqueId) this.end();
    });
    session.on('Runtime.executionContextsCleared', () => this.end());
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING && executionContextId === this.#world?.id)
        this.#receive(fromWire(payload) as FromPage);
    });
  }

  /** What must be done before the page's first script: the preload's world can call this process. */
  async open(): Promise<void> {
    await this.#session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  }

  /** The document is gone, and with it the ports it had. */
  end(): void {
    this.#world = null;
    for (const port of this.#ports.values()) port.close();
    this.#ports.clear();
  }

  /** @throws Error where an argument cannot be cloned, as webContents.send and postMessage do. */
  send(channel: string, args: readonly unknown[], ports: readonly PortEnd[]): void {
    const ids = ports.map((port) => this.#join(port));
    this.#post({ type: 'event', channel, args, ports: ids });
    for (const [at, port] of ports.entries()) this.#pump(port, ids[at] ?? 0);
  }

  /** Tells the page which files on disk a person is about to give it. */
  tellFiles(): void {
    this.#post({ type: 'files', files: knownFiles() });
  }

  #join(port: PortEnd): number {
    const id = ++this.#lastPort;
    if (this.#world) this.#ports.set(id, port);
    // Nobody is there to take it.
    else port.close();
    return id;
  }

  #pump(port: PortEnd, id: number): void {
    port.onMessage((data) => this.#post({ type: 'port-message', port: id, data }));
    port.onClose(() => {
      if (this.#ports.delete(id)) this.#post({ type: 'port-close', port: id });
    });
  }

  #post(message: ToPage): void {
    const text = toWire(message);
    if (!this.#world) return;
    const call = this.#session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { globalThis[${JSON.stringify(RECEIVER)}](text); }`,
      arguments: [{ value: text }],
      uniqueContextId: this.#world.uniqueId,
    });
    ifStillThere(
      call.then(({ exceptionDetails }) => {
        if (exceptionDetails) process.stderr.write(`electron double: ${describe(exceptionDetails)}\n`);
      }),
    );
  }

  #receive(message: FromPage): void {
    if (message.type === 'invoke') void this.#answer(message);
    else if (message.type === 'send') receiveSend(this.#event<IpcMainEvent>(), message.channel, message.args);
    else if (message.type === 'port-message') this.#ports.get(message.port)?.post(message.data);
    else if (message.type === 'context-menu') this.#contents.contextMenu(message.menu);
    else if (message.type === 'navigate') this.#contents.pageNavigates(message.url);
    else if (message.type === 'preload-error') this.#contents.preloadFailed(message.error);
    else {
      this.#ports.get(message.port)?.close();
      this.#ports.delete(message.port);
    }
  }

  async #answer({ id, channel, args }: Extract<FromPage, { type: 'invoke' }>): Promise<void> {
    const asked = this.#world;
    let answer: ToPage;
    try {
      const value = await receiveInvoke(this.#event<IpcMainInvokeEvent>(), channel, args);
      answer = { type: 'answer', id, value };
      toWire(answer);
    } catch (thrown) {
      process.stderr.write(`Error occurred in handler for '${channel}': ${String(thrown)}\n`);
      answer = { type: 'refusal', id, reason: String(thrown) };
    }
    if (this.#world === asked) this.#post(answer);
  }

  /** ipcMain › “IpcMainEvent Object” and “IpcMainInvokeEvent Object”. The preload runs in main frames only. */
  #event<T extends IpcMainEvent | IpcMainInvokeEvent>(): T {
    const { mainFrame } = this.#contents;
    const { processId, routingId: frameId } = mainFrame;
    const sender = this.#contents.asElectron();
    return preventable({
      type: 'frame',
      sender,
      senderFrame: mainFrame,
      processId,
      frameId,
      ports: [],
    }) as unknown as T;
  }
}

function describe({ text, exception }: { text: string; exception?: { description?: string } }): string {
  return exception?.description ?? text;
}

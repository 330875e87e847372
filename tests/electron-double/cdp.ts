import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };
type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Events = Protocol.Events;

interface Waiting {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** One target's side of the connection: commands to it, events from it. */
export class CdpSession {
  readonly #connection: CdpConnection;
  readonly #id: string | undefined;
  readonly #events = new EventEmitter().setMaxListeners(0);

  constructor(connection: CdpConnection, id: string | undefined) {
    this.#connection = connection;
    this.#id = id;
  }

  /** @throws Error with the method's name, where Chromium refuses or the target is gone. */
  send<M extends keyof Commands & keyof Results>(method: M, params?: Commands[M]): Promise<Results[M]> {
    return this.#connection.command(method, params, this.#id) as Promise<Results[M]>;
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void {
    this.#events.on(event, listener);
  }

  receive(event: string, payload: unknown): void {
    this.#events.emit(event, payload);
  }
}

/**
 * The DevTools protocol over the pipe that `--remote-debugging-pipe` opens: Chromium ends when the pipe
 * does, so none is left behind however this process ends.
 */
export class CdpConnection {
  readonly browser = new CdpSession(this, undefined);
  readonly #out: Writable;
  readonly #sessions = new Map<string, CdpSession>();
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #open = true;

  constructor(child: ChildProcess) {
    const [, , , out, back] = child.stdio;
    this.#out = out as Writable;
    this.#out.on('error', () => this.#ended());
    let text = '';
    (back as Readable)
      .setEncoding('utf8')
      .on('data', (piece: string) => {
        const messages = (text + piece).split('\0');
        text = messages.pop() ?? '';
        for (const message of messages) this.#receive(JSON.parse(message) as Message);
      })
      .on('close', () => this.#ended());
  }

  get isOpen(): boolean {
    return this.#open;
  }

  session(id: string): CdpSession {
    const session = this.#sessions.get(id) ?? new CdpSession(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  command(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.#open) {
        reject(new Error(`${method}: Chromium has ended.`));
        return;
      }
      const id = ++this.#last;
      this.#waiting.set(id, { method, resolve, reject });
      this.#out.write(
        `${JSON.stringify({ id, method, params: params ?? {}, ...(sessionId && { sessionId }) })}\0`,
      );
    });
  }

  #receive({ id, method, params, result, error, sessionId }: Message): void {
    if (id === undefined) {
      const session = sessionId === undefined ? this.browser : this.session(sessionId);
      if (method !== undefined) session.receive(method, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result as never);
  }

  #ended(): void {
    this.#open = false;
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: Chromium has ended.`));
    this.#waiting.clear();
  }
}

/** For what may come too late: the page it was about has gone meanwhile. */
export const ifStillThere = (work: Promise<unknown>): void => void work.catch(() => undefined);

import type { MessageEvent, MessagePortMain as RealPort } from 'electron';
import { PartialEmitter, unimplemented } from './unimplemented.ts';

/** One end of a pipe of structured-cloneable messages, wherever its other end is. */
export interface PortEnd {
  /** Delivers to the partner; lost where that is closed. */
  post(data: unknown): void;
  /** What the partner posts, in its order; it waits until there is a listener. */
  onMessage(listener: (data: unknown) => void): void;
  /** The partner hears of it. */
  close(): void;
  /** Called once, when the partner has closed or its process is gone. */
  onClose(listener: () => void): void;
}

class End implements PortEnd {
  readonly #waiting: unknown[] = [];
  #receive: ((data: unknown) => void) | null = null;
  #closed: 'open' | 'here' | 'there' = 'open';
  #tellClosed: (() => void) | null = null;
  partner: End | null = null;

  post(data: unknown): void {
    const { partner } = this;
    if (this.#closed !== 'open' || !partner) return;
    // Cloned when posted, as a port does: what is changed later does not arrive.
    const copy: unknown = structuredClone(data);
    setImmediate(() => partner.#take(copy));
  }

  onMessage(listener: (data: unknown) => void): void {
    this.#receive = listener;
    for (const data of this.#waiting.splice(0)) setImmediate(() => this.#take(data));
  }

  close(): void {
    if (this.#closed !== 'open') return;
    this.#closed = 'here';
    const { partner } = this;
    // After what was posted before.
    if (partner) setImmediate(() => partner.#partnerClosed());
  }

  onClose(listener: () => void): void {
    this.#tellClosed = listener;
    if (this.#closed === 'there') setImmediate(listener);
  }

  #take(data: unknown): void {
    if (this.#closed === 'here') return;
    if (this.#receive) this.#receive(data);
    else this.#waiting.push(data);
  }

  #partnerClosed(): void {
    if (this.#closed !== 'open') return;
    this.#closed = 'there';
    this.#tellClosed?.();
  }
}

/** Two ends that are each other's partner. */
export function portPair(): readonly [PortEnd, PortEnd] {
  const [one, other] = [new End(), new End()];
  one.partner = other;
  other.partner = one;
  return [one, other];
}

/**
 * Electron's port of its main and utility processes, over an end of ours.
 *
 * https://www.electronjs.org/docs/latest/api/message-port-main: messages are queued until `start()`; a
 * message event has `data` and `ports`; `close` is emitted when the remote end becomes disconnected.
 */
export class MessagePortMain extends PartialEmitter implements RealPort {
  #end: PortEnd | null;
  #started = false;

  constructor(end: PortEnd) {
    super('MessagePortMain');
    this.#end = end;
    end.onClose(() => this.emit('close'));
  }

  /** @throws DataCloneError for what cannot be cloned. */
  postMessage(message: unknown, transfer: readonly RealPort[] = []): void {
    if (transfer.length > 0) throw unimplemented('transferring ports through a port');
    this.#end?.post(message);
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#end?.onMessage((data) => this.emit('message', { data, ports: [] } satisfies MessageEvent));
  }

  close(): void {
    this.#end?.close();
  }

  /** Takes the end out, to give it to another process; this port is of no more use, as after any transfer. */
  detach(): PortEnd {
    const end = this.#end;
    if (!end) throw new TypeError('Port at index 0 is already neutered.');
    this.#end = null;
    end.onClose(() => undefined);
    return end;
  }
}

/** https://www.electronjs.org/docs/latest/api/message-channel-main */
export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const [one, other] = portPair();
    this.port1 = new MessagePortMain(one);
    this.port2 = new MessagePortMain(other);
  }
}

/** The end of a port that was handed over in a transfer list. */
export function detached(port: RealPort): PortEnd {
  if (port instanceof MessagePortMain) return port.detach();
  throw new TypeError('Only ports can be transferred.');
}

import type { Channel } from '../../electron/api/index.ts';
import { mark } from '../../electron/api/marks.ts';
import { reconnecting, type Client, type EngineStatus } from './client.ts';

/** The engine: its client, and whether it answers. */
export class Engine {
  readonly client: Client;
  #status = $state<EngineStatus>('starting');

  /** `onRunning` is called for every new channel: nothing of what was known before it is certain. */
  constructor(open: () => Promise<Channel>, onRunning: () => void) {
    this.client = reconnecting(open, {
      onStatus: (status) => {
        this.#status = status;
        if (status !== 'running') return;
        mark('engine-channel');
        queueMicrotask(onRunning);
      },
    });
  }

  get status(): EngineStatus {
    return this.#status;
  }
}

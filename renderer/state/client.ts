import {
  connect,
  type Channel,
  type Connection,
  type Events,
  type ReaderApi,
} from '../../electron/api/index.ts';

/** The engine as the page's state sees it. It outlives the channels beneath it. */
export type Client = Connection<ReaderApi>;

/**
 * `lost`: it has not answered for a while, and is still asked now and then.
 */
export type EngineStatus = 'starting' | 'running' | 'restarting' | 'lost';

export interface ReconnectOptions {
  onStatus(status: EngineStatus): void;
  /** Resolves after so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

const EVENTS = [
  'opened',
  'changed',
  'corrected',
  'annotated',
  'undoable',
] as const satisfies readonly (keyof Events)[];

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;
/** Tries in a row that fail before the engine counts as lost. */
const PATIENCE = 6;

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A client that connects at once, and again whenever its channel closes. Calls made while there is no
 * channel wait for the next one; calls under way when a channel closes reject with `engine-stopped`.
 */
export function reconnecting(open: () => Promise<Channel>, options: ReconnectOptions): Client {
  const wait = options.wait ?? sleep;
  const listeners = new Map<string, Set<(payload: never) => void>>();
  let closed = false;
  let live: Client | undefined;
  let next = Promise.withResolvers<Client>();

  const pass = (event: keyof Events) => (payload: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(payload as never);
  };

  const attach = (channel: Channel): void => {
    channel.onClose(() => {
      live = undefined;
      next = Promise.withResolvers<Client>();
      if (closed) return;
      options.onStatus('restarting');
      void keepTrying();
    });
    live = connect(channel);
    for (const event of EVENTS) live.on(event, pass(event));
    options.onStatus('running');
    next.resolve(live);
  };

  const keepTrying = async (): Promise<void> => {
    let pause = FIRST_WAIT;
    for (let failures = 0; !closed;) {
      try {
        attach(await open());
        return;
      } catch {
        failures += 1;
        if (failures === PATIENCE) options.onStatus('lost');
        await wait(pause);
        pause = Math.min(pause * 2, LONGEST_WAIT);
      }
    }
  };

  options.onStatus('starting');
  void keepTrying();

  const api = new Proxy({} as ReaderApi, {
    get: (_target, method) =>
      typeof method === 'string' && method !== 'then'
        ? async (...argument: [unknown?]) => {
            const { api: current } = await next.promise;
            const call = current[method as keyof ReaderApi] as (...argument: [unknown?]) => Promise<unknown>;
            return call(...argument);
          }
        : undefined,
  });

  return {
    api,
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(listener as (payload: never) => void);
      return () => set.delete(listener as (payload: never) => void);
    },
    close() {
      closed = true;
      live?.close();
    },
  };
}

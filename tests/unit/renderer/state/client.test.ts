import { describe, expect, it } from 'vitest';
import {
  serve,
  type Channel,
  type EventSource,
  type HostApi,
  type LibraryState,
} from '../../../../electron/api/index.ts';
import { reconnecting, type EngineStatus } from '../../../../renderer/state/client.ts';

const STATE: LibraryState = {
  root: '/talks',
  name: 'talks',
  version: 1,
  articleCount: 5,
  failures: [],
  failureCount: 0,
  notices: [],
  watch: 'watching',
};

/** Two ends of one channel in this process; messages cross as clones, and later. */
function channelPair(): readonly [Channel, Channel] {
  const ends = [0, 1].map(() => ({
    listeners: new Set<(message: unknown) => void>(),
    closers: new Set<() => void>(),
  }));
  const end = (own: number): Channel => ({
    post: (message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => ends[1 - own]?.listeners.forEach((listener) => listener(copy)));
    },
    on: (listener) => void ends[own]?.listeners.add(listener),
    off: (listener) => void ends[own]?.listeners.delete(listener),
    close: () => ends.forEach(({ closers }) => closers.forEach((closer) => closer())),
    onClose: (listener) => void ends[own]?.closers.add(listener),
  });
  return [end(0), end(1)];
}

/** An engine that can be stopped; `api` is what it answers. */
function engine(libraryState: () => Promise<LibraryState>) {
  const channels: Channel[] = [];
  const tellers = new Set<(state: LibraryState) => void>();
  const events: EventSource['on'] = (event, listener) => {
    if (event !== 'opened') return () => undefined;
    const tell = listener as (state: LibraryState) => void;
    tellers.add(tell);
    return () => tellers.delete(tell);
  };
  return {
    open(): Promise<Channel> {
      const [page, own] = channelPair();
      serve(own, { libraryState, on: events } as unknown as HostApi & EventSource, { privileged: false });
      channels.push(own);
      return Promise.resolve(page);
    },
    stop: () => channels.pop()?.close(),
    tell: () => tellers.forEach((tell) => tell(STATE)),
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const now = (): Promise<void> => settle();

describe('reconnecting', () => {
  it('lets calls made before there is a channel wait for it', async () => {
    const { open } = engine(() => Promise.resolve(STATE));
    const gate = Promise.withResolvers<undefined>();
    const client = reconnecting(() => gate.promise.then(open), { onStatus: () => undefined, wait: now });
    const answer = client.api.libraryState();
    gate.resolve(undefined);
    expect(await answer).toEqual(STATE);
  });

  it('connects anew when the channel closes, and says so', async () => {
    const here = engine(() => Promise.resolve(STATE));
    const statuses: EngineStatus[] = [];
    const client = reconnecting(here.open, { onStatus: (status) => statuses.push(status), wait: now });
    await client.api.libraryState();
    here.stop();
    expect(await client.api.libraryState()).toEqual(STATE);
    expect(statuses).toEqual(['starting', 'running', 'restarting', 'running']);
  });

  it('rejects the calls under way when the channel closes', async () => {
    const here = engine(() => new Promise<LibraryState>(() => undefined));
    const client = reconnecting(here.open, { onStatus: () => undefined, wait: now });
    const answer = client.api.libraryState();
    await settle();
    here.stop();
    await expect(answer).rejects.toMatchObject({ code: 'engine-stopped' });
  });

  it('passes events on from every channel to listeners added once', async () => {
    const here = engine(() => Promise.resolve(STATE));
    const client = reconnecting(here.open, { onStatus: () => undefined, wait: now });
    let told = 0;
    const off = client.on('opened', () => (told += 1));
    await client.api.libraryState();
    here.stop();
    await client.api.libraryState();
    here.tell();
    await settle();
    expect(told).toBe(1);
    off();
    here.tell();
    await settle();
    expect(told).toBe(1);
  });

  it('waits longer between tries, says when the engine is lost, and tries on', async () => {
    const { open } = engine(() => Promise.resolve(STATE));
    const waits: number[] = [];
    const statuses: EngineStatus[] = [];
    let tries = 0;
    const client = reconnecting(() => ((tries += 1) > 8 ? open() : Promise.reject(new Error('no'))), {
      onStatus: (status) => statuses.push(status),
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    });
    expect(await client.api.libraryState()).toEqual(STATE);
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
    expect(statuses).toEqual(['starting', 'lost', 'running']);
  });

  it('stays closed once it is closed', async () => {
    const here = engine(() => Promise.resolve(STATE));
    const statuses: EngineStatus[] = [];
    const client = reconnecting(here.open, { onStatus: (status) => statuses.push(status), wait: now });
    await client.api.libraryState();
    client.close();
    await settle();
    expect(statuses).toEqual(['starting', 'running']);
  });
});

import type { Page } from '@playwright/test';
import {
  connect,
  PORT_MESSAGE,
  type BrowseResult,
  type Channel,
  type Connection,
  type LibraryState,
  type ReaderApi,
} from '../../electron/api/index.ts';
import { openSocket } from '../contract/channels.ts';
import type { Running } from './hosts/host.ts';

/** The engine that the page has, by the way the page itself has it. */
export async function engineOf({ page, origin, shell }: Running): Promise<Connection<ReaderApi>> {
  if (shell) return opened(connect(await portThrough(page)));
  const cookies = await page.context().cookies(origin);
  return opened(
    connect(await openSocket(origin, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))),
  );
}

/** A page is there before its library has been read; nobody has to wait for that in a test. */
async function opened(connection: Connection<ReaderApi>): Promise<Connection<ReaderApi>> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const look = (state: LibraryState | null): void => {
    if (state && !state.progress) resolve(undefined);
  };
  const stop = [connection.on('opened', look), connection.on('changed', ({ state }) => look(state))];
  look(await connection.api.libraryState());
  await promise;
  for (const off of stop) off();
  return connection;
}

let ports = 0;

/** Asks the page's bridge for one more port and passes its messages on, until the page is loaded again. */
async function portThrough(page: Page): Promise<Channel> {
  const name = `testPort${(ports += 1)}`;
  const listeners = new Set<(message: unknown) => void>();
  await page.exposeFunction(`${name}Says`, (message: unknown) => {
    for (const listener of listeners) listener(message);
  });
  await page.evaluate(
    async ({ key, portMessage }) => {
      const page = window as unknown as Record<string, MessagePort | ((message: unknown) => void)>;
      const port = await new Promise<MessagePort | undefined>((resolve) => {
        const receive = ({ data, ports: given }: MessageEvent): void => {
          if (data !== portMessage) return;
          window.removeEventListener('message', receive);
          resolve(given[0]);
        };
        window.addEventListener('message', receive);
        window.synopticHost?.connect();
      });
      if (!port) throw new Error('There is no port.');
      port.onmessage = ({ data }) => (page[`${key}Says`] as (message: unknown) => void)(data);
      page[key] = port;
    },
    { key: name, portMessage: PORT_MESSAGE },
  );
  const use = (work: 'post' | 'close', message?: unknown): void => {
    const used = page.evaluate(
      ({ key, what, posted }) => {
        const port = (window as unknown as Record<string, MessagePort>)[key];
        if (what === 'post') port?.postMessage(posted);
        else port?.close();
      },
      { key: name, what: work, posted: message },
    );
    // The page may be gone by then, and its port with it.
    used.catch(() => undefined);
  };
  return {
    post: (message) => use('post', message),
    on: (listener) => void listeners.add(listener),
    off: (listener) => void listeners.delete(listener),
    close: () => use('close'),
    onClose: () => undefined,
  };
}

export function browseAll(api: ReaderApi): Promise<BrowseResult> {
  return api.browse({ query: '', filters: { values: {}, match: 'all' }, offset: 0, limit: 100 });
}

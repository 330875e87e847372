import type { BrowserContext } from '@playwright/test';
import { connect, type BrowseResult, type Connection, type ReaderApi } from '../../electron/api/index.ts';
import { openSocket } from '../contract/channels.ts';

/** The engine that the page has, for a test to ask what the page should show. Close it when done. */
export async function engineOf(context: BrowserContext, origin: string): Promise<Connection<ReaderApi>> {
  const cookies = await context.cookies(origin);
  return connect(await openSocket(origin, cookies.map(({ name, value }) => `${name}=${value}`).join('; ')));
}

export function browseAll(api: ReaderApi): Promise<BrowseResult> {
  return api.browse({ query: '', filters: { values: {}, match: 'all' }, offset: 0, limit: 100 });
}

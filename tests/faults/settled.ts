import { setTimeout as after } from 'node:timers/promises';
import type { HostApi, LibraryState } from '../../electron/api/index.ts';

/** Far more than any of the libraries here takes, on a computer that does much else. */
const PATIENCE_MS = 120_000;

/**
 * The state of the open library once all is read, and topics and stories are found.
 *
 * @throws where that does not come: then something hangs.
 */
export async function settledState(api: Pick<HostApi, 'libraryState' | 'rescan'>): Promise<LibraryState> {
  const until = Date.now() + PATIENCE_MS;
  // What a cache knows is there before the folder has been looked at, and says nothing of what is still to be read.
  await api.rescan();
  for (;;) {
    const state = await api.libraryState();
    if (state && !state.progress && !state.deriving) return state;
    if (Date.now() > until) throw new Error(`The library does not settle: ${JSON.stringify(state)}`);
    await after(10);
  }
}

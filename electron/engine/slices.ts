import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work between two chances for calls to be answered. */
const SLICE_MS = 12;

/** Gives other work a turn whenever a slice of time is used up. */
export function slices(): () => Promise<void> {
  let until = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < until) return;
    await nextTurn();
    until = performance.now() + SLICE_MS;
  };
}

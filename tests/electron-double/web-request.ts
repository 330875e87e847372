import type { OnBeforeRequestListenerDetails, WebRequest } from 'electron';
import { heedOnly, only, unimplemented } from './unimplemented.ts';

type Listener = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: { cancel?: boolean; redirectURL?: string }) => void,
) => void;

let listener: Listener | null = null;
let lastId = 0;

/** https://www.electronjs.org/docs/latest/api/web-request: “Only the last attached listener will be used.” */
export const webRequest = only<WebRequest>('webRequest', {
  onBeforeRequest(...args: unknown[]) {
    const [first] = args;
    if (first !== null && typeof first !== 'function') throw unimplemented('onBeforeRequest with a filter');
    listener = first as Listener | null;
  },
} as Partial<WebRequest>);

/** Whether `onBeforeRequest` cancels it; with no listener nothing is cancelled. */
export function isCancelled(
  details: Omit<OnBeforeRequestListenerDetails, 'id' | 'timestamp'>,
): Promise<boolean> {
  const ask = listener;
  if (!ask) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    ask({ ...details, id: ++lastId, timestamp: Date.now() }, (response) => {
      try {
        heedOnly('onBeforeRequest’s answer', response, ['cancel']);
        resolve(response.cancel === true);
      } catch (thrown) {
        reject(thrown as Error);
      }
    });
  });
}

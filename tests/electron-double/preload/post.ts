import { toWire } from '../wire.ts';
import type { FromPage } from './messages.ts';
import { BINDING } from './names.ts';

/** Says something to the double's process. */
export function post(message: FromPage): void {
  const send = (globalThis as unknown as Record<string, (text: string) => void>)[BINDING];
  send?.(toWire(message));
}

import type { EventEmitter } from 'node:events';
import { unimplemented } from './unimplemented.ts';

/** Throws when somebody listens to an event that the double does not know: it would wait for ever. */
export function knowEvents(emitter: EventEmitter, name: string, events: readonly string[]): void {
  emitter.on('newListener', (event: string) => {
    if (event !== 'removeListener' && !events.includes(event))
      throw unimplemented(`the event “${event}” of ${name}`);
  });
}

import type { Event } from 'electron';

/** An event of Electron's whose default can be prevented, with what else it tells. */
export function preventable<T extends object = object>(details?: T): Event<T> {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event as unknown as Event<T>;
}

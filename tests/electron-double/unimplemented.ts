import { EventEmitter } from 'node:events';

/** Asked for by the language and by Node of any object, whoever made it: absent is a true answer. */
const ASKED_OF_ANYTHING: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  'domain',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
  '_events',
  '_eventsCount',
  '_maxListeners',
]);

/**
 * An object of Electron's of which only a part is there. Asking for another part of it throws, so that
 * code which uses more of Electron than the double has fails where it does so, and never quietly.
 */
export function only<T extends object>(name: string, implemented: Partial<T>): T {
  return new Proxy(implemented, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && !(key in target) && !ASKED_OF_ANYTHING.has(key)) {
        throw unimplemented(`${name}.${key}`);
      }
      return Reflect.get(target, key, receiver);
    },
  }) as T;
}

/** The error of everything that the double does not do, with what it was that was asked. */
export const unimplemented = (what: string): Error =>
  new Error(`electron double: ${what} is not implemented`);

/**
 * An emitter of Electron's of which only a part is there. Subclasses may have #private members: what
 * `new` gives is the guarded object itself, and they are put on that.
 */
export class PartialEmitter extends EventEmitter {
  constructor(name: string) {
    super();
    return only<PartialEmitter>(name, this);
  }
}

/** Throws where options name something that the double does not heed. */
export function heedOnly(where: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw unimplemented(`the option “${key}” of ${where}`);
  }
}

export const notDone = (what: string): Error => new Error(`electron double: ${what} is not implemented`);

/** Asking for what is not there throws. */
export function partOf<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key): unknown {
      if (typeof key === 'string' && !(key in target) && key !== 'then' && key !== 'toJSON') {
        throw notDone(`${name}.${key}`);
      }
      return Reflect.get(target, key);
    },
  });
}

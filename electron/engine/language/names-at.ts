interface Placed {
  readonly start: number;
  readonly end: number;
}

/** With so few, looking at each is the quickest. */
const FEW = 16;
/** Characters of a text whose names are kept together. */
const STRETCH = 64;

/**
 * Gives the names that may cover a place of their text, in the order given: all of few, of many only those nearby.
 * Asking at each word then costs a long text its length and not the square of it.
 */
export function namesNear<T extends Placed>(names: readonly T[]): (place: number) => readonly T[] {
  if (names.length <= FEW) return () => names;
  const near = new Map<number, T[]>();
  for (const name of names) {
    for (let at = Math.floor(name.start / STRETCH); at * STRETCH < name.end; at++) {
      const there = near.get(at);
      if (there) there.push(name);
      else near.set(at, [name]);
    }
  }
  return (place) => near.get(Math.floor(place / STRETCH)) ?? [];
}

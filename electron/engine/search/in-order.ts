/** Some different texts in the order of their code units. */
export interface Ordered {
  readonly sorted: readonly string[];
  /** At n + 1 the place of the n-th text given, from one on; at 0 is 0. */
  readonly ranks: Uint32Array;
}

/** More would need more than two bytes for a place. */
const MOST = 0xffff;

/**
 * Sorts texts by their first three units as numbers, which the engine sorts several times as fast as it compares
 * texts, and then those that have them in common.
 */
export function inOrder(texts: readonly string[]): Ordered {
  const size = texts.length;
  const places = new Uint32Array(size);
  if (size > MOST) {
    for (let i = 0; i < size; i++) places[i] = i;
    places.sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
  } else {
    const keys = new BigUint64Array(size);
    const halves = new Uint32Array(keys.buffer);
    for (let i = 0; i < size; i++) {
      const text = texts[i] ?? '';
      halves[2 * i + HIGH] = ((unit(text, 0) << 16) | unit(text, 1)) >>> 0;
      halves[2 * i + LOW] = ((unit(text, 2) << 16) | i) >>> 0;
    }
    keys.sort();
    for (let i = 0; i < size; i++) {
      const place = (halves[2 * i + LOW] ?? 0) & 0xffff;
      let hole = i;
      for (; hole > 0; hole--) {
        const before = places[hole - 1] ?? 0;
        if (!alike(halves, hole - 1, i) || compare(texts[before] ?? '', texts[place] ?? '') < 0) break;
        places[hole] = before;
      }
      places[hole] = place;
    }
  }
  const ranks = new Uint32Array(size + 1);
  const sorted = Array.from(places, (place, rank) => {
    ranks[place + 1] = rank + 1;
    return texts[place] ?? '';
  });
  return { sorted, ranks };
}

/** Which half of eight bytes is the greater one: that depends on the machine. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

function unit(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** Whether two keys are of texts that begin alike. */
function alike(halves: Uint32Array, a: number, b: number): boolean {
  return (
    halves[2 * a + HIGH] === halves[2 * b + HIGH] &&
    ((halves[2 * a + LOW] ?? 0) ^ (halves[2 * b + LOW] ?? 0)) >>> 16 === 0
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

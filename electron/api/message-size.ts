/**
 * What one message may be at most, whatever it says. Larger ones are refused before a schema looks at them:
 * a schema reads a list to its end, and notes each fault, before it finds the list too long.
 */
const MOST = {
  /** Objects, lists and values within one another; ours are at most six deep. */
  depth: 16,
  /** Values in all. The longest is a drop of a hundred thousand paths. */
  values: 250_000,
  /** Characters in all, those of names included: pasted text and its markup. */
  characters: 25_000_000,
  /** Bytes in all: one file. */
  bytes: 51 * 1024 * 1024,
} as const;

/** Whether a message holds more than any of ours. Stops at the first limit, so it costs little however large it is. */
export function isOversized(message: unknown): boolean {
  let values = 0;
  let characters = 0;
  let bytes = 0;
  const exceeds = (value: unknown, depth: number): boolean => {
    if (++values > MOST.values) return true;
    if (typeof value === 'string') return (characters += value.length) > MOST.characters;
    if (typeof value !== 'object' || value === null) return false;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      return (bytes += value.byteLength) > MOST.bytes;
    }
    // A message that contains itself is too deep, too.
    if (depth >= MOST.depth) return true;
    if (Array.isArray(value)) {
      return value.length > MOST.values || value.some((item) => exceeds(item, depth + 1));
    }
    for (const key in value) {
      characters += key.length;
      if (exceeds((value as Readonly<Record<string, unknown>>)[key], depth + 1)) return true;
    }
    return characters > MOST.characters;
  };
  return exceeds(message, 0);
}

/**
 * Pairs of items that share a key, each once and in the order of the items. Keys of more than `most` items tell
 * nothing: leaving them out keeps the cost in step with the pairs that share a rare one.
 */
export function pairsSharing<T>(
  items: readonly T[],
  keysOf: (item: T) => Iterable<string>,
  most: number,
): [T, T][] {
  const holders = new Map<string, number[]>();
  items.forEach((item, index) => {
    for (const key of new Set(keysOf(item))) {
      const known = holders.get(key);
      if (known) known.push(index);
      else holders.set(key, [index]);
    }
  });
  const pairs: [T, T][] = [];
  items.forEach((item, index) => {
    const partners = new Set<number>();
    for (const key of new Set(keysOf(item))) {
      const known = holders.get(key) ?? [];
      if (known.length > most) continue;
      for (const other of known) if (other > index) partners.add(other);
    }
    for (const other of [...partners].sort((a, b) => a - b)) {
      const partner = items[other];
      if (partner !== undefined) pairs.push([item, partner]);
    }
  });
  return pairs;
}

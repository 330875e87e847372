/**
 * Collections that are replaced and never changed, as state kept raw must be: a reader of the state is told of
 * the new collection, not of its members.
 */
export function setOf<T>(items: Iterable<T> = []): ReadonlySet<T> {
  return new Set(items);
}

export function mapOf<K, V>(entries: Iterable<readonly [K, V]> = []): ReadonlyMap<K, V> {
  return new Map(entries);
}

/** The map with these entries added or replaced. */
export function mapWith<K, V>(map: ReadonlyMap<K, V>, entries: Iterable<readonly [K, V]>): ReadonlyMap<K, V> {
  return new Map([...map, ...entries]);
}

/** The map without the entries whose keys fail the test. */
export function mapWhere<K, V>(map: ReadonlyMap<K, V>, test: (key: K) => boolean): ReadonlyMap<K, V> {
  return new Map([...map].filter(([key]) => test(key)));
}

/** Items with keys that no other of them has: where `keyOf` gives one twice, the later one's is lengthened. */
export function keyed<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly { key: string; item: T }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const key = keyOf(item);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return { key: times === 0 ? key : `${key} ${times}`, item };
  });
}

import type { Article, ArticleId, LibraryChange } from '../../api/index.ts';

/** Where an article was seen last, and its content then. */
export type Place = Pick<Article, 'path' | 'contentHash'>;
export type Places = ReadonlyMap<ArticleId, Place>;

/**
 * Articles that were renamed while nobody looked: gone from where they were seen last, with the same content in
 * one place that nothing is known of yet. With several such places it is not known which, and none is taken.
 */
export function movedSince(seen: Places, now: Places): LibraryChange['renamed'] {
  const gone = [...seen].filter(([id]) => !now.has(id));
  if (gone.length === 0) return [];
  const byContent = new Map<string, ArticleId[]>();
  for (const [id, { contentHash }] of now) {
    if (!seen.has(id)) byContent.set(contentHash, [...(byContent.get(contentHash) ?? []), id]);
  }
  const taken = new Set<ArticleId>();
  return gone.flatMap(([from, { contentHash }]) => {
    const [to, ...others] = byContent.get(contentHash) ?? [];
    if (to === undefined || others.length > 0 || taken.has(to)) return [];
    taken.add(to);
    return [{ from, to }];
  });
}

/** Whether the articles that were seen are, most of them, where they were and as they were. */
export function mostlyThere(seen: Places, now: Places): boolean {
  const there = [...seen].filter(([id, { contentHash }]) => now.get(id)?.contentHash === contentHash);
  return 2 * there.length > seen.size;
}

import type { ArticleId } from '../../electron/api/index.ts';

/** How many account colours the theme has; letters beyond share them in turn. */
const COLOURS = 6;

/** The letter of the account at a place counted from 0: A to Z, then AA, AB and so on. */
export function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}

/** The number of the account colour, from 1. */
export function colourAt(index: number): number {
  return (index % COLOURS) + 1;
}

/**
 * Places for the articles of a set. Articles that had one keep it, so that a letter never changes its
 * meaning while a set is on screen; newcomers take the first free places.
 */
export function assignPlaces(
  ids: readonly ArticleId[],
  before: ReadonlyMap<ArticleId, number> = new Map(),
): ReadonlyMap<ArticleId, number> {
  const kept = ids.filter((id) => before.has(id));
  const taken = new Set(kept.map((id) => before.get(id)));
  const places = new Map<ArticleId, number>();
  let free = 0;
  for (const id of ids) {
    const old = before.get(id);
    if (old !== undefined) {
      places.set(id, old);
      continue;
    }
    while (taken.has(free)) free += 1;
    taken.add(free);
    places.set(id, free);
  }
  return places;
}

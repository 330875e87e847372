import type { Tag } from '../../state/annotations.svelte.ts';

/** Offers that are made at a time. */
const MOST = 8;

/** A tag as it is kept: white space folded, without the comma that ends one. */
export function cleanTag(written: string): string {
  return written
    .normalize('NFC')
    .replace(/[\s,]+/gu, ' ')
    .trim();
}

/** Tags of the library that an article does not have yet: those that begin as written, then those that have it within. */
export function suggested(all: readonly Tag[], has: readonly string[], written: string): readonly Tag[] {
  const wanted = cleanTag(written).toLowerCase();
  const own = new Set(has.map((tag) => tag.toLowerCase()));
  const free = all.filter(({ name }) => !own.has(name.toLowerCase()));
  const begins = free.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const within = free.filter(({ name }) => name.toLowerCase().indexOf(wanted) > 0);
  return [...begins, ...within].slice(0, MOST);
}

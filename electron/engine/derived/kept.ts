import * as v from 'valibot';
import type { ArticleId } from '../../api/index.ts';
import type { LibraryCache } from '../library/cache/library-cache.ts';
import type { Derived } from './derive-library.ts';
import type { Hashes } from './difference.ts';
import { SKETCH_VERSION } from './sketch.ts';

/** What looking at a whole library found, and at which articles it looked. */
export interface KeptDerived {
  readonly derived: Derived;
  /** In the order in which they were looked at. */
  readonly hashes: Hashes;
}

const NAME = 'derived';

const label = v.object({ value: v.string(), label: v.string(), articleIds: v.array(v.string()) });
const saved = v.object({
  version: v.literal(SKETCH_VERSION),
  hashes: v.array(v.tuple([v.string(), v.string()])),
  derived: v.looseObject({
    topics: v.object({ topics: v.array(label), people: v.array(label), places: v.array(label) }),
    stories: v.array(v.object({ id: v.string(), title: v.string(), articleIds: v.array(v.string()) })),
    known: v.looseObject({ names: v.looseObject({}), topicKeys: v.array(v.string()) }),
  }),
});

export function keepDerived(cache: LibraryCache, { derived, hashes }: KeptDerived): void {
  cache.putDerived(NAME, JSON.stringify({ version: SKETCH_VERSION, hashes: [...hashes], derived }));
}

/** What was kept; null where there is nothing that this version understands. */
export function keptDerived(cache: LibraryCache): KeptDerived | null {
  const json = cache.derived(NAME);
  if (json === null) return null;
  try {
    const found = v.safeParse(saved, JSON.parse(json));
    if (!found.success) return null;
    const { hashes, derived } = found.output;
    return {
      derived: derived as unknown as Derived,
      hashes: new Map(hashes.map(([id, hash]) => [id as ArticleId, hash])),
    };
  } catch {
    // It is found again.
    return null;
  }
}

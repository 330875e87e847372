import type { ArticleId } from '../../api/index.ts';

/** Content hashes by article. */
export type Hashes = ReadonlyMap<ArticleId, string>;

/** What became of some articles. */
export interface Difference {
  /** New ones, and those whose text is another. */
  readonly came: readonly ArticleId[];
  readonly gone: readonly ArticleId[];
  /** The same text under another id. In none of the others. */
  readonly renamed: readonly { readonly from: ArticleId; readonly to: ArticleId }[];
  /** How many in all. */
  readonly size: number;
  readonly isNone: boolean;
}

const NONE: Difference = { came: [], gone: [], renamed: [], size: 0, isNone: true };

/** What is to be done to get from the articles before to those now. */
export function difference(
  before: Hashes,
  now: ReadonlyMap<ArticleId, { readonly contentHash: string }>,
): Difference {
  const came: ArticleId[] = [];
  const changed: ArticleId[] = [];
  for (const [id, { contentHash }] of now) {
    const known = before.get(id);
    if (known === undefined) came.push(id);
    else if (known !== contentHash) changed.push(id);
  }
  // As many as before without any new one: none can have gone.
  if (came.length + changed.length === 0 && before.size === now.size) return NONE;
  const goneByHash = new Map<string, ArticleId[]>();
  for (const [id, hash] of before) {
    if (!now.has(id)) goneByHash.set(hash, [...(goneByHash.get(hash) ?? []), id]);
  }
  const renamed: { from: ArticleId; to: ArticleId }[] = [];
  const fresh = came.filter((to) => {
    const from = goneByHash.get(now.get(to)?.contentHash ?? '')?.pop();
    if (from !== undefined) renamed.push({ from, to });
    return from === undefined;
  });
  const gone = [...goneByHash.values()].flat();
  const all = [...fresh, ...changed];
  const size = all.length + gone.length + renamed.length;
  return { came: all, gone, renamed, size, isNone: size === 0 };
}

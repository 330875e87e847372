import type { ArticleId, LibraryChange } from '../../api/index.ts';
import type { ArticleRecord } from './record.ts';

export type ArticleChanges = Omit<LibraryChange, 'state'>;

/**
 * What became of articles since it was last asked: the net difference, however many steps it took. An article that
 * went and one with the same content that came are one that was renamed.
 */
export class Changes {
  readonly #articles: ReadonlyMap<ArticleId, ArticleRecord>;
  readonly #touched = new Set<ArticleId>();
  /** Content hashes of the articles that were told of. */
  readonly #told = new Map<ArticleId, string>();
  /** For each article that is known to be one that was renamed, what it was at first. */
  readonly #moves = new Map<ArticleId, ArticleId>();

  constructor(articles: ReadonlyMap<ArticleId, ArticleRecord>) {
    this.#articles = articles;
  }

  touch(id: ArticleId): void {
    this.#touched.add(id);
  }

  moved(from: ArticleId, to: ArticleId): void {
    const first = this.#moves.get(from) ?? from;
    this.#moves.delete(from);
    this.#moves.set(to, first);
  }

  /** All that there is counts as told. */
  settle(): void {
    this.take();
  }

  take(): ArticleChanges {
    const added: ArticleId[] = [];
    const changed: ArticleId[] = [];
    const removed = new Map<ArticleId, string>();
    for (const id of this.#touched) {
      const before = this.#told.get(id);
      const now = this.#articles.get(id)?.contentHash;
      if (now !== undefined) this.#told.set(id, now);
      else this.#told.delete(id);
      if (before === now) continue;
      if (before === undefined) added.push(id);
      else if (now === undefined) removed.set(id, before);
      else changed.push(id);
    }
    this.#touched.clear();
    const renamed = this.#renamed(added, removed);
    this.#moves.clear();
    const gone = new Set(renamed.map(({ from }) => from));
    const come = new Set(renamed.map(({ to }) => to));
    return {
      added: added.filter((id) => !come.has(id)),
      changed,
      removed: [...removed.keys()].filter((id) => !gone.has(id)),
      renamed,
    };
  }

  #renamed(
    added: readonly ArticleId[],
    removed: ReadonlyMap<ArticleId, string>,
  ): { readonly from: ArticleId; readonly to: ArticleId }[] {
    const renamed: { from: ArticleId; to: ArticleId }[] = [];
    const left = new Map(removed);
    const unknown: ArticleId[] = [];
    for (const to of added) {
      const from = this.#moves.get(to);
      if (from !== undefined && left.has(from) && left.get(from) === this.#told.get(to)) {
        left.delete(from);
        renamed.push({ from, to });
      } else {
        unknown.push(to);
      }
    }
    const byHash = new Map<string, ArticleId[]>();
    for (const [from, hash] of left) byHash.set(hash, [...(byHash.get(hash) ?? []), from]);
    for (const to of unknown) {
      const from = byHash.get(this.#told.get(to) ?? '')?.shift();
      if (from !== undefined) renamed.push({ from, to });
    }
    return renamed;
  }
}

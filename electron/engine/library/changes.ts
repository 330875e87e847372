import type { Article, ArticleId, LibraryChange } from '../../api/index.ts';

export type ArticleChanges = Omit<LibraryChange, 'state'>;

/**
 * What became of articles since it was last asked: the net difference, however many steps it took. An article that
 * went and one with the same content that came are one that was renamed.
 */
export class Changes {
  readonly #articles: ReadonlyMap<ArticleId, Article>;
  readonly #touched = new Set<ArticleId>();
  /** Content hashes of the articles that were told of. */
  readonly #told = new Map<ArticleId, string>();

  constructor(articles: ReadonlyMap<ArticleId, Article>) {
    this.#articles = articles;
  }

  touch(id: ArticleId): void {
    this.#touched.add(id);
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
    const renamed: { from: ArticleId; to: ArticleId }[] = [];
    const fresh = added.filter((to) => {
      const hash = this.#told.get(to);
      const from = [...removed].find(([, removedHash]) => removedHash === hash)?.[0];
      if (from === undefined) return true;
      removed.delete(from);
      renamed.push({ from, to });
      return false;
    });
    return { added: fresh, changed, removed: [...removed.keys()], renamed };
  }
}

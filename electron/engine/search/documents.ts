import type { ArticleId } from '../../api/index.ts';

interface Known {
  readonly id: ArticleId;
  readonly contentHash: string;
  readonly language: string;
}

/** Numbers for the articles of a library, small and dense, so that what is found can be counted in arrays. */
export class Documents {
  readonly #slotOf = new Map<ArticleId, number>();
  readonly #known: (Known | undefined)[] = [];
  readonly #free: number[] = [];

  /** Articles. */
  get size(): number {
    return this.#slotOf.size;
  }

  /** One more than the largest number. */
  get bound(): number {
    return this.#known.length;
  }

  slotOf(id: ArticleId): number | undefined {
    return this.#slotOf.get(id);
  }

  at(slot: number): Known | undefined {
    return this.#known[slot];
  }

  put(known: Known): number {
    const slot = this.#slotOf.get(known.id) ?? this.#free.pop() ?? this.#known.length;
    this.#slotOf.set(known.id, slot);
    this.#known[slot] = known;
    return slot;
  }

  remove(id: ArticleId): number | undefined {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return undefined;
    this.#slotOf.delete(id);
    this.#known[slot] = undefined;
    this.#free.push(slot);
    return slot;
  }

  rename(from: ArticleId, to: ArticleId): void {
    const slot = this.#slotOf.get(from);
    const known = slot === undefined ? undefined : this.#known[slot];
    if (slot === undefined || !known) return;
    this.#slotOf.delete(from);
    this.#slotOf.set(to, slot);
    this.#known[slot] = { ...known, id: to };
  }

  slots(): IterableIterator<number> {
    return this.#slotOf.values();
  }

  ids(): IterableIterator<ArticleId> {
    return this.#slotOf.keys();
  }
}

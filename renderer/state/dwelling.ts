import type { ArticleId } from '../../electron/api/index.ts';

/** Milliseconds after which an article that one stays with counts as read. */
export const STAY = 3000;

function later(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/** Notes which articles the reader stays with. */
export class Dwelling {
  readonly #stayed: (id: ArticleId) => void;
  readonly #after: typeof later;
  #at: ArticleId | null = null;
  #callOff: () => void = () => undefined;

  /** `stayed` is called once a stay; `after` calls back after so many milliseconds. */
  constructor(stayed: (id: ArticleId) => void, after = later) {
    this.#stayed = stayed;
    this.#after = after;
  }

  /** The reader has this article before them now; null where none, or where nobody looks. */
  at(id: ArticleId | null): void {
    if (id === this.#at) return;
    this.#at = id;
    this.#callOff();
    this.#callOff = id === null ? () => undefined : this.#after(STAY, () => this.#stayed(id));
  }

  /** What is said of the article by then holds: the stay does not change it. */
  settle(id: ArticleId): void {
    if (id === this.#at) this.#callOff();
  }
}

import type { ArticleId, LibraryChange, Undoable } from '../../api/index.ts';
import type { NowCalled } from './ops.ts';

/** Changes that can be taken back one after the other; older ones stay. */
const LIMIT = 100;

interface Entry {
  readonly label: string;
  readonly takeBack: (now: NowCalled) => void;
  /** Names that articles have come to have since. */
  readonly names: Map<ArticleId, ArticleId>;
}

/** The changes of the reader in the library that is open, the last of which can be taken back. */
export class UndoStack {
  readonly #tell: (next: Undoable | null) => void;
  #entries: Entry[] = [];
  /** Told more than once by those who follow the same change. */
  #renamed: LibraryChange['renamed'] | null = null;

  /** @param tell told what would be taken back next, whenever that changes */
  constructor(tell: (next: Undoable | null) => void = () => undefined) {
    this.#tell = tell;
  }

  next(): Undoable | null {
    const last = this.#entries.at(-1);
    return last ? { label: last.label } : null;
  }

  /**
   * @param label what was done, as a reader would say it: "Tag “war” removed"
   * @param takeBack brings back exactly what was before; throws where that could not be written. It is given
   * what tells the name that an article has now.
   */
  push(label: string, takeBack: (now: NowCalled) => void): void {
    this.#entries = [...this.#entries.slice(1 - LIMIT), { label, takeBack, names: new Map() }];
    this.#tell(this.next());
  }

  /**
   * Takes the last change back. One that cannot be taken back now can be tried again.
   *
   * @returns what it was, null where there is none
   * @throws SynopticError `write-failed`
   */
  undo(): Undoable | null {
    const last = this.#entries.at(-1);
    if (!last) return null;
    last.takeBack((id) => last.names.get(id) ?? id);
    this.#entries = this.#entries.filter((entry) => entry !== last);
    this.#tell(this.next());
    return { label: last.label };
  }

  /** Articles have other names from now on. */
  renamed(renames: LibraryChange['renamed']): void {
    if (renames.length === 0 || renames === this.#renamed) return;
    this.#renamed = renames;
    const now = new Map(renames.map(({ from, to }) => [from, to]));
    for (const { names } of this.#entries) {
      const before = new Map(names);
      const current = new Set(before.values());
      for (const [first, name] of before) names.set(first, now.get(name) ?? name);
      for (const [from, to] of now) if (!current.has(from) && !before.has(from)) names.set(from, to);
    }
  }

  /** Another library: nothing of the one before can be taken back. */
  clear(): void {
    if (this.#entries.length === 0) return;
    this.#entries = [];
    this.#tell(null);
  }
}

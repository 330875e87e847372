import { applyOps, type Op } from '../annotations/ops.ts';
import { AnnotationState } from '../annotations/state.ts';
import { readAnnotations, writeOps } from './saved-annotations.ts';
import { keptLibrary, libraryAt } from './saved-libraries.ts';
import type { StoreFile } from './store-file.ts';

/** What a change was made of. */
export interface Committed {
  readonly state: AnnotationState;
  readonly ops: readonly Op[];
  /** Steps that bring back what the reader's own were before. */
  readonly inverse: readonly Op[];
}

/**
 * The annotations of libraries: in memory those of the one that is open, in the file all. Only the rows that
 * change are written. Libraries are named by their folder's real path.
 */
export class AnnotationStore {
  readonly #file: StoreFile;
  #last: { readonly root: string; version: string | null; readonly state: AnnotationState } | null = null;
  /** Of libraries that are not kept in the file. */
  readonly #held = new Map<string, AnnotationState>();

  constructor(file: StoreFile) {
    this.#file = file;
  }

  /** As they are now: the same object as long as nobody else changed them. Never throws. */
  read(root: string): AnnotationState {
    const held = this.#held.get(root);
    if (held) return held;
    const found = this.#file.read((db) => this.#fresh(db, root));
    if (found) return found;
    const known = this.#last?.root === root ? this.#last.state : new AnnotationState();
    if (this.#file.problem) this.#held.set(root, known);
    else this.#last = { root, version: null, state: known };
    return known;
  }

  /**
   * Makes a change as one transaction; when it returns, it is on the disk and in memory.
   *
   * @param steps makes it of the state that is in the file, without changing that; it may be called twice
   * @returns null where there were no steps to take
   * @throws SynopticError `write-failed`: nothing has changed then, neither there nor in memory.
   */
  change(root: string, steps: (state: AnnotationState) => readonly Op[]): Committed | null {
    const before = this.read(root);
    if (steps(before).length === 0) return null;
    const written = this.#file.write('Your change', (db) => {
      const state = this.#fresh(db, root);
      const ops = steps(state);
      if (ops.length > 0) writeOps(db, keptLibrary(db, root), ops);
      return { state, ops };
    });
    const { state, ops } = written ? written.done : { state: before, ops: steps(before) };
    if (!written) this.#held.set(root, state);
    return ops.length === 0 ? null : { state, ops, inverse: applyOps(state, ops) };
  }

  /** What is in memory may not be what is in the file. */
  forget(): void {
    this.#last = null;
  }

  #fresh(db: Parameters<typeof readAnnotations>[0], root: string): AnnotationState {
    const version = this.#file.version(db);
    if (this.#last?.root === root && this.#last.version === version) return this.#last.state;
    const library = libraryAt(db, root);
    const state = library === null ? new AnnotationState() : readAnnotations(db, library);
    this.#last = { root, version, state };
    return state;
  }
}

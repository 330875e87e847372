import type { ArticleId, Corrections, Dismissal, LibraryChange } from '../../api/index.ts';
import type { UndoStack } from '../annotations/undo.ts';
import { NO_CORRECTIONS } from '../compare/compare.ts';
import { articlesIn, dating, dismissing, renaming, restoring, reverting, type Edit } from './corrections.ts';
import { movedSince, type Places } from './places.ts';
import type { Store } from './store.ts';

interface OpenedLibrary {
  /** The folder, as a real path. */
  readonly root: string;
  readonly articles: Places;
}

interface Listeners {
  /** They are others than before: what was made with those is out of date. */
  readonly forget: () => void;
  /** They changed while a page may have had the ones before. */
  readonly tell: (corrections: Corrections) => void;
  /** What happened in the library could not be followed. */
  readonly onError: (where: string, thrown: unknown) => void;
}

/** The corrections of the library that is open, which follow its articles through renames. */
export class LibraryCorrections {
  readonly #store: Store;
  readonly #on: Listeners;
  readonly #undo: UndoStack | undefined;
  #library: OpenedLibrary | null = null;
  /** As last given; null until somebody asked since the library was opened. */
  #last: Corrections | null = null;

  /** @param undo where changes of the reader go, so that they can be taken back */
  constructor(store: Store, listeners: Listeners, undo?: UndoStack) {
    this.#store = store;
    this.#on = listeners;
    this.#undo = undo;
  }

  /** What was said before was of another library. */
  opened(library: OpenedLibrary | null): void {
    this.#library = library;
    this.#last = null;
  }

  /** As they are now, whoever changed them. None where no library is open. */
  current(): Corrections {
    const now = this.#library ? this.#store.read(this.#library.root) : NO_CORRECTIONS;
    const before = this.#last;
    if (before === now) return now;
    this.#take(now);
    if (before !== null) this.#on.tell(now);
    return now;
  }

  /** @throws SynopticError `write-failed`, as the next two. */
  dismiss(library: OpenedLibrary, dismissal: Dismissal): Corrections {
    return this.#said(library, dismissing(dismissal), 'Difference dismissed');
  }

  restore(library: OpenedLibrary, dismissal: Dismissal): Corrections {
    return this.#said(library, restoring(dismissal), 'Difference shown again');
  }

  /** `date`: ISO 8601 calendar date; null takes a correction back. */
  correctDate(library: OpenedLibrary, articleId: ArticleId, date: string | null): Corrections {
    return this.#said(
      library,
      dating(articleId, date),
      date === null ? 'Corrected date removed' : 'Date corrected',
    );
  }

  /**
   * What is said of articles goes with them under their new names. To be called before anybody is told of those;
   * those who are told are then to be told of what this gives, if anything.
   */
  follow({ renamed, changed }: Pick<LibraryChange, 'renamed' | 'changed'>): Corrections | null {
    if (renamed.length === 0 && changed.length === 0) return null;
    return this.#quietly((library) => {
      const concerned = articlesIn(this.current());
      const touched = [...renamed.map(({ from }) => from), ...changed];
      if (!touched.some((id) => concerned.has(id))) return null;
      const now = this.#change(library, renaming(renamed));
      return renamed.length > 0 ? now : null;
    });
  }

  /** Once all articles are known: finds again what was renamed while the library was closed, itself or articles. */
  settled(): void {
    this.#quietly((library) => {
      const adopted = this.#store.adopt(library.root, library.articles);
      if (adopted) {
        this.#take(adopted);
        this.#on.tell(adopted);
      }
      const renamed = movedSince(this.#store.places(library.root), library.articles);
      return renamed.length === 0 ? null : this.#told(library, renaming(renamed));
    });
  }

  close(): void {
    this.#library = null;
    this.#store.close();
  }

  /** A change of the reader: it can be taken back. */
  #said(library: OpenedLibrary, edit: Edit, label: string): Corrections {
    const before = this.#store.read(library.root);
    const after = this.#told(library, edit);
    const same = reverting(before, after)(after);
    if (same.dismissed.length !== after.dismissed.length || datesOf(before) !== datesOf(after))
      this.#undo?.push(label, (now) => {
        // Of another library it cannot be taken back any more.
        if (this.#library?.root === library.root) this.#told(this.#library, reverting(before, after, now));
      });
    return after;
  }

  #told(library: OpenedLibrary, edit: Edit): Corrections {
    const changed = this.#change(library, edit);
    this.#on.tell(changed);
    return changed;
  }

  #change(library: OpenedLibrary, edit: Edit): Corrections {
    const changed = this.#store.change(library.root, edit, library.articles);
    this.#take(changed);
    return changed;
  }

  #take(now: Corrections): void {
    this.#last = now;
    this.#on.forget();
  }

  /** For what nobody asked for, and whose failure nobody would hear of. */
  #quietly(work: (library: OpenedLibrary) => Corrections | null): Corrections | null {
    if (!this.#library) return null;
    try {
      return work(this.#library);
    } catch (thrown) {
      this.#on.onError('store', thrown);
      return null;
    }
  }
}

function datesOf({ dates }: Corrections): string {
  return JSON.stringify([...dates].sort((a, b) => (a.articleId < b.articleId ? -1 : 1)));
}

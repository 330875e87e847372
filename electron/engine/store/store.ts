import path from 'node:path';
import type { Corrections, Notice } from '../../api/index.ts';
import { NO_CORRECTIONS } from '../compare/compare.ts';
import { AnnotationStore } from './annotation-store.ts';
import { joining, type Edit } from './corrections.ts';
import { mostlyThere, type Places } from './places.ts';
import type { StoreProblem } from './problems.ts';
import { adoptAnnotations, readAnnotatedPlaces } from './saved-annotations.ts';
import { readCorrections, readPlaces, writeCorrections, writePlaces } from './saved-corrections.ts';
import { formerLibraries, keptLibrary, libraryAt, removeLibrary } from './saved-libraries.ts';
import { StoreFile } from './store-file.ts';

const FILE = 'synoptic.db';
const NO_PLACES: Places = new Map();

interface StoreOptions {
  /** Where the file is, or will be; without one, everything holds until the end only. */
  readonly folder?: string | undefined;
  /** Told, once each, of what keeps things from being as they were or from being kept. */
  readonly onProblem?: (problem: StoreProblem) => void;
}

/**
 * What readers have made, library by library, kept in one SQLite file: their corrections here, the rest in
 * {@link Store.annotations}. Opened when first needed and made when first written. Several processes may have it
 * open; what another has written shows at the next read. Libraries are named by their folder's real path.
 */
export class Store {
  readonly annotations: AnnotationStore;
  readonly #file: StoreFile;
  #last: { readonly root: string; readonly version: string; readonly corrections: Corrections } | null = null;
  /** Of libraries whose corrections are not kept in the file. */
  readonly #held = new Map<string, Corrections>();

  constructor({ folder, onProblem = () => undefined }: StoreOptions = {}) {
    this.#file = new StoreFile(folder === undefined ? null : path.join(folder, FILE), onProblem);
    this.annotations = new AnnotationStore(this.#file);
  }

  /** What the reader is to know of the file; it is found out when the file is first used. */
  notices(): readonly Notice[] {
    return this.#file.problem ? [this.#file.problem.notice] : [];
  }

  /** The same object as long as they are the same. Never throws. */
  read(root: string): Corrections {
    const held = this.#held.get(root);
    if (held) return held;
    const found = this.#file.read((db) => {
      const version = this.#file.version(db);
      if (this.#last?.root === root && this.#last.version === version) return this.#last.corrections;
      const library = libraryAt(db, root);
      const corrections = library === null ? NO_CORRECTIONS : readCorrections(db, library).corrections;
      this.#last = { root, version, corrections: this.#noted(corrections) };
      return this.#last.corrections;
    });
    if (found) return found;
    if (this.#file.problem === null) return NO_CORRECTIONS;
    // What was read before the file failed is better than nothing.
    const corrections = this.#last?.root === root ? this.#last.corrections : NO_CORRECTIONS;
    const known = this.#noted(corrections);
    this.#held.set(root, known);
    return known;
  }

  /** Where the articles that something is kept of were seen last. Never throws. */
  places(root: string): Places {
    const found = this.#file.read((db) => {
      const library = libraryAt(db, root);
      return library === null ? NO_PLACES : readPlaces(db, library);
    });
    return found ?? NO_PLACES;
  }

  /**
   * Makes a change; when it returns, the change is on the disk.
   *
   * @param now where the library's articles are
   * @returns the corrections after it
   * @throws SynopticError `write-failed` where it could not be written; then nothing has changed.
   */
  change(root: string, edit: Edit, now: Places): Corrections {
    const before = this.read(root);
    const written = this.#write(root, () => ({ edit, places: now }));
    if (written) return written;
    const after = this.#noted(edit(before));
    this.#held.set(root, after);
    return after;
  }

  /**
   * Takes over what was kept of the same library while its folder had another path.
   *
   * @returns the corrections after it, null where there was nothing of the kind
   * @throws SynopticError `write-failed`
   */
  adopt(root: string, now: Places): Corrections | null {
    const found = this.#file.read((db) =>
      formerLibraries(db, root).find((former) =>
        mostlyThere(new Map([...readAnnotatedPlaces(db, former), ...readPlaces(db, former)]), now),
      ),
    );
    if (found === undefined || found === null) return null;
    return this.#write(root, (db, library) => {
      const edit = joining(readCorrections(db, found).corrections);
      const places = new Map([...readPlaces(db, found), ...now]);
      adoptAnnotations(db, found, library);
      removeLibrary(db, found);
      this.#file.taken();
      return { edit, places };
    });
  }

  /**
   * Makes several changes one: all of them are on the disk when it returns, or none is made.
   *
   * @throws SynopticError `write-failed`
   */
  together<T>(changes: () => T): T {
    try {
      const written = this.#file.write('Your change', changes);
      return written ? written.done : changes();
    } catch (thrown) {
      // What they made of what is in memory did not come to pass.
      this.#last = null;
      this.annotations.forget();
      throw thrown;
    }
  }

  close(): void {
    this.#file.close();
  }

  #noted(corrections: Corrections): Corrections {
    return this.#file.problem ? { ...corrections, notice: this.#file.problem.message } : corrections;
  }

  /** One transaction, within which `prepare` is called; null where nothing is kept. */
  #write(
    root: string,
    prepare: (db: Db, library: number) => { readonly edit: Edit; readonly places: Places },
  ): Corrections | null {
    const written = this.#file.write('Your correction', (db) => {
      const library = keptLibrary(db, root);
      const { edit, places } = prepare(db, library);
      const before = readCorrections(db, library);
      const after = edit(before.corrections);
      writeCorrections(db, library, before, after, new Date().toISOString());
      writePlaces(db, library, after, places);
      return { root, version: this.#file.version(db), corrections: this.#noted(after) };
    });
    if (!written) return null;
    this.#last = written.done;
    return written.done.corrections;
  }
}

type Db = Parameters<typeof readCorrections>[0];

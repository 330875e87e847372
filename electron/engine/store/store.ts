import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { SynopticError, type Corrections } from '../../api/index.ts';
import { NO_CORRECTIONS } from '../compare/compare.ts';
import { joining, type Edit } from './corrections.ts';
import { openDatabase, transact, type Opened } from './database.ts';
import { mostlyThere, type Places } from './places.ts';
import { StoreNewer, StoreUnavailable, type StoreProblem } from './problems.ts';
import { readCorrections, readPlaces, writeCorrections, writePlaces } from './saved-corrections.ts';
import { formerLibraries, keptLibrary, libraryAt, removeLibrary } from './saved-libraries.ts';

const FILE = 'synoptic.db';
const NO_PLACES: Places = new Map();

interface StoreOptions {
  /** Where the file is, or will be; without one, everything holds until the end only. */
  readonly folder?: string | undefined;
  /** Told, once each, of what keeps things from being as they were or from being kept. */
  readonly onProblem?: (problem: StoreProblem) => void;
}

/**
 * What readers have corrected, library by library, kept in one SQLite file. Opened when first needed and made
 * when first written. Several processes may have it open; what another has written shows at the next read.
 * Libraries are named by their folder's real path.
 */
export class Store {
  readonly #file: string | null;
  readonly #onProblem: (problem: StoreProblem) => void;
  #opened: Opened | null = null;
  #problem: StoreProblem | null = null;
  /** The file cannot be used any more. */
  #givenUp = false;
  #last: { readonly root: string; readonly version: unknown; readonly corrections: Corrections } | null =
    null;
  /** Of libraries whose corrections are not kept in the file. */
  readonly #held = new Map<string, Corrections>();

  constructor({ folder, onProblem = () => undefined }: StoreOptions = {}) {
    this.#file = folder === undefined ? null : path.join(folder, FILE);
    this.#onProblem = onProblem;
  }

  /** The same object as long as they are the same. Never throws. */
  read(root: string): Corrections {
    const held = this.#held.get(root);
    if (held) return held;
    const found = this.#try((db) => {
      const version = versionOf(db);
      if (this.#last?.root === root && this.#last.version === version) return this.#last.corrections;
      const library = libraryAt(db, root);
      const corrections = library === null ? NO_CORRECTIONS : readCorrections(db, library).corrections;
      this.#last = { root, version, corrections: this.#noted(corrections) };
      return this.#last.corrections;
    });
    if (found) return found;
    if (this.#problem === null) return NO_CORRECTIONS;
    // What was read before the file failed is better than nothing.
    const corrections = this.#last?.root === root ? this.#last.corrections : NO_CORRECTIONS;
    const known = this.#noted(corrections);
    this.#held.set(root, known);
    return known;
  }

  /** Where the articles that something is kept of were seen last. Never throws. */
  places(root: string): Places {
    const found = this.#try((db) => {
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
    const db = this.#writable();
    if (db) return this.#write(db, root, () => ({ edit, places: now }));
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
    const found = this.#try((db) =>
      formerLibraries(db, root).find((former) => mostlyThere(readPlaces(db, former), now)),
    );
    if (found === undefined || found === null) return null;
    const db = this.#writable();
    if (!db) return null;
    return this.#write(db, root, () => {
      const edit = joining(readCorrections(db, found).corrections);
      const places = new Map([...readPlaces(db, found), ...now]);
      removeLibrary(db, found);
      return { edit, places };
    });
  }

  close(): void {
    this.#opened?.db.close();
    this.#opened = null;
  }

  #noted(corrections: Corrections): Corrections {
    return this.#problem ? { ...corrections, notice: this.#problem.message } : corrections;
  }

  /** What `work` reads; null where there is no file, or none that can be read. */
  #try<T>(work: (db: DatabaseSync) => T): T | null {
    if (this.#file === null || this.#givenUp) return null;
    if (!this.#opened && !existsSync(this.#file)) return null;
    try {
      return work(this.#open(this.#file).db);
    } catch (thrown) {
      this.#giveUp(thrown);
      return null;
    }
  }

  /** One transaction: `prepare` is called within it. */
  #write(
    db: DatabaseSync,
    root: string,
    prepare: () => { readonly edit: Edit; readonly places: Places },
  ): Corrections {
    try {
      this.#last = transact(db, () => {
        const { edit, places } = prepare();
        const version = versionOf(db);
        const library = keptLibrary(db, root);
        const before = readCorrections(db, library);
        const after = edit(before.corrections);
        writeCorrections(db, library, before, after, new Date().toISOString());
        writePlaces(db, library, after, places);
        return { root, version, corrections: this.#noted(after) };
      });
      return this.#last.corrections;
    } catch (cause) {
      throw new SynopticError(
        'write-failed',
        'Your correction could not be kept.',
        'See whether the disk is full, and try again.',
        { cause },
      );
    }
  }

  /** The database to write to; null where nothing is kept. */
  #writable(): DatabaseSync | null {
    if (this.#file === null || this.#givenUp) return null;
    try {
      const { db, writable } = this.#open(this.#file);
      return writable ? db : null;
    } catch (thrown) {
      this.#giveUp(thrown);
      return null;
    }
  }

  #open(file: string): Opened {
    if (this.#opened) return this.#opened;
    this.#opened = openDatabase(file);
    if (this.#opened.problem) this.#tell(this.#opened.problem);
    return this.#opened;
  }

  #giveUp(cause: unknown): void {
    this.#givenUp = true;
    this.close();
    // Of a newer version, what cannot be read is not understood: that has been told.
    if (!(this.#problem instanceof StoreNewer)) this.#tell(new StoreUnavailable({ cause }));
  }

  #tell(problem: StoreProblem): void {
    this.#problem = problem;
    this.#onProblem(problem);
  }
}

/** Another number once another connection has written to the file. */
function versionOf(db: DatabaseSync): unknown {
  return db.prepare('PRAGMA data_version').get()?.['data_version'];
}

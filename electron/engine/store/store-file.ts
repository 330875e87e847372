import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { SynopticError } from '../../api/index.ts';
import { openDatabase, type Opened } from './database.ts';
import { StoreFull, StoreNewer, StoreUnavailable, type StoreProblem } from './problems.ts';
import { saysDamaged, saysFull, saysNoRoom, transact } from './sqlite.ts';

/** The file of what the reader makes: opened when first needed, made when first written. */
export class StoreFile {
  readonly #file: string | null;
  readonly #onProblem: (problem: StoreProblem) => void;
  #opened: Opened | null = null;
  /** What was opened; its name may come to stand for something else. */
  #inode: number | null = null;
  #problem: StoreProblem | null = null;
  /** The file cannot be used any more. */
  #givenUp = false;
  #taken = 0;

  /** @param file absolute path; null where nothing is kept */
  constructor(file: string | null, onProblem: (problem: StoreProblem) => void) {
    this.#file = file;
    this.#onProblem = onProblem;
  }

  /** Why things may not be as the reader left them, or are not kept; null where all is well. */
  get problem(): StoreProblem | null {
    return this.#problem;
  }

  /** What `work` reads; null where there is no file, or none that can be read. Never throws. */
  read<T>(work: (db: DatabaseSync) => T): T | null {
    if (this.#file === null || this.#givenUp) return null;
    if (!this.#opened && !existsSync(this.#file)) return null;
    try {
      return this.#sound(this.#file, work);
    } catch (thrown) {
      this.#giveUp(thrown);
      return null;
    }
  }

  /** What comes to be damaged while it is in use is closed, so that it is recovered as it is opened again. */
  #sound<T>(file: string, work: (db: DatabaseSync) => T): T {
    try {
      return work(this.#open(file).db);
    } catch (thrown) {
      if (!saysDamaged(thrown) || !this.#opened) throw thrown;
      this.close();
      this.taken();
      return work(this.#open(file).db);
    }
  }

  /**
   * Does `work` as one transaction. What it gives is on the disk.
   *
   * @param what what cannot be kept where it fails: "Your correction"
   * @returns null where nothing is kept: `work` was not called then
   * @throws SynopticError `write-failed`: nothing has changed then.
   */
  write<T>(what: string, work: (db: DatabaseSync) => T): { readonly done: T } | null {
    const db = this.#writable(what);
    if (!db) return null;
    // A step of a larger change: what it throws undoes all of that.
    if (db.isTransaction) return { done: work(db) };
    try {
      return { done: transact(db, () => work(db)) };
    } catch (cause) {
      if (cause instanceof SynopticError) throw cause;
      if (saysDamaged(cause)) {
        this.close();
        this.taken();
      }
      throw refusal(what, cause);
    }
  }

  /** Another text once the file may hold other things than before for whoever asks. */
  version(db: DatabaseSync): string {
    return `${String(db.prepare('PRAGMA data_version').get()?.['data_version'])}.${this.#taken}`;
  }

  /** To be told within the transaction that moves things of one part of the file behind the back of another. */
  taken(): void {
    this.#taken += 1;
  }

  close(): void {
    this.#opened?.db.close();
    this.#opened = null;
  }

  /**
   * The database to write to; null where nothing is kept.
   *
   * @throws SynopticError `write-failed` where there may be room for it another time.
   */
  #writable(what: string): DatabaseSync | null {
    if (this.#file === null || this.#givenUp) return null;
    try {
      this.#keepPlace(this.#file);
      const { db, writable, problem } = this.#withRoom(this.#file);
      if (problem instanceof StoreFull) throw problem.cause;
      return writable ? db : null;
    } catch (thrown) {
      if (saysNoRoom(thrown)) throw refusal(what, thrown);
      this.#giveUp(thrown);
      return null;
    }
  }

  /** What could only be read for want of room is opened again: there may be some by now. */
  #withRoom(file: string): Opened {
    if (this.#opened?.problem instanceof StoreFull) {
      this.close();
      this.taken();
    }
    return this.#open(file);
  }

  /**
   * A file that was deleted can still be written to as long as it is open, and what is written is lost with it: it
   * is written anew. Where another file has its name by now, that is the store.
   */
  #keepPlace(file: string): void {
    const { db } = this.#opened ?? {};
    if (!db || db.isTransaction) return;
    const now = inodeOf(file);
    if (now !== null && now === this.#inode) return;
    if (now === null) {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      db.prepare('VACUUM INTO ?').run(file);
    }
    this.close();
    this.taken();
  }

  #open(file: string): Opened {
    if (this.#opened) return this.#opened;
    this.#opened = openDatabase(file);
    this.#inode = inodeOf(file);
    const { problem } = this.#opened;
    const wasFull = this.#problem instanceof StoreFull;
    if (wasFull && !problem) this.#problem = null;
    if (problem && !(wasFull && problem instanceof StoreFull)) this.#tell(problem);
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

/** Nothing has changed. */
function refusal(what: string, cause: unknown): SynopticError {
  return saysFull(cause)
    ? new SynopticError(
        'write-failed',
        `${what} could not be kept: the disk is full.`,
        'Make room on the disk, and try again.',
        { cause },
      )
    : new SynopticError(
        'write-failed',
        `${what} could not be kept.`,
        'See whether Synoptic’s data folder can be written to and the disk has room, and try again.',
        { cause },
      );
}

function inodeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.ino ?? null;
}

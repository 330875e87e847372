import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleId, Progress } from '../../api/index.ts';
import { articleIdOf } from '../documents/ids.ts';
import type { ReadOutput } from '../pool/jobs.ts';
import { Comparison } from './comparison.ts';
import { Entries, type Entry, type EntryKeeper } from './entries.ts';
import { Hints } from './hints.ts';
import { goneAmong } from './missing.ts';
import { entryOf, knownHashOf, readFile } from './reading.ts';
import type { Reader } from './reader.ts';
import { Reads, type Finished } from './reads.ts';
import { unsureFor } from './settling.ts';
import { stampOf, type Stamp } from './walk.ts';

/** What reading a file gave, when it gave an article. */
export type ReadArticle = Extract<ReadOutput, { kind: 'read' }>;

export interface SyncOptions {
  /** Below this folder, a real path. */
  readonly root: string;
  readonly reader: Reader;
  readonly keeper: EntryKeeper;
  /** A file is read once it has not changed for so many milliseconds; what went missing is given as long to come back. */
  readonly settleMs: number;
  /** Articles, failures or progress changed. */
  readonly onChange: () => void;
  /** An article was read; told before it is among the entries. */
  readonly onRead: (id: ArticleId, path: string, read: ReadArticle) => void;
  /** The folder was lost (true) or is there (false); told each time it was looked at as a whole. */
  readonly onLost: (lost: boolean) => void;
}

/** So many times as long as a look at the whole folder took, none follows for many hints. */
const SPARING = 4;
/** Other files of one content that are looked for under their names, when one that is the same comes. */
const MOST_TWINS = 20;

/**
 * Keeps the entries equal to what is on the disk. Whoever learns that something may have changed gives a
 * hint; what is really there is then looked at, and files that changed are read, some at a time, the newest
 * first. Wrong and repeated hints do no harm, and a hint for the whole folder makes up for lost ones.
 *
 * Times are those of performance.now(), which no change of the clock moves.
 */
export class Sync {
  readonly entries: Entries;
  readonly #options: SyncOptions;
  readonly #hints = new Hints();
  readonly #reads = new Reads();
  readonly #comparison: Comparison;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #nudge: () => void = () => undefined;
  #waiting: { readonly done: () => void; until: number | null }[] = [];
  #closed = false;

  constructor(options: SyncOptions) {
    this.#options = options;
    this.entries = new Entries(options.keeper);
    this.#comparison = new Comparison({
      ...options,
      entries: this.entries,
      reads: this.#reads,
      hint: (path, afterMs) => this.hint(path, afterMs),
      onLost: (lost) => {
        if (lost) this.#hints.clear();
        options.onLost(lost);
      },
      isClosed: () => this.#closed,
    });
  }

  /** Takes over what was known when the library was last open. Before all else. */
  load(entries: readonly Entry[]): void {
    this.entries.load(entries);
    this.#comparison.wasOn(entries.find(({ stamp }) => stamp)?.stamp?.device ?? null);
  }

  get progress(): Progress | undefined {
    const progress = this.#reads.progress;
    if (progress || this.#comparison.looked || this.entries.size > 0) return progress;
    return { done: 0, total: 0 };
  }

  /** Milliseconds that the last look at the whole folder took. */
  get lookMs(): number {
    return this.#comparison.lookMs;
  }

  get paused(): boolean {
    return this.#reads.paused;
  }

  /** While paused no file begins to be read, but those that somebody waits for. */
  pause(paused: boolean): void {
    this.#reads.paused = paused;
    this.#options.onChange();
    this.#wake();
  }

  /** Nothing is to be done at present. */
  get idle(): boolean {
    return this.#running === null && this.#reads.size === 0 && this.#hints.size === 0;
  }

  /** Something may have changed at this path or under it. */
  hint(path: string, afterMs = 0): void {
    this.#hints.add(path, performance.now() + afterMs);
    this.#wake();
  }

  /** Reads all files again, in the background: what was kept of them is lost. */
  readAllAgain(): void {
    this.#comparison.doubtAll();
    this.hint('');
  }

  /**
   * Resolves when everything hinted at is known, files that are being written all the time excepted, and in a
   * pause those that are to be read after it.
   */
  async settled(): Promise<void> {
    if (this.#closed) return;
    await new Promise<void>((done) => {
      this.#waiting.push({ done, until: null });
      this.#wake();
    });
  }

  /** Reads files of this size first that are still to be read, so that a copy of one of them is known as such. */
  async readAllOfSize(size: number): Promise<void> {
    const read = this.#reads.urgently(this.#reads.ofSize(size));
    this.#wake();
    await read;
  }

  async isThere(path: string): Promise<boolean> {
    return (await this.#stampAt(path)) !== null;
  }

  /** Takes in a file that was just written here. */
  async adopt(path: string, read: ReadArticle): Promise<void> {
    const stamp = await this.#stampAt(path);
    this.#comparison.forget(path);
    if (this.#closed) return;
    this.#enter({ path, stamp, hash: read.hash, result: { record: read.record } }, read);
    this.#options.onChange();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#reads.clear();
    this.#nudge();
    await this.#running;
    this.#release(true);
  }

  #wake(): void {
    if (this.#closed) return;
    if (this.#running) {
      this.#nudge();
      return;
    }
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const wait = this.#reads.ready || this.#waiting.length > 0 ? 0 : this.#hints.next() - performance.now();
    if (wait === Infinity) return;
    this.#timer = setTimeout(() => this.#start(), Math.max(0, Math.min(wait, 1000)));
  }

  #start(): void {
    this.#timer = null;
    this.#running = this.#work().finally(() => {
      this.#running = null;
      if (this.#waiting.length > 0 && this.#hints.size > 0) {
        const soon = Math.max(5, this.#hints.next() - performance.now());
        if (!this.#closed) this.#timer = setTimeout(() => this.#start(), soon);
      } else this.#wake();
    });
  }

  async #work(): Promise<void> {
    while (!this.#closed) {
      this.#readOn();
      const finished = this.#reads.takeFinished();
      if (finished) {
        await this.#finish(finished);
        continue;
      }
      const due = this.#hints.take(performance.now());
      if (due.length > 0) {
        await this.#comparison.look(due);
        if (due.includes('')) this.#hints.spare(performance.now() + SPARING * this.#comparison.lookMs);
        this.#options.onChange();
        continue;
      }
      if (this.#reads.inHand === 0) break;
      await this.#nudged();
    }
    this.#release(false);
  }

  /** Resolves when there is something to do: a file was read, or something was asked for, or a hint is due. */
  #nudged(): Promise<void> {
    return new Promise((resolve) => {
      const wait = Math.max(0, Math.min(this.#hints.next() - performance.now(), 1000));
      const timer = setTimeout(resolve, wait);
      this.#nudge = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #release(all: boolean): void {
    const now = performance.now();
    const patience = 10 * this.#options.settleMs + 100;
    this.#waiting = this.#waiting.filter((each) => {
      each.until ??= now + patience;
      if (!all && this.#hints.size > 0 && now < each.until) return true;
      each.done();
      return false;
    });
  }

  async #stampAt(path: string): Promise<Stamp | null> {
    try {
      return stampOf(await lstat(join(this.#options.root, path)));
    } catch {
      return null;
    }
  }

  #readOn(): void {
    const { root, reader } = this.#options;
    const begin = () =>
      this.#reads.begin(
        (path) => this.entries.get(path),
        ({ path, stamp, before }) => {
          const again = this.#comparison.takeDoubt(path);
          return readFile(reader, root, path, stamp, again ? null : knownHashOf(before));
        },
        () => this.#nudge(),
      );
    while (this.#reads.inHand < reader.atOnce && begin());
  }

  async #finish({ path, stamp, before, began, output }: Finished): Promise<void> {
    this.#reads.drop(path);
    const unsure = unsureFor(stamp, began);
    if (unsure > 0) this.#comparison.lookAgain(path, unsure + 1);
    if (output.kind === 'missing' || output.kind === 'unsettled') {
      this.hint(path, this.#options.settleMs);
    } else if (this.entries.get(path) === before) {
      const entry = entryOf(path, stamp, output, before);
      await this.#take(entry, before, output.kind === 'read' ? output : null);
    }
    this.#options.onChange();
  }

  async #take(entry: Entry, before: Entry | undefined, read: ReadArticle | null): Promise<void> {
    const { path, hash } = entry;
    const moved: string[] = [];
    if (hash !== null) {
      for (const other of this.entries.withHash(hash).slice(0, MOST_TWINS)) {
        if (other.path !== path && (await this.#hasMoved(other, entry))) moved.push(other.path);
      }
    }
    if (this.#closed || this.entries.get(path) !== before) return;
    for (const old of moved) {
      this.#comparison.forget(old);
      this.entries.drop(old);
    }
    this.#enter(entry, read);
  }

  #enter(entry: Entry, read: ReadArticle | null): void {
    if (read) this.#options.onRead(articleIdOf(entry.path), entry.path, read);
    this.entries.put(entry);
    this.#comparison.hintFreed();
  }

  /** Whether an entry is the same file as another under its former name; names may differ in case only. */
  async #hasMoved(former: Entry, { path, stamp }: Entry): Promise<boolean> {
    const there = await this.#stampAt(former.path);
    if (there === null)
      return (await goneAmong(this.#options.root, [former.path]))?.has(former.path) === true;
    const sameFile = there.inode === stamp?.inode && there.device === stamp.device;
    return sameFile && former.path !== path && former.path.toLowerCase() === path.toLowerCase();
  }
}

import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleId, Progress } from '../../api/index.ts';
import { articleIdOf } from '../documents/ids.ts';
import { kindOf } from '../documents/kinds.ts';
import type { ReadOutput } from '../pool/jobs.ts';
import { Entries, type Entry, type EntryKeeper } from './entries.ts';
import { Hints } from './hints.ts';
import { removeLeftover } from './leftovers.ts';
import { failureAbove, goneAmong, Missing } from './missing.ts';
import { entryOf, knownHashOf, readFile } from './reading.ts';
import type { Reader } from './reader.ts';
import { Reads, type Finished } from './reads.ts';
import { recordAt } from './relocate.ts';
import { Settling, unsureFor } from './settling.ts';
import { fileKey, findFiles, FolderLost, sameStamp, stampOf, type Found, type Stamp } from './walk.ts';

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

/** Other files of one content that are looked for under their names, when one that is the same comes. */
const MOST_TWINS = 20;

function scopesOf(scopes: readonly string[]): (path: string) => boolean {
  if (scopes.includes('')) return () => true;
  const all = new Set(scopes);
  return (path) => {
    if (all.has(path)) return true;
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (all.has(path.slice(0, slash))) return true;
    }
    return false;
  };
}

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
  readonly #settling: Settling;
  readonly #missing: Missing;
  /** Paths whose state may tell too little: to be read again once, or (true) to be made sense of again, too. */
  readonly #unsure = new Map<string, boolean>();
  #device: number | null = null;
  #lookMs = 0;
  /** Whether the whole folder was looked at: until then an empty library may only be an unknown one. */
  #looked = false;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #nudge: () => void = () => undefined;
  #waiting: { readonly done: () => void; until: number | null }[] = [];
  #closed = false;

  constructor(options: SyncOptions) {
    this.#options = options;
    this.entries = new Entries(options.keeper);
    this.#settling = new Settling(options.settleMs);
    this.#missing = new Missing(this.entries);
  }

  /** Takes over what was known when the library was last open. Before all else. */
  load(entries: readonly Entry[]): void {
    this.entries.load(entries);
    this.#device = entries.find(({ stamp }) => stamp)?.stamp?.device ?? null;
  }

  get progress(): Progress | undefined {
    const progress = this.#reads.progress;
    if (progress || this.#looked || this.entries.size > 0) return progress;
    return { done: 0, total: 0 };
  }

  /** Milliseconds that the last look at the whole folder took. */
  get lookMs(): number {
    return this.#lookMs;
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
    for (const { path, stamp, result } of this.entries.all()) {
      if (stamp && 'record' in result) this.#unsure.set(path, true);
    }
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
    this.#forget(path);
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
        await this.#look(due);
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

  /** Compares some paths with what is known of them. */
  async #look(scopes: readonly string[]): Promise<void> {
    let found: Map<string, Found>;
    const began = performance.now();
    try {
      found = await findFiles(this.#options.root, scopes, (left) => void removeLeftover(left));
      if (scopes.includes('')) {
        await this.#sameDisk(found.size);
        this.#lookMs = performance.now() - began;
        this.#options.onLost(false);
      }
    } catch (thrown) {
      if (!(thrown instanceof FolderLost)) throw thrown;
      this.#lost();
      return;
    }
    if (this.#closed) return;
    const candidates = this.#findMissing(scopes, found);
    for (const [path, state] of found) {
      this.#missing.forget(path);
      if ('failure' in state) this.#putFailure(path, state);
    }
    for (const [path, state] of found) if ('stamp' in state) this.#consider(path, state.stamp);
    await this.#dropGone(candidates, found);
    if (scopes.includes('')) this.#looked = true;
    this.#options.onChange();
  }

  /** A disk that was taken out leaves an empty folder of another disk in its place. */
  async #sameDisk(found: number): Promise<void> {
    try {
      const { dev } = await lstat(this.#options.root);
      if (this.#device !== null && dev !== this.#device && found === 0 && this.entries.size > 0) {
        throw new FolderLost('Another disk is in the place of the folder.');
      }
      this.#device = dev;
    } catch (thrown) {
      if (thrown instanceof FolderLost) throw thrown;
      throw new FolderLost('The folder is gone.', { cause: thrown });
    }
  }

  #lost(): void {
    this.#looked = true;
    this.#hints.clear();
    this.#reads.clear();
    this.#missing.clear();
    this.#settling.clear();
    this.#options.onLost(true);
  }

  #putFailure(path: string, { failure }: Extract<Found, { failure: unknown }>): void {
    this.#forget(path);
    const known = this.entries.get(path)?.result;
    if (
      known &&
      'failure' in known &&
      known.failure.code === failure.code &&
      known.failure.message === failure.message
    ) {
      return;
    }
    this.entries.put({ path, stamp: null, hash: null, result: { failure } });
  }

  #consider(path: string, stamp: Stamp): void {
    const known = this.entries.get(path);
    const passing = known?.passing === true;
    const same = known !== undefined && sameStamp(known.stamp, stamp);
    if (same && !passing && !this.#unsure.has(path)) {
      this.#forget(path);
      return;
    }
    if (!known && this.#tookNewName(path, stamp)) return;
    if (this.#settling.isSettled(path, stamp, () => this.#missing.formerOf(stamp) !== undefined)) {
      this.#reads.want(path, stamp, same);
    } else {
      this.#reads.drop(path);
      this.hint(path, this.#options.settleMs);
    }
  }

  /** Whether a file that was found is one that went from another path: what is known of it holds on. */
  #tookNewName(path: string, stamp: Stamp): boolean {
    const former = this.#missing.formerOf(stamp);
    if (!former || former.hash === null || !('record' in former.result)) return false;
    if (kindOf(former.path) !== kindOf(path)) return false;
    this.#missing.found(former);
    this.#forget(former.path);
    this.#forget(path);
    const result = { record: recordAt(path, former.result.record) };
    this.entries.rename(former.path, { path, stamp, hash: former.hash, result });
    this.#lookAgain(path, 0);
    return true;
  }

  /** A file may have been written to in a way that its state does not tell: it is read once more. */
  #lookAgain(path: string, afterMs: number): void {
    this.#unsure.set(path, false);
    this.hint(path, afterMs);
  }

  #forget(path: string): void {
    this.#reads.drop(path);
    this.#settling.forget(path);
    this.#missing.forget(path);
  }

  /**
   * Notes what is known and was not found. It goes once it had time to come back, or to be found under another
   * name; those for which that time is over are returned.
   */
  #findMissing(scopes: readonly string[], found: ReadonlyMap<string, Found>): string[] {
    const isIn = scopesOf(scopes);
    const isConcerned = (path: string) => !found.has(path) && isIn(path);
    for (const path of [...this.#settling.paths(), ...this.#reads.paths()].filter(isConcerned)) {
      this.#reads.drop(path);
      this.#settling.forget(path);
    }
    const now = performance.now();
    const { settleMs } = this.#options;
    const over: string[] = [];
    for (const { path } of this.entries.all()) {
      if (!isConcerned(path)) continue;
      // The articles in a folder that the disk failed to list stay.
      if (failureAbove(path, found)?.passing) continue;
      const since = this.#missing.note(path, now);
      if (now - since < settleMs) this.hint(path, settleMs - (now - since) + 1);
      // Before it goes, the whole folder is searched for where it went.
      else if (scopes.includes('')) over.push(path);
      else this.hint('');
    }
    return over;
  }

  async #dropGone(candidates: readonly string[], found: ReadonlyMap<string, Found>): Promise<void> {
    const moving = this.#unreadFiles(found);
    const away: string[] = [];
    const asked: string[] = [];
    for (const path of candidates) {
      const entry = this.entries.get(path);
      if (!entry) continue;
      if (entry.stamp && moving.has(fileKey(entry.stamp))) this.hint('', this.#options.settleMs);
      else if (failureAbove(path, found)) away.push(path);
      else asked.push(path);
    }
    if (asked.length > 0) {
      const gone = await goneAmong(this.#options.root, asked);
      // When the folder is gone, its files are kept.
      if (!gone) {
        this.hint('');
        return;
      }
      away.push(...gone);
    }
    if (this.#closed) return;
    for (const path of away) {
      this.#forget(path);
      this.#unsure.delete(path);
      this.entries.drop(path);
    }
    this.#hintFreed();
  }

  /** Files that were found and are still to be read, whatever their names. */
  #unreadFiles(found: ReadonlyMap<string, Found>): Set<string> {
    const keys = new Set<string>();
    if (this.#missing.size === 0) return keys;
    for (const [path, state] of found) {
      if ('stamp' in state && !this.entries.get(path)) keys.add(fileKey(state.stamp));
    }
    return keys;
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
          const again = this.#unsure.get(path);
          this.#unsure.delete(path);
          return readFile(reader, root, path, stamp, again ? null : knownHashOf(before));
        },
        () => this.#nudge(),
      );
    while (this.#reads.inHand < reader.atOnce && begin());
  }

  async #finish({ path, stamp, before, began, output }: Finished): Promise<void> {
    this.#reads.drop(path);
    const unsure = unsureFor(stamp, began);
    if (unsure > 0) this.#lookAgain(path, unsure + 1);
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
      this.#forget(old);
      this.entries.drop(old);
    }
    this.#enter(entry, read);
  }

  #enter(entry: Entry, read: ReadArticle | null): void {
    if (read) this.#options.onRead(articleIdOf(entry.path), entry.path, read);
    this.entries.put(entry);
    this.#hintFreed();
  }

  #hintFreed(): void {
    for (const path of this.entries.takeFreed()) this.#lookAgain(path, 0);
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

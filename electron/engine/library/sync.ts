import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Progress } from '../../api/index.ts';
import type { ReadResult } from '../documents/read.ts';
import { Entries, type Entry } from './entries.ts';
import { Hints } from './hints.ts';
import { removeLeftover } from './leftovers.ts';
import { parse, readEntry, type ReadDocument } from './reading.ts';
import { findFiles, FolderLost, sameStamp, stampOf, type Found, type Stamp } from './walk.ts';

export interface SyncOptions {
  /** Below this folder, a real path. */
  readonly root: string;
  readonly read: ReadDocument;
  /** A file is read once it has not changed for so many milliseconds; what went missing is given as long to come back. */
  readonly settleMs: number;
  /** Articles, failures or progress changed. */
  readonly onChange: () => void;
  /** The folder was lost (true) or is there (false); told each time it was looked at as a whole. */
  readonly onLost: (lost: boolean) => void;
}

/** The same for a file under a new name, and for nothing else: renaming changes neither time nor size. */
function fileKey({ device, inode, size, modified }: Stamp): string {
  return `${device}:${inode}:${size}:${modified}`;
}

function isUnder(path: string, scope: string): boolean {
  return scope === '' || path === scope || path.startsWith(`${scope}/`);
}

/**
 * Keeps the entries equal to what is on the disk. Whoever learns that something may have changed gives a
 * hint; what is really there is then looked at, and files that changed are read one after another, the newest
 * first. Wrong and repeated hints do no harm, and a hint for the whole folder makes up for lost ones.
 */
export class Sync {
  readonly entries = new Entries();
  readonly #options: SyncOptions;
  readonly #hints = new Hints();
  /** Files to be read, and those paths by age: the newest last. */
  readonly #toRead = new Map<string, Stamp>();
  #order: string[] = [];
  readonly #seen = new Map<string, { readonly stamp: Stamp; readonly since: number }>();
  readonly #missing = new Map<string, number>();
  #device: number | null = null;
  #readSoFar = 0;
  /** Whether the whole folder was looked at: until then an empty library may only be an unknown one. */
  #looked = false;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #waiting: { readonly done: () => void; until: number | null }[] = [];
  #closed = false;

  constructor(options: SyncOptions) {
    this.#options = options;
  }

  get progress(): Progress | undefined {
    const left = this.#toRead.size;
    if (left === 0 && this.#looked) return undefined;
    return { done: this.#readSoFar, total: this.#readSoFar + left };
  }

  /** Something may have changed at this path or under it. */
  hint(path: string, afterMs = 0): void {
    this.#hints.add(path, Date.now() + afterMs);
    this.#wake();
  }

  /** Resolves when everything hinted at is known, files that are being written all the time excepted. */
  async settled(): Promise<void> {
    if (this.#closed) return;
    await new Promise<void>((done) => {
      this.#waiting.push({ done, until: null });
      this.#wake();
    });
  }

  /** Reads files of this size first that are still to be read, so that a copy of one of them is known as such. */
  async readAllOfSize(size: number): Promise<void> {
    for (const [path, stamp] of [...this.#toRead]) {
      if (stamp.size === size && this.#toRead.has(path)) await this.#readNext(path);
    }
  }

  /** The article of some bytes as if they were at a path. Never throws. */
  parse(path: string, bytes: Uint8Array): Promise<ReadResult> {
    return parse(this.#options.read, path, bytes);
  }

  async isThere(path: string): Promise<boolean> {
    return (await this.#stampAt(path)) !== null;
  }

  /** Takes in a file that was just written here. */
  async adopt(path: string, hash: string, result: ReadResult): Promise<void> {
    const stamp = await this.#stampAt(path);
    this.#forget(path);
    if (!this.#closed) this.entries.put({ path, stamp, hash, result });
    this.#options.onChange();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
    this.#release(true);
  }

  #wake(): void {
    if (this.#closed || this.#running) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const wait = this.#toRead.size > 0 || this.#waiting.length > 0 ? 0 : this.#hints.next() - Date.now();
    if (wait === Infinity) return;
    this.#timer = setTimeout(() => this.#start(), Math.max(0, Math.min(wait, 1000)));
  }

  #start(): void {
    this.#timer = null;
    this.#running = this.#work().finally(() => {
      this.#running = null;
      if (this.#waiting.length > 0 && this.#hints.size > 0) {
        const soon = Math.max(5, this.#hints.next() - Date.now());
        if (!this.#closed) this.#timer = setTimeout(() => this.#start(), soon);
      } else this.#wake();
    });
  }

  async #work(): Promise<void> {
    while (!this.#closed) {
      const due = this.#hints.take(Date.now());
      if (due.length > 0) {
        await this.#look(due);
      } else if (!(await this.#readNext())) break;
    }
    this.#release(false);
  }

  #release(all: boolean): void {
    const now = Date.now();
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
    try {
      found = await findFiles(this.#options.root, scopes, (left) => void removeLeftover(left));
      if (scopes.includes('')) {
        await this.#sameDisk(found.size);
        this.#options.onLost(false);
      }
    } catch (thrown) {
      if (!(thrown instanceof FolderLost)) throw thrown;
      this.#lost();
      return;
    }
    if (this.#closed) return;
    await this.#findMissing(scopes, found);
    for (const [path, state] of found) {
      this.#missing.delete(path);
      if ('failure' in state) this.#putFailure(path, state);
      else this.#consider(path, state.stamp);
    }
    if (scopes.includes('')) this.#looked = true;
    // Newest last, since reading takes from the end.
    this.#order = [...this.#toRead].sort(([, a], [, b]) => a.modified - b.modified).map(([path]) => path);
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
    this.#toRead.clear();
    this.#missing.clear();
    this.#seen.clear();
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
    if (known && !known.passing && sameStamp(known.stamp, stamp)) {
      this.#forget(path);
      return;
    }
    if (this.#isSettled(path, stamp)) {
      this.#seen.delete(path);
      this.#toRead.set(path, stamp);
    } else {
      this.#toRead.delete(path);
      this.hint(path, this.#options.settleMs);
    }
  }

  #isSettled(path: string, stamp: Stamp): boolean {
    const { settleMs } = this.#options;
    const now = Date.now();
    const age = now - Math.max(stamp.touched, stamp.modified);
    if (age > settleMs) return true;
    // A clock that goes wrong must not keep a file out: then it counts that nothing changed between two looks.
    const seen = this.#seen.get(path);
    if (seen && sameStamp(seen.stamp, stamp)) return now - seen.since >= settleMs;
    // Renaming touches a file without writing to it.
    for (const gone of this.#missing.keys()) {
      const before = this.entries.get(gone)?.stamp;
      if (before && fileKey(before) === fileKey(stamp)) return true;
    }
    this.#seen.set(path, { stamp, since: now });
    return false;
  }

  #forget(path: string): void {
    this.#toRead.delete(path);
    this.#seen.delete(path);
    this.#missing.delete(path);
  }

  /** What is no longer there goes once it had time to come back, or to be found under another name. */
  async #findMissing(scopes: readonly string[], found: ReadonlyMap<string, Found>): Promise<void> {
    const concerned = (path: string) => !found.has(path) && scopes.some((scope) => isUnder(path, scope));
    for (const path of [...this.#seen.keys(), ...this.#toRead.keys()].filter(concerned)) {
      this.#toRead.delete(path);
      this.#seen.delete(path);
    }
    const now = Date.now();
    const { settleMs } = this.#options;
    const moving = this.#unreadFiles(found);
    for (const { path, stamp } of this.entries.all()) {
      if (!concerned(path)) continue;
      const since = this.#missing.get(path) ?? now;
      this.#missing.set(path, since);
      if (now - since < settleMs) this.hint(path, settleMs - (now - since) + 1);
      // Before it goes, the whole folder is searched for where it went.
      else if (!scopes.includes('')) this.hint('');
      else if (stamp && moving.has(fileKey(stamp))) this.hint('', settleMs);
      else if (await this.#isGone(path)) {
        this.#forget(path);
        this.entries.drop(path);
      }
    }
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

  /** Whether a path is gone though the folder is there: when the folder is gone, its files are kept. */
  async #isGone(path: string): Promise<boolean> {
    const { root } = this.#options;
    if ((await findFiles(root, [path])).has(path)) return false;
    try {
      return (await lstat(root)).isDirectory();
    } catch {
      this.hint('');
      return false;
    }
  }

  async #stampAt(path: string): Promise<Stamp | null> {
    try {
      return stampOf(await lstat(join(this.#options.root, path)));
    } catch {
      return null;
    }
  }

  /** Reads one file that is to be read. False when there is none. */
  async #readNext(wanted?: string): Promise<boolean> {
    let path = wanted ?? this.#order.pop();
    while (path !== undefined && !this.#toRead.has(path))
      path = wanted === undefined ? this.#order.pop() : undefined;
    if (path === undefined) {
      this.#readSoFar = 0;
      return false;
    }
    const stamp = this.#toRead.get(path) as Stamp;
    const before = this.entries.get(path);
    const entry = await readEntry(this.#options, path, stamp, before);
    // Someone else may have taken the file in, or found it gone, meanwhile.
    if (this.#closed || this.#toRead.get(path) !== stamp) return true;
    this.#toRead.delete(path);
    this.#readSoFar++;
    if (!entry) this.hint(path, this.#options.settleMs);
    else if (this.entries.get(path) === before) await this.#take(entry, before);
    this.#options.onChange();
    await nextTurn();
    return true;
  }

  async #take(entry: Entry, before: Entry | undefined): Promise<void> {
    const { path, hash } = entry;
    const moved: string[] = [];
    if (hash !== null) {
      for (const other of this.entries.withHash(hash)) {
        if (other.path !== path && (await this.#hasMoved(other, entry))) moved.push(other.path);
      }
    }
    if (this.#closed || this.entries.get(path) !== before) return;
    for (const old of moved) {
      this.#forget(old);
      this.entries.drop(old);
    }
    this.entries.put(entry);
  }

  /** Whether an entry is the same file as another under its former name; names may differ in case only. */
  async #hasMoved(former: Entry, { path, stamp }: Entry): Promise<boolean> {
    const there = await this.#stampAt(former.path);
    if (there === null) return this.#isGone(former.path);
    const sameFile = there.inode === stamp?.inode && there.device === stamp.device;
    return sameFile && former.path !== path && former.path.toLowerCase() === path.toLowerCase();
  }
}

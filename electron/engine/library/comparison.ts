import { lstat } from 'node:fs/promises';
import { kindOf } from '../documents/kinds.ts';
import type { Entries } from './entries.ts';
import { removeLeftover } from './leftovers.ts';
import { failureAbove, goneAmong, Missing } from './missing.ts';
import type { Reads } from './reads.ts';
import { recordAt } from './relocate.ts';
import { Settling } from './settling.ts';
import { fileKey, findFiles, FolderLost, sameStamp, type Found, type Stamp } from './walk.ts';

export interface ComparisonOptions {
  /** The library's folder, a real path. */
  readonly root: string;
  readonly entries: Entries;
  /** Where files that differ are put to be read. */
  readonly reads: Reads;
  readonly settleMs: number;
  /** Look here again, after so many milliseconds. */
  readonly hint: (path: string, afterMs?: number) => void;
  /** The folder was lost (true) or is there (false); told each time it was looked at as a whole. */
  readonly onLost: (lost: boolean) => void;
  /** What is found after that is not wanted. */
  readonly isClosed: () => boolean;
}

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
 * Compares what is on the disk with the entries: what differs is to be read, what was renamed is known, and what
 * is gone goes once it had time to come back.
 *
 * Times are those of performance.now(), which no change of the clock moves.
 */
export class Comparison {
  readonly #options: ComparisonOptions;
  readonly #entries: Entries;
  readonly #settling: Settling;
  readonly #missing: Missing;
  /** Paths whose state may tell too little: to be read again once, or (true) to be made sense of again, too. */
  readonly #unsure = new Map<string, boolean>();
  #device: number | null = null;
  #lookMs = 0;
  #looked = false;

  constructor(options: ComparisonOptions) {
    this.#options = options;
    this.#entries = options.entries;
    this.#settling = new Settling(options.settleMs);
    this.#missing = new Missing(options.entries);
  }

  /** Whether the whole folder was looked at. */
  get looked(): boolean {
    return this.#looked;
  }

  /** Milliseconds that the last look at the whole folder took. */
  get lookMs(): number {
    return this.#lookMs;
  }

  /** On which disk the folder was when it was last open. */
  wasOn(device: number | null): void {
    this.#device = device;
  }

  /** All files are to be read again and made sense of again. */
  doubtAll(): void {
    for (const { path, stamp, result } of this.#entries.all()) {
      if (stamp && 'record' in result) this.#unsure.set(path, true);
    }
  }

  /** A file may have been written to in a way that its state does not tell: it is read once more. */
  lookAgain(path: string, afterMs: number): void {
    this.#unsure.set(path, false);
    this.#options.hint(path, afterMs);
  }

  /** Whether a file that begins to be read is to be made sense of, though it is as it was. */
  takeDoubt(path: string): boolean {
    const again = this.#unsure.get(path) === true;
    this.#unsure.delete(path);
    return again;
  }

  /** Looks again at files that failed only because of others that went. */
  hintFreed(): void {
    for (const path of this.#entries.takeFreed()) this.lookAgain(path, 0);
  }

  /** Looks at some paths and what is below them; the empty one is the whole folder. */
  async look(scopes: readonly string[]): Promise<void> {
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
    if (this.#options.isClosed()) return;
    const candidates = this.#findMissing(scopes, found);
    for (const [path, state] of found) {
      this.#missing.forget(path);
      if ('failure' in state) this.#putFailure(path, state);
    }
    for (const [path, state] of found) if ('stamp' in state) this.#consider(path, state.stamp);
    await this.#dropGone(candidates, found);
    if (scopes.includes('')) this.#looked = true;
  }

  /** A disk that was taken out leaves an empty folder of another disk in its place. */
  async #sameDisk(found: number): Promise<void> {
    try {
      const { dev } = await lstat(this.#options.root);
      if (this.#device !== null && dev !== this.#device && found === 0 && this.#entries.size > 0) {
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
    this.#options.reads.clear();
    this.#missing.clear();
    this.#settling.clear();
    this.#options.onLost(true);
  }

  #putFailure(path: string, { failure }: Extract<Found, { failure: unknown }>): void {
    this.forget(path);
    const known = this.#entries.get(path)?.result;
    if (
      known &&
      'failure' in known &&
      known.failure.code === failure.code &&
      known.failure.message === failure.message
    ) {
      return;
    }
    this.#entries.put({ path, stamp: null, hash: null, result: { failure } });
  }

  #consider(path: string, stamp: Stamp): void {
    const known = this.#entries.get(path);
    const passing = known?.passing === true;
    const same = known !== undefined && sameStamp(known.stamp, stamp);
    if (same && !passing && !this.#unsure.has(path)) {
      this.forget(path);
      return;
    }
    if (!known && this.#tookNewName(path, stamp)) return;
    if (this.#settling.isSettled(path, stamp, () => this.#missing.formerOf(stamp) !== undefined)) {
      this.#options.reads.want(path, stamp, same);
    } else {
      this.#options.reads.drop(path);
      this.#options.hint(path, this.#options.settleMs);
    }
  }

  /** Whether a file that was found is one that went from another path: what is known of it holds on. */
  #tookNewName(path: string, stamp: Stamp): boolean {
    const former = this.#missing.formerOf(stamp);
    if (!former || former.hash === null || !('record' in former.result)) return false;
    if (kindOf(former.path) !== kindOf(path)) return false;
    this.#missing.found(former);
    this.forget(former.path);
    this.forget(path);
    const result = { record: recordAt(path, former.result.record) };
    this.#entries.rename(former.path, { path, stamp, hash: former.hash, result });
    this.lookAgain(path, 0);
    return true;
  }

  /** Nothing is to become of what was seen at a path. */
  forget(path: string): void {
    this.#options.reads.drop(path);
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
    for (const path of [...this.#settling.paths(), ...this.#options.reads.paths()].filter(isConcerned)) {
      this.#options.reads.drop(path);
      this.#settling.forget(path);
    }
    const now = performance.now();
    const { settleMs } = this.#options;
    const over: string[] = [];
    for (const { path } of this.#entries.all()) {
      if (!isConcerned(path)) continue;
      // The articles in a folder that the disk failed to list stay.
      if (failureAbove(path, found)?.passing) continue;
      const since = this.#missing.note(path, now);
      if (now - since < settleMs) this.#options.hint(path, settleMs - (now - since) + 1);
      // Before it goes, the whole folder is searched for where it went.
      else if (scopes.includes('')) over.push(path);
      else this.#options.hint('');
    }
    return over;
  }

  async #dropGone(candidates: readonly string[], found: ReadonlyMap<string, Found>): Promise<void> {
    const moving = this.#unreadFiles(found);
    const away: string[] = [];
    const asked: string[] = [];
    for (const path of candidates) {
      const entry = this.#entries.get(path);
      if (!entry) continue;
      if (entry.stamp && moving.has(fileKey(entry.stamp))) this.#options.hint('', this.#options.settleMs);
      else if (failureAbove(path, found)) away.push(path);
      else asked.push(path);
    }
    if (asked.length > 0) {
      const gone = await goneAmong(this.#options.root, asked);
      // When the folder is gone, its files are kept.
      if (!gone) {
        this.#options.hint('');
        return;
      }
      away.push(...gone);
    }
    if (this.#options.isClosed()) return;
    for (const path of away) {
      this.forget(path);
      this.#unsure.delete(path);
      this.#entries.drop(path);
    }
    this.hintFreed();
  }

  /** Files that were found and are still to be read, whatever their names. */
  #unreadFiles(found: ReadonlyMap<string, Found>): Set<string> {
    const keys = new Set<string>();
    if (this.#missing.size === 0) return keys;
    for (const [path, state] of found) {
      if ('stamp' in state && !this.#entries.get(path)) keys.add(fileKey(state.stamp));
    }
    return keys;
  }
}

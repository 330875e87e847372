import { sameStamp, type Stamp } from './walk.ts';

/** File systems tell times by clocks of some milliseconds; FAT by one of two seconds. */
const COARSE_MS = 20;
const VERY_COARSE_MS = 2100;

/** Milliseconds after which a look at a file tells for certain whether it was written to since; 0: it does now. */
export function unsureFor({ modified, touched }: Stamp, now = Date.now()): number {
  if (modified % 1000 === 0 && Math.abs(now - modified) < VERY_COARSE_MS) return VERY_COARSE_MS;
  return Math.abs(now - touched) < COARSE_MS ? COARSE_MS : 0;
}

/** Whether files have been left alone for long enough to be read. */
export class Settling {
  readonly #ms: number;
  /** Since when (performance.now()) files were seen in a state. */
  readonly #seen = new Map<string, { readonly stamp: Stamp; readonly since: number }>();

  constructor(ms: number) {
    this.#ms = ms;
  }

  paths(): IterableIterator<string> {
    return this.#seen.keys();
  }

  forget(path: string): void {
    this.#seen.delete(path);
  }

  clear(): void {
    this.#seen.clear();
  }

  /** @param renamed whether it is a file that is known under another name. */
  isSettled(path: string, stamp: Stamp, renamed: () => boolean): boolean {
    const settled = this.#judge(path, stamp, renamed);
    if (settled) this.#seen.delete(path);
    return settled;
  }

  #judge(path: string, stamp: Stamp, renamed: () => boolean): boolean {
    if (Date.now() - Math.max(stamp.touched, stamp.modified) > this.#ms) return true;
    // A clock that goes wrong must not keep a file out: then it counts that nothing changed between two looks.
    const now = performance.now();
    const seen = this.#seen.get(path);
    if (seen && sameStamp(seen.stamp, stamp)) return now - seen.since >= this.#ms;
    // Renaming touches a file without writing to it.
    if (renamed()) return true;
    this.#seen.set(path, { stamp, since: now });
    return false;
  }
}

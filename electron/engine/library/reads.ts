import type { Progress } from '../../api/index.ts';
import type { ReadOutput } from '../pool/jobs.ts';
import type { Entry } from './entries.ts';
import { Pace } from './pace.ts';
import { sameStamp, type Stamp } from './walk.ts';

interface Wanted {
  readonly stamp: Stamp;
  /** Only to make sure: not worth telling of, and after all others. */
  readonly quiet: boolean;
}

export interface Reading extends Wanted {
  readonly path: string;
  /** What was known when reading began, and when that was, in milliseconds since 1970. */
  readonly before: Entry | undefined;
  readonly began: number;
}

export interface Finished extends Reading {
  readonly output: ReadOutput;
}

/**
 * The files that are to be read: which is next (the newest, or one that somebody waits for), which are being
 * read, and how far it is. What was read waits here until it is taken.
 */
export class Reads {
  readonly #wanted = new Map<string, Wanted>();
  readonly #inHand = new Map<string, Reading>();
  readonly #finished: Finished[] = [];
  readonly #urgent = new Set<string>();
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #pace = new Pace();
  /** By how soon: the next last. Null when it must be made again. */
  #order: string[] | null = null;
  #loud = 0;
  #done = 0;
  #paused = false;

  get size(): number {
    return this.#wanted.size;
  }

  get inHand(): number {
    return this.#inHand.size;
  }

  get paused(): boolean {
    return this.#paused;
  }

  set paused(paused: boolean) {
    this.#paused = paused;
    this.#pace.restart();
  }

  /** Whether there is one that may begin. */
  get ready(): boolean {
    if (this.#urgent.size > 0) return true;
    return !this.#paused && this.#wanted.size > this.#inHand.size;
  }

  get progress(): Progress | undefined {
    const paused = this.#paused ? { paused: true } : {};
    if (this.#loud === 0 && !this.#paused) return undefined;
    const pace = this.#paused ? {} : this.#pace.tell(this.#done, this.#loud);
    return { done: this.#done, total: this.#done + this.#loud, ...pace, ...paused };
  }

  want(path: string, stamp: Stamp, quiet: boolean): void {
    const before = this.#wanted.get(path);
    // Being read, or in its turn, already.
    if (before && before.quiet === quiet && sameStamp(before.stamp, stamp)) return;
    if (before) this.#loud -= before.quiet ? 0 : 1;
    this.#wanted.set(path, { stamp, quiet });
    if (!quiet) this.#loud++;
    this.#order = null;
  }

  /** Nobody is to read this file, or what comes of it is not wanted. */
  drop(path: string): void {
    const wanted = this.#wanted.get(path);
    if (!wanted) return;
    if (!wanted.quiet) this.#loud--;
    this.#wanted.delete(path);
    this.#urgent.delete(path);
    for (const done of this.#waiting.get(path) ?? []) done();
    this.#waiting.delete(path);
    if (this.#loud === 0) this.#restart();
  }

  clear(): void {
    for (const path of [...this.#wanted.keys()]) this.drop(path);
  }

  paths(): IterableIterator<string> {
    return this.#wanted.keys();
  }

  has(path: string): boolean {
    return this.#wanted.has(path);
  }

  /** Has these read before all others, even in a pause; resolves when that is done, or they are no longer wanted. */
  async urgently(paths: readonly string[]): Promise<void> {
    await Promise.all(
      paths.map((path) => {
        if (!this.#wanted.has(path)) return undefined;
        if (!this.#inHand.has(path)) this.#urgent.add(path);
        const done = Promise.withResolvers<undefined>();
        this.#waiting.set(path, [...(this.#waiting.get(path) ?? []), () => done.resolve(undefined)]);
        return done.promise;
      }),
    );
  }

  /** Wanted files of a size, in bytes. */
  ofSize(size: number): string[] {
    return [...this.#wanted].flatMap(([path, { stamp }]) => (stamp.size === size ? [path] : []));
  }

  /** Begins the next; false where there is none. `read` may reject. */
  begin(
    before: (path: string) => Entry | undefined,
    read: (reading: Reading) => Promise<ReadOutput>,
    onFinished: () => void,
  ): boolean {
    const path = this.#next();
    const wanted = path === undefined ? undefined : this.#wanted.get(path);
    if (path === undefined || !wanted) return false;
    if (this.#inHand.size === 0) this.#pace.note(this.#done);
    const reading = { ...wanted, path, before: before(path), began: Date.now() };
    this.#inHand.set(path, reading);
    const finish = (output: ReadOutput) => {
      this.#inHand.delete(path);
      // It may have become wanted again meanwhile, in another state.
      if (this.#wanted.get(path)?.stamp !== reading.stamp) this.#order = null;
      this.#finished.push({ ...reading, output });
      onFinished();
    };
    read(reading).then(finish, () => finish(broken(reading)));
    return true;
  }

  /** What was read and is still wanted, which it then is no more. */
  takeFinished(): Finished | null {
    for (let next = this.#finished.shift(); next; next = this.#finished.shift()) {
      const wanted = this.#wanted.get(next.path);
      if (wanted?.stamp !== next.stamp) continue;
      if (!wanted.quiet) this.#done++;
      this.#pace.note(this.#done);
      return next;
    }
    return null;
  }

  #next(): string | undefined {
    for (const path of this.#urgent) {
      this.#urgent.delete(path);
      if (this.#wanted.has(path) && !this.#inHand.has(path)) return path;
    }
    if (this.#paused) return undefined;
    const order = (this.#order ??= this.#ordered());
    let path = order.pop();
    while (path !== undefined && (!this.#wanted.has(path) || this.#inHand.has(path))) path = order.pop();
    return path;
  }

  #ordered(): string[] {
    return [...this.#wanted]
      .sort(([, a], [, b]) => Number(b.quiet) - Number(a.quiet) || a.stamp.modified - b.stamp.modified)
      .map(([path]) => path);
  }

  #restart(): void {
    this.#done = 0;
    this.#pace.restart();
  }
}

/** The reader could not do its work, whatever is in the file. */
function broken({ path, stamp }: Reading): ReadOutput {
  const message = 'Synoptic could not make sense of this file.';
  return {
    kind: 'failed',
    failure: { path, code: 'unreadable', message },
    stamp,
    hash: null,
    passing: true,
  };
}

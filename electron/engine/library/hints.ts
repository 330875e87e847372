/** So many hints at once are better answered by a look at the whole folder. */
const MANY = 50;

/** Paths that are to be looked at, each at its time (milliseconds since 1970). The empty path is the whole folder. */
export class Hints {
  readonly #times = new Map<string, number>();

  get size(): number {
    return this.#times.size;
  }

  /** The earlier time counts. */
  add(path: string, at: number): void {
    this.#times.set(path, Math.min(this.#times.get(path) ?? Infinity, at));
  }

  /** The earliest time; Infinity when there is no hint. */
  next(): number {
    let next = Infinity;
    for (const at of this.#times.values()) next = Math.min(next, at);
    return next;
  }

  /** The paths whose time has come, which are hints no more. */
  take(now: number): string[] {
    const due = [...this.#times].flatMap(([path, at]) => (at <= now ? [path] : []));
    for (const path of due) this.#times.delete(path);
    return due.includes('') || due.length > MANY ? [''] : due;
  }

  clear(): void {
    this.#times.clear();
  }
}

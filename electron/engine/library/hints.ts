/** So many hints at once are better answered by a look at the whole folder. */
const MANY = 50;

/** Paths that are to be looked at, each at its time (in milliseconds, of any one clock). The empty path is the whole folder. */
export class Hints {
  readonly #times = new Map<string, number>();
  #sparingUntil = -Infinity;

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

  /** Until then many hints are taken one by one: while files keep coming, looks at the whole folder would never end. */
  spare(until: number): void {
    this.#sparingUntil = until;
  }

  /** The paths whose time has come, which are hints no more. */
  take(now: number): string[] {
    const due = [...this.#times].flatMap(([path, at]) => (at <= now ? [path] : []));
    for (const path of due) this.#times.delete(path);
    if (due.includes('')) return [''];
    if (due.length <= MANY) return due;
    if (now >= this.#sparingUntil) return [''];
    // Some at a time: what somebody waits for may be among them.
    for (const path of due.slice(MANY)) this.add(path, now);
    return due.slice(0, MANY);
  }

  clear(): void {
    this.#times.clear();
  }
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Pages of workers that have ended, which V8 keeps for others to come, go back as well. */
const THOROUGHLY = { type: 'major', execution: 'sync', flavor: 'last-resort' };

/** Collects garbage as thoroughly as can be; null where this process does not let it be asked for. */
let collect: (() => void) | null | undefined;

function collector(): (() => void) | null {
  const given = (globalThis as { gc?: (options: object) => unknown }).gc;
  if (given) return () => void given(THOROUGHLY);
  // Electron may have frozen V8's flags by now; it starts the engine with the one that is needed.
  if (process.versions['electron'] !== undefined) return null;
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as (options: object) => unknown;
  setFlagsFromString('--no-expose-gc');
  return () => void gc(THOROUGHLY);
}

/**
 * Gives back to the system what work that is done has left behind: V8 collects as it allocates, and who rests
 * allocates nothing. Takes about as many milliseconds as there are megabytes in use.
 */
export function giveMemoryBack(): void {
  if (collect === undefined) collect = collector();
  collect?.();
}

/** Does something once nothing has happened for so long. */
export class Rest {
  readonly #afterMs: number;
  readonly #work: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(afterMs: number, work: () => void) {
    this.#afterMs = afterMs;
    this.#work = work;
  }

  /** Something happened. */
  touch(): void {
    if (this.#timer) {
      this.#timer.refresh();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#work();
    }, this.#afterMs);
    // Nobody waits for it.
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

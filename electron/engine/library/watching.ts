import type { LibraryState, Notice } from '../../api/index.ts';
import { errorCode } from './failures.ts';
import type { Watch } from './watch.ts';

export interface WatchingOptions {
  readonly root: string;
  readonly watch: Watch | false;
  /** Between looks at the whole folder: while it is watched, and while it cannot be or is gone. */
  readonly rescanMs: number;
  readonly pollMs: number;
  /** After a failure of watching, when it is tried again. */
  readonly rewatchMs: number;
  /** Milliseconds that the last look at the whole folder took. */
  readonly lookMs: () => number;
  /** Something may have changed at this path or under it. */
  readonly hint: (path: string) => void;
  /** Another state, or another notice. */
  readonly onChange: () => void;
}

const LIMITED: Notice = {
  code: 'watch-limited',
  message: 'The system lets Synoptic watch no more folders, so that changes show only after a while.',
  hint: 'Close programs that watch many files. On Linux, whoever administers the computer can raise fs.inotify.max_user_watches.',
};

/** What the system answers when it has no more room for watching. */
const LIMITS: ReadonlySet<string> = new Set(['ENOSPC', 'EMFILE', 'ENFILE', 'ENOMEM']);
/** Looking takes at most one part in so many of the time. */
const SPARING = 20;

/** Sees to it that changes are noticed: by watching where that works, and by looking now and then. */
export class Watching {
  readonly #options: WatchingOptions;
  #state: LibraryState['watch'];
  #watcher: { stop: () => Promise<void> } | null = null;
  #stopping: Promise<unknown> = Promise.resolve();
  /** When it failed (performance.now()), or null. */
  #failedAt: number | null = null;
  #notice: Notice | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: WatchingOptions) {
    this.#options = options;
    this.#state = options.watch === false ? 'polling' : 'watching';
  }

  get state(): LibraryState['watch'] {
    return this.#state;
  }

  get notice(): Notice | null {
    return this.#notice;
  }

  /** The whole folder was looked at, and was there or was not. */
  looked(lost: boolean): void {
    if (this.#closed) return;
    if (lost) {
      this.#stopWatcher();
      // Where the folder went, watching it may well have failed.
      if (!this.#notice) this.#failedAt = null;
      this.#state = 'lost';
    } else {
      this.#start();
    }
    this.#options.onChange();
    this.#schedule();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#stopWatcher();
    await this.#stopping;
  }

  #stopWatcher(): void {
    const watcher = this.#watcher;
    this.#watcher = null;
    if (watcher) this.#stopping = Promise.all([this.#stopping, watcher.stop()]);
  }

  #start(): void {
    const { watch, root, hint, rewatchMs } = this.#options;
    if (this.#watcher) return;
    const mayTry = this.#failedAt === null || performance.now() - this.#failedAt >= rewatchMs;
    if (watch === false || !mayTry) {
      this.#state = 'polling';
      return;
    }
    this.#state = 'watching';
    this.#failedAt = null;
    const watcher: { stop: () => Promise<void> } = { stop: () => Promise.resolve() };
    this.#watcher = watcher;
    watcher.stop = watch(root, {
      hint,
      ready: () => {
        if (this.#watcher !== watcher) return;
        this.#notice = null;
        // What happened while the watch was being set up was told by nobody.
        hint('');
      },
      failed: (error) => this.#giveUp(watcher, error),
    });
    if (this.#failedAt !== null) void watcher.stop();
  }

  #giveUp(watcher: { stop: () => Promise<void> }, error: unknown): void {
    if (this.#watcher !== watcher) return;
    this.#failedAt = performance.now();
    this.#stopWatcher();
    if (LIMITS.has(errorCode(error))) this.#notice = LIMITED;
    if (this.#state === 'watching') this.#state = 'polling';
    this.#options.onChange();
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    const { watch, rescanMs, pollMs, lookMs, hint } = this.#options;
    if (watch === false || this.#closed) return;
    const wait = this.#state === 'watching' ? rescanMs : Math.max(pollMs, SPARING * lookMs());
    this.#timer = setTimeout(() => hint(''), wait);
  }
}

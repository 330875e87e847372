import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { Job } from './job.ts';
import type { InputOf, JobKind, OutputOf } from './jobs.ts';
import { workerEntry } from './place.ts';
import { JobQueue } from './queue.ts';
import { PoolThread } from './thread.ts';

export interface RunOptions {
  /** Milliseconds of work the job may take once it is begun, longer on a laden computer; see LIMIT_MS. */
  readonly timeoutMs?: number;
  /** Higher ones are begun first, those of one priority in the order they came. */
  readonly priority?: number;
  /** What is moved to the worker instead of being copied; never memory that others use too. */
  readonly transfer?: readonly ArrayBuffer[];
  /** Rejects with the signal's reason. A job that has been begun is ended soon. */
  readonly signal?: AbortSignal | undefined;
}

export interface PoolOptions {
  /** Workers at most. */
  readonly size?: number;
  /** Megabytes of heap above which a worker is ended; see HEAP_MB. */
  readonly heapMb?: number;
  /** Milliseconds without a job after which a worker is ended. */
  readonly idleMs?: number;
  /** What the workers run; for tests. */
  readonly entry?: URL;
}

/** Milliseconds that a job may take by default. Whole libraries are derived in one. */
const LIMIT_MS: Readonly<Record<JobKind, number>> = {
  read: 20_000,
  prepare: 20_000,
  sketch: 120_000,
  derive: 600_000,
};
/**
 * Megabytes of heap that a worker may have used. The largest files that are read, of five million characters,
 * take a third of it; garbage that is not collected yet counts.
 */
const HEAP_MB = 640;
/**
 * How much larger the heap is that V8 itself allows. It ends the worker alone where it runs out in small steps,
 * but the whole process where one piece does not fit, such as a table that doubles: so nothing should come near it.
 */
const V8_MARGIN = 3;
/** Small, because each worker has as much even when it has little to do. */
const YOUNG_MB = 16;
const IDLE_MS = 10_000;
/** Jobs of one worker, the one it is at included: it need not wait for this thread to hear of its answer. */
const AT_HAND = 2;
const CLOSE_MS = 2000;
/** After so many in a row, the jobs that waited for them fail. */
const MOST_FAILED_STARTS = 3;

/**
 * Workers that read, prepare and derive beside the engine's thread, each within limits of memory and each job
 * within a limit of time. A worker that breaks one is ended with the job it was at, and no other job notices.
 */
export class WorkerPool {
  readonly size: number;
  readonly #heapMb: number;
  readonly #idleMs: number;
  readonly #entry: URL;
  readonly #threads = new Set<PoolThread>();
  readonly #waiting = new JobQueue<Job>();
  #numbers = 0;
  #failedStarts = 0;
  #closed = false;

  constructor({
    size = Math.max(1, Math.min(4, availableParallelism())),
    heapMb = HEAP_MB,
    idleMs = IDLE_MS,
    entry = workerEntry(),
  }: PoolOptions = {}) {
    this.size = size;
    this.#heapMb = heapMb;
    this.#idleMs = idleMs;
    this.#entry = entry;
  }

  /** Workers that there are now. */
  get alive(): number {
    return this.#threads.size;
  }

  /** Starts a worker ahead of need, with what reading takes. */
  warm(): void {
    if (!this.#closed && this.#threads.size === 0) this.#spawn().warm();
  }

  /**
   * Does a job. `read` answers with a failure where the file asks too much, and never rejects for what a file
   * holds; the others reject then.
   */
  run<K extends JobKind>(kind: K, input: InputOf<K>, options: RunOptions = {}): Promise<OutputOf<K>> {
    if (this.#closed) return Promise.reject(closedError());
    const { timeoutMs = LIMIT_MS[kind], priority = 0, transfer = [], signal } = options;
    const job = new Job(this.#numbers++, kind, input, { timeoutMs, priority, transfer, signal });
    this.#waiting.add(job as unknown as Job);
    this.#giveOut();
    return job.done;
  }

  /** Ends all workers; jobs that are not done reject. Resolves when the workers are gone. */
  async close(): Promise<void> {
    this.#closed = true;
    for (let job = this.#waiting.take(); job; job = this.#waiting.take()) job.reject(closedError());
    const gone = Promise.all([...this.#threads].map((thread) => thread.close(closedError())));
    // One that waits for a disk that is gone may never end.
    const late = new AbortController();
    await Promise.race([gone, setTimeout(CLOSE_MS, null, { signal: late.signal }).catch(() => null)]);
    late.abort();
  }

  #giveOut(): void {
    if (this.#closed) return;
    for (let job = this.#next(); job; job = this.#next()) {
      const thread = this.#threadFor(job);
      if (!thread) return;
      this.#waiting.take();
      thread.give(job);
    }
  }

  /** The next job that is still wanted; it stays in the queue. */
  #next(): Job | undefined {
    while (this.#waiting.peek()?.settled) this.#waiting.take();
    return this.#waiting.peek();
  }

  #threadFor(job: Job): PoolThread | undefined {
    const threads = [...this.#threads].sort((a, b) => a.load - b.load);
    const least = threads[0];
    if (least?.load === 0) return least;
    if (threads.length < this.size) return this.#spawn();
    return threads.find((thread) => thread.takesBehind(job, AT_HAND));
  }

  #spawn(): PoolThread {
    const thread: PoolThread = new PoolThread({
      entry: this.#entry,
      resourceLimits: {
        maxOldGenerationSizeMb: V8_MARGIN * this.#heapMb,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
      mostHeap: this.#heapMb * 1024 * 1024,
      idleMs: this.#idleMs,
      onReady: () => {
        this.#failedStarts = 0;
      },
      onFree: () => this.#giveOut(),
      onEnd: (notBegun, failed) => {
        this.#threads.delete(thread);
        if (failed && !this.#closed) this.#failedStarts++;
        for (const job of notBegun) this.#again(job);
        this.#giveOut();
      },
    });
    this.#threads.add(thread);
    return thread;
  }

  /** A job whose worker ended before it was begun. */
  #again(job: Job): void {
    if (!job.repeatable || this.#failedStarts >= MOST_FAILED_STARTS) {
      job.reject(new Error('No worker could be started.'));
    } else {
      this.#waiting.add(job);
    }
  }
}

function closedError(): Error {
  return new Error('The pool of workers is closed.');
}

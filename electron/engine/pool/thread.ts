import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Ending, Job } from './job.ts';
import { watchHeap } from './heap-watch.ts';
import type { FromWorker, ToWorker } from './jobs.ts';
import { processorShare } from './processor-share.ts';

interface ThreadOptions {
  readonly entry: URL;
  readonly resourceLimits: ResourceLimits;
  /** Bytes of its heap above which a job that takes long is ended. */
  readonly mostHeap: number;
  /** Milliseconds without a job after which it ends. */
  readonly idleMs: number;
  readonly onReady: () => void;
  /** It has answered, and takes another job. */
  readonly onFree: () => void;
  /**
   * It takes no more jobs. `notBegun` were given to it and not begun.
   *
   * @param failed it could not be started.
   */
  readonly onEnd: (notBegun: readonly Job[], failed: boolean) => void;
}

const START_MS = 60_000;
/** An aborted job is let finish for so long, because a new worker costs more than most jobs. */
const ABORTED_MS = 1000;
/** Where other programs take most of the processor, a job may last so many times longer than it is to work. */
const MOST_PATIENCE = 6;
const SHARE_MS = 1000;
/** Below this share of busy time, a job that ran out of it was waiting for a disk. */
const BUSY = 0.2;

/** One worker with the jobs it has: it does the first and has the others at hand. */
export class PoolThread {
  readonly #worker: Worker;
  readonly #options: ThreadOptions;
  readonly #exited: Promise<void>;
  #jobs: Job[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stopWatching: (() => void) | undefined;
  #ready = false;
  #ended = false;
  #ending: Ending = 'death';

  constructor(options: ThreadOptions) {
    this.#options = options;
    const { entry, resourceLimits } = options;
    this.#worker = new Worker(entry, { resourceLimits, name: 'pool' });
    this.#worker.on('message', (message: FromWorker) => this.#hear(message));
    this.#worker.on('messageerror', () => this.#end('death'));
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#ending = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'death';
    });
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        resolve();
        this.#end(this.#ending);
      });
    });
    this.#limit(START_MS, () => this.#end('death'));
  }

  get load(): number {
    return this.#jobs.length;
  }

  /** Whether a job can be sent behind those it has, so that it need not wait for the next. */
  takesBehind(job: Job, most: number): boolean {
    const light = (one: Job) => one.kind === 'read' && one.repeatable;
    return this.#ready && this.#jobs.length < most && light(job) && this.#jobs.every(light);
  }

  warm(): void {
    this.#post({ kind: 'warm' });
  }

  give(job: Job): void {
    this.#jobs.push(job);
    const { number, kind, input } = job;
    job.onAborted = () => {
      if (this.#ready && this.#jobs[0] === job) this.#begin();
    };
    try {
      this.#post({ number, kind, input }, job.options.transfer);
    } catch (error) {
      // It cannot be cloned, or was transferred before.
      job.reject(error);
      this.#jobs.pop();
      return;
    }
    if (this.#ready && this.#jobs.length === 1) this.#begin();
  }

  /** Ends it, whatever it is at. Resolves when it is gone. */
  async close(reason: Error): Promise<void> {
    for (const job of this.#jobs) job.reject(reason);
    this.#end('death');
    await this.#exited;
  }

  #post(message: ToWorker, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #hear(message: FromWorker): void {
    if (this.#ended) return;
    if ('ready' in message) {
      this.#ready = true;
      this.#options.onReady();
    } else {
      const job = this.#jobs[0];
      if (job?.number !== message.number) {
        this.#end('death');
        return;
      }
      this.#jobs.shift();
      if ('error' in message) job.reject(new Error(message.error));
      else job.resolve(message.output);
    }
    if (this.#jobs.length > 0) this.#begin();
    else this.#rest();
    this.#options.onFree();
  }

  /** The first of its jobs is what it is at now. */
  #begin(): void {
    const job = this.#jobs[0];
    if (!job) return;
    this.#worker.ref();
    this.#stopWatching ??= watchHeap(this.#worker, this.#options.mostHeap, () => this.#end('memory'));
    const { performance } = this.#worker;
    const before = performance.eventLoopUtilization();
    const ms = job.settled ? ABORTED_MS : job.options.timeoutMs;
    this.#limitJob(job, ms, () => {
      const { utilization } = performance.eventLoopUtilization(before);
      if (utilization < BUSY) this.#end('waiting');
      else if (job.settled) this.#end('time');
      else void this.#endUnlessStarved(job, ms);
    });
  }

  /** A job that had the processor for as long as it may is ended; on a laden computer it is given more time. */
  async #endUnlessStarved(job: Job, ms: number): Promise<void> {
    const share = await processorShare(this.#worker, Math.min(SHARE_MS, ms));
    if (this.#jobs[0] !== job || job.settled) return;
    const more = ms * (Math.min(MOST_PATIENCE, 1 / share) - 1);
    this.#limitJob(job, more, () => this.#end('time'));
  }

  #limitJob(job: Job, ms: number, onPassed: () => void): void {
    this.#limit(ms, () => {
      // This thread may have been busy: what the worker answered meanwhile is heard first.
      setImmediate(() => {
        if (this.#jobs[0] === job) onPassed();
      });
    });
  }

  /** Nothing to do: it keeps nobody from ending the process, and ends by itself after a while. */
  #rest(): void {
    this.#unwatch();
    this.#worker.unref();
    this.#limit(this.#options.idleMs, () => this.#end('death'));
    this.#timer?.unref();
  }

  #unwatch(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  #limit(ms: number, onPassed: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(onPassed, ms);
  }

  #end(ending: Ending): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#unwatch();
    const jobs = this.#jobs;
    this.#jobs = [];
    // Not waited for: a worker that hangs in the system cannot be ended at once.
    void this.#worker.terminate();
    // One that never came to be was at nothing.
    const begun = this.#ready ? jobs.shift() : undefined;
    begun?.ended(ending);
    this.#options.onEnd(jobs, !this.#ready);
  }
}

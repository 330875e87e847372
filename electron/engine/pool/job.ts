import type { Failure } from '../../api/index.ts';
import type { InputOf, JobKind, OutputOf, ReadInput } from './jobs.ts';

/** Why a worker was ended before its job was done. */
export type Ending = 'time' | 'waiting' | 'memory' | 'death';

export interface JobOptions {
  /** Milliseconds the job may take once it is begun. */
  readonly timeoutMs: number;
  /** Higher ones are begun first. */
  readonly priority: number;
  /** What is moved to the worker instead of being copied. */
  readonly transfer: readonly ArrayBuffer[];
  readonly signal?: AbortSignal | undefined;
}

const seconds = (ms: number) => (ms === 1000 ? '1 second' : `${ms / 1000} seconds`);

const ENDED: Readonly<Record<Ending, (ms: number) => string>> = {
  time: (ms) => `Reading this file took longer than ${seconds(ms)}; it is left out.`,
  waiting: (ms) => `The disk did not give this file within ${seconds(ms)}. It is tried again by itself.`,
  memory: () => 'Reading this file took more memory than one file may have; it is left out.',
  death: () => 'Reading this file could not be finished; it is left out.',
};

const REASONS: Readonly<Record<Ending, string>> = {
  time: 'it took too long',
  waiting: 'it waited too long for the disk',
  memory: 'it took too much memory',
  death: 'its worker ended',
};

/** A job on its way: settled once, whatever happens to its worker. */
export class Job<K extends JobKind = JobKind> {
  readonly number: number;
  readonly kind: K;
  readonly input: InputOf<K>;
  readonly options: JobOptions;
  readonly done: Promise<OutputOf<K>>;
  /** Told when the caller wants it no more. */
  onAborted: () => void = () => undefined;
  #settled = false;
  #resolve: (output: OutputOf<K>) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;
  readonly #abort = () => {
    this.reject(this.options.signal?.reason);
    this.onAborted();
  };

  constructor(number: number, kind: K, input: InputOf<K>, options: JobOptions) {
    this.number = number;
    this.kind = kind;
    this.input = input;
    this.options = options;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    if (options.signal?.aborted) this.#abort();
    else options.signal?.addEventListener('abort', this.#abort, { once: true });
  }

  get priority(): number {
    return this.options.priority;
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** Whether it can be given to another worker, should the one that has it end before it is begun. */
  get repeatable(): boolean {
    return this.options.transfer.length === 0;
  }

  /** @param output what the worker for this kind gave. */
  resolve(output: unknown): void {
    if (this.#settle()) this.#resolve(output as OutputOf<K>);
  }

  reject(reason: unknown): void {
    if (this.#settle()) this.#reject(reason);
  }

  /** Its worker ended while it was at it: a file that is read is left out, anything else fails. */
  ended(ending: Ending): void {
    if (this.kind !== 'read') {
      this.reject(new Error(`A job was not finished (${this.kind}): ${REASONS[ending]}.`));
      return;
    }
    const passing = ending === 'waiting';
    const failure: Failure = {
      path: (this.input as ReadInput).path,
      code: passing ? 'unreadable' : 'too-demanding',
      message: ENDED[ending](this.options.timeoutMs),
    };
    this.resolve({ kind: 'failed', failure, stamp: null, hash: null, passing });
  }

  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    this.options.signal?.removeEventListener('abort', this.#abort);
    return true;
  }
}

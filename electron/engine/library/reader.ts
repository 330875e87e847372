import type { InputOf, OutputOf, ReadInput, ReadOutput } from '../pool/jobs.ts';

/** Reads files and bytes: a pool of workers, or whatever stands for one. Rejects only where it cannot work. */
export interface Reader {
  /** Files that it is given at one time. */
  readonly atOnce: number;
  /** `urgent`: before all that waits. */
  read(input: ReadInput, options?: { readonly urgent?: boolean }): Promise<ReadOutput>;
}

/** What a reader needs of a pool of workers. */
export interface ReadingPool {
  readonly size: number;
  run(
    kind: 'read',
    input: InputOf<'read'>,
    options?: { readonly priority?: number; readonly transfer?: readonly ArrayBuffer[] },
  ): Promise<OutputOf<'read'>>;
}

const URGENT = 10;

/** Twice as many files as workers: none of them waits for the next. */
export function poolReader(pool: ReadingPool): Reader {
  return {
    atOnce: 2 * pool.size,
    read: (input, { urgent = false } = {}) => {
      const priority = urgent ? URGENT : 0;
      if (!('bytes' in input)) return pool.run('read', input, { priority });
      // A copy of its own: the caller still needs the bytes, and may share their memory.
      const bytes = Uint8Array.from(input.bytes);
      return pool.run('read', { ...input, bytes }, { priority, transfer: [bytes.buffer] });
    },
  };
}

import type { ArticleId, Failure } from '../../api/index.ts';
import type { Derived } from '../derived/derive-library.ts';
import type { ArticleRecord } from '../library/record.ts';
import type { Stamp } from '../library/walk.ts';

/** A file of the disk, or bytes that are on none. */
export type ReadInput =
  | {
      readonly id: ArticleId;
      /** Below the library's folder, with forward slashes; as failures are to name it. */
      readonly path: string;
      readonly absolute: string;
      /** A folder's real path that the file must be in, neither as a link nor through one; null where any will do. */
      readonly within: string | null;
      /** SHA-256 in hex of the bytes that were read before: the same are not parsed again. */
      readonly knownHash: string | null;
    }
  | {
      readonly id: ArticleId;
      readonly path: string;
      /** Transfer them with a copy of their own: a Buffer's memory may be shared. */
      readonly bytes: Uint8Array;
    };

export type ReadOutput =
  | { readonly kind: 'missing' }
  /** It was written to while it was read. */
  | { readonly kind: 'unsettled' }
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      /** State of the file that was read; null where it was not read, and for bytes. */
      readonly stamp: Stamp | null;
      /** SHA-256 of the bytes, hex; null where they were not read or asked too much. */
      readonly hash: string | null;
      /** The reason may pass without the file changing. */
      readonly passing: boolean;
    }
  | { readonly kind: 'same'; readonly stamp: Stamp; readonly hash: string }
  | {
      readonly kind: 'read';
      /** null for bytes. */
      readonly stamp: Stamp | null;
      readonly hash: string;
      readonly record: ArticleRecord;
      /** The Article as JSON. */
      readonly body: string;
      /** What the search index takes of it. */
      readonly prepared: Uint8Array;
    };

/** What workers do, each kind with what it is given and what it gives. */
export interface Jobs {
  /** Never rejects for what is in the file. */
  readonly read: { readonly input: ReadInput; readonly output: ReadOutput };
  /** What the search index takes of an article whose body is at hand. */
  readonly prepare: { readonly input: { readonly body: string }; readonly output: Uint8Array };
  /** What topics, names and stories need of each article, in the order given. */
  readonly sketch: {
    readonly input: readonly { readonly body: string }[];
    readonly output: readonly Uint8Array[];
  };
  /** Topics, names and stories of a whole library. */
  readonly derive: {
    readonly input: readonly { readonly id: ArticleId; readonly sketch: Uint8Array }[];
    readonly output: Derived;
  };
}

export type JobKind = keyof Jobs;
export type InputOf<K extends JobKind> = Jobs[K]['input'];
export type OutputOf<K extends JobKind> = Jobs[K]['output'];

/** To a worker: a job, or `warm`, which is not answered: what reading needs is to be loaded. */
export type ToWorker =
  { readonly number: number; readonly kind: JobKind; readonly input: unknown } | { readonly kind: 'warm' };

/** From a worker: once that it is there, then one answer for each job, in their order. */
export type FromWorker =
  | { readonly ready: true }
  | { readonly number: number; readonly output: unknown }
  | { readonly number: number; readonly error: string };

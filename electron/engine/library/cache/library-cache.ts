import type { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../../../api/index.ts';
import { saysBusy, saysDamaged } from '../../store/sqlite.ts';
import type { Entry } from '../entries.ts';
import { cacheFileOf, openCacheFile, removeCacheFile, removeForgotten } from './cache-file.ts';
import { Pending } from './pending.ts';
import type { ContentKey } from './rows.ts';
import { Tables, type ValueTable } from './tables.ts';

/** Blocks of bytes by name, for whoever makes them. A name that is listed may still have nothing to load. */
export interface SegmentStore {
  list(): string[];
  load(name: string): Uint8Array | null;
  save(name: string, bytes: Uint8Array): void;
  remove(name: string): void;
}

export interface CacheOptions {
  /** The library's folder as a real path. */
  readonly root: string;
  /** Without one the cache is in memory, and ends with the process. */
  readonly dataFolder?: string | undefined;
  /** Which sketches the same text gives; those of other versions are not found. */
  readonly sketchVersion?: number;
  /** Told when the cache cannot be written, and (null) when it can be again. */
  readonly onNotice?: (notice: Notice | null) => void;
  /** Told that all that was kept is lost: whoever still has it may put it again. */
  readonly onLost?: () => void;
  /** For the log. */
  readonly onError?: (thrown: unknown) => void;
  /** Opens the file; for tests. */
  readonly open?: (file: string) => DatabaseSync;
}

const UNWRITABLE: Notice = {
  code: 'cache-unwritable',
  message:
    'Synoptic cannot keep what it has found out about this library, so that the next start takes longer.',
  hint: 'Make room on the disk with Synoptic’s data folder, and check that the folder may be written to.',
};

const FLUSH_MS = 200;
const FLUSH_ITEMS = 256;
/** Waiting items at most while another Synoptic holds the file. */
const MOST_WAITING = 20 * FLUSH_ITEMS;
/** Between two attempts to write where writing failed. */
const RETRY_MS = 30_000;

/**
 * What was found out about the files of one library, so that it need not be found out again: all of it can be
 * deleted at any time. It never fails: what is damaged is begun anew, what cannot be written is done without.
 * Several processes may use one file; what the last one wrote holds.
 */
export class LibraryCache {
  readonly segments: SegmentStore;
  readonly #options: CacheOptions;
  readonly #file: string;
  readonly #pending = new Pending();
  #tables: Tables | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** When writing may be tried again, by performance.now(). */
  #retryAt = 0;
  #notice: Notice | null = null;
  /** Files went or came since the last time. */
  #mayPrune = true;
  #rebuilt = 0;
  #closed = false;

  constructor(options: CacheOptions) {
    this.#options = options;
    const { dataFolder, root } = options;
    this.#file = dataFolder === undefined ? ':memory:' : cacheFileOf(dataFolder, root);
    this.segments = {
      list: () => this.#segmentNames(),
      load: (name) => this.#bytes('segment', name, this.#pending.segments.get(name)),
      save: (name, bytes) => this.#queue(this.#pending.segments, name, bytes),
      remove: (name) => this.#queue(this.#pending.segments, name, null),
    };
    try {
      this.#tables = this.#opened();
      if (this.#file !== ':memory:') removeForgotten(this.#file);
    } catch (thrown) {
      this.#unwritable(thrown);
    }
  }

  get notice(): Notice | null {
    return this.#notice;
  }

  /** What is known of the files. */
  entries(): Entry[] {
    return this.#attempt((tables) => tables.entries(), [], true);
  }

  putEntry(entry: Entry): void {
    this.#mayPrune = true;
    this.#queue(this.#pending.files, entry.path, entry);
  }

  dropEntry(path: string): void {
    this.#mayPrune = true;
    this.#queue(this.#pending.files, path, null);
  }

  /** An article as JSON, with the ids of the path that it was read at. */
  body(key: ContentKey): string | null {
    const pending = this.#pending.bodies.get(key);
    if (pending !== undefined) return pending;
    const value = this.#attempt((tables) => tables.value('body', key), null);
    return typeof value === 'string' ? value : null;
  }

  putBody(key: ContentKey, body: string): void {
    this.#queue(this.#pending.bodies, key, body);
  }

  sketch(key: ContentKey): Uint8Array | null {
    const name = key + this.#sketchEnd;
    return this.#bytes('sketch', name, this.#pending.sketches.get(name));
  }

  putSketch(key: ContentKey, sketch: Uint8Array): void {
    this.#queue(this.#pending.sketches, key + this.#sketchEnd, sketch);
  }

  /** What was kept under a name, as JSON. */
  derived(name: string): string | null {
    const pending = this.#pending.derived.get(name);
    if (pending !== undefined) return pending;
    const value = this.#attempt((tables) => tables.value('derived', name), null);
    return typeof value === 'string' ? value : null;
  }

  putDerived(name: string, json: string): void {
    this.#queue(this.#pending.derived, name, json);
  }

  /** Removes texts and sketches that no file has any more. For idle times: it takes some milliseconds a thousand. */
  prune(): void {
    this.flush();
    if (!this.#mayPrune) return;
    this.#mayPrune = false;
    this.#attempt((tables) => tables.prune(this.#sketchEnd), undefined);
  }

  /** Writes what is queued. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#pending.size === 0) return;
    if (!this.#tables || performance.now() < this.#retryAt) {
      this.#pending.clear();
      return;
    }
    try {
      this.#tables.write(this.#pending);
      this.#pending.clear();
      this.#tell(null);
    } catch (thrown) {
      if (saysBusy(thrown) && this.#pending.size < MOST_WAITING) this.#flushLater();
      else this.#failed(thrown);
    }
  }

  close(): void {
    if (this.#closed) return;
    this.flush();
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#quietly(() => this.#tables?.close());
    this.#tables = null;
  }

  get #sketchEnd(): string {
    return `.${this.#options.sketchVersion ?? 0}`;
  }

  #opened(): Tables {
    return new Tables((this.#options.open ?? openCacheFile)(this.#file));
  }

  #queue<T>(into: Map<string, T>, key: string, value: T): void {
    if (this.#closed || !this.#tables) return;
    into.set(key, value);
    if (this.#pending.size >= FLUSH_ITEMS) this.flush();
    else this.#flushLater();
  }

  #flushLater(): void {
    this.#timer ??= setTimeout(() => this.flush(), FLUSH_MS);
  }

  #segmentNames(): string[] {
    const names = new Set(this.#attempt((tables) => tables.keys('segment'), []));
    for (const [name, bytes] of this.#pending.segments) {
      if (bytes) names.add(name);
      else names.delete(name);
    }
    return [...names];
  }

  #bytes(table: ValueTable, key: string, pending: Uint8Array | null | undefined): Uint8Array | null {
    if (pending !== undefined) return pending;
    const value = this.#attempt((tables) => tables.value(table, key), null);
    return value instanceof Uint8Array ? value : null;
  }

  /** `meaning`: an error in making sense of what was read is damage, too. */
  #attempt<T>(work: (tables: Tables) => T, otherwise: T, meaning = false): T {
    if (!this.#tables) return otherwise;
    try {
      return work(this.#tables);
    } catch (thrown) {
      const senseless = meaning && thrown instanceof Error && !('errcode' in thrown);
      if (!saysBusy(thrown)) this.#failed(thrown, senseless || saysDamaged(thrown));
      return otherwise;
    }
  }

  #failed(thrown: unknown, damaged = saysDamaged(thrown)): void {
    if (damaged) this.#rebuild(thrown);
    else this.#unwritable(thrown);
  }

  #unwritable(thrown: unknown): void {
    this.#options.onError?.(thrown);
    this.#pending.clear();
    this.#retryAt = performance.now() + RETRY_MS;
    this.#tell(UNWRITABLE);
  }

  /** A disk that damages each new file is not written to any more. */
  #rebuild(thrown: unknown): void {
    this.#options.onError?.(thrown);
    this.#quietly(() => this.#tables?.close());
    this.#tables = null;
    this.#pending.clear();
    try {
      if (this.#rebuilt++ > 2) throw new Error('The cache was damaged again and again.');
      if (this.#file !== ':memory:') removeCacheFile(this.#file);
      this.#tables = this.#opened();
    } catch (cause) {
      this.#unwritable(cause);
      return;
    }
    this.#options.onLost?.();
  }

  #tell(notice: Notice | null): void {
    if (this.#notice === notice) return;
    this.#notice = notice;
    this.#options.onNotice?.(notice);
  }

  #quietly(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      this.#options.onError?.(thrown);
    }
  }
}

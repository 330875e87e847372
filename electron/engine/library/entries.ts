import type { ArticleId, Failure } from '../../api/index.ts';
import { articleIdOf } from '../documents/ids.ts';
import { Changes } from './changes.ts';
import { FailureList } from './failure-list.ts';
import { failureFor } from './failures.ts';
import type { ArticleRecord } from './record.ts';
import type { Stamp } from './walk.ts';

/** What is known of one path of the library. */
export interface Entry {
  readonly path: string;
  /** The state of the file that was read; null where there was none to read. */
  readonly stamp: Stamp | null;
  /** SHA-256 of its bytes in hex; null where they were not read. */
  readonly hash: string | null;
  readonly result: { readonly record: ArticleRecord } | { readonly failure: Failure };
  /** Reading failed for a reason that may pass without the file changing. */
  readonly passing?: boolean;
}

/** Who keeps the entries for the next start. */
export interface EntryKeeper {
  putEntry(entry: Entry): void;
  dropEntry(path: string): void;
}

/** The paths of a library with their records and failures. Every change is made in one step, without waiting. */
export class Entries {
  readonly articles = new Map<ArticleId, ArticleRecord>();
  readonly changes = new Changes(this.articles);
  readonly failures = new FailureList();
  readonly #keeper: EntryKeeper;
  readonly #byPath = new Map<string, Entry>();
  readonly #pathsByHash = new Map<string, Set<string>>();
  readonly #pathOfId = new Map<ArticleId, string>();
  /** Files that have no article only because another has their id. */
  readonly #ousted = new Map<ArticleId, Set<string>>();
  readonly #freed = new Set<string>();

  constructor(keeper: EntryKeeper) {
    this.#keeper = keeper;
  }

  get(path: string): Entry | undefined {
    return this.#byPath.get(path);
  }

  all(): IterableIterator<Entry> {
    return this.#byPath.values();
  }

  get size(): number {
    return this.#byPath.size;
  }

  pathOf(id: ArticleId): string | undefined {
    return this.#pathOfId.get(id);
  }

  /** Entries with an article of this content. */
  withHash(hash: string): Entry[] {
    const paths = this.#pathsByHash.get(hash) ?? [];
    return [...paths].flatMap((path) => this.#byPath.get(path) ?? []);
  }

  /** Takes over what was known at the last start, as told already. */
  load(entries: Iterable<Entry>): void {
    for (const entry of entries) this.#enter(entry);
    this.changes.settle();
  }

  put(entry: Entry): void {
    this.#enter(entry);
    const kept = this.#byPath.get(entry.path);
    if (kept) this.#keeper.putEntry(kept);
  }

  drop(path: string): void {
    const entry = this.#byPath.get(path);
    if (!entry) return;
    this.#unlist(entry);
    this.#byPath.delete(path);
    this.#keeper.dropEntry(path);
  }

  /** The entry of a file that had another name. */
  rename(from: string, entry: Entry): void {
    this.drop(from);
    this.put(entry);
    this.changes.moved(articleIdOf(from), articleIdOf(entry.path));
  }

  /** Paths that may have an article now, since the file that had their id has it no more. Each is given once. */
  takeFreed(): string[] {
    const freed = [...this.#freed];
    this.#freed.clear();
    return freed;
  }

  #enter(given: Entry): void {
    const { path } = given;
    const before = this.#byPath.get(path);
    // A failure that is followed by the same one never was away.
    if (before && !('failure' in before.result && 'failure' in given.result)) this.#unlist(before);
    const id = 'record' in given.result ? given.result.record.id : null;
    const owner = id === null ? undefined : this.#pathOfId.get(id);
    if (id === null || owner === undefined) {
      this.#list(given);
      return;
    }
    // Two names that differ in their Unicode form only have one id. The same one has it in whatever order they come.
    const [first, second] = path < owner ? [path, owner] : [owner, path];
    const loser = second === path ? given : (this.#byPath.get(owner) as Entry);
    if (first === path) this.#unlist(loser);
    const ousted: Entry = {
      path: second,
      stamp: loser.stamp,
      hash: null,
      result: { failure: failureFor(second, 'same-name') },
      // What keeps it out is not in the file.
      passing: true,
    };
    this.#list(ousted);
    this.#ousted.set(id, (this.#ousted.get(id) ?? new Set()).add(second));
    if (first !== path) return;
    this.#keeper.putEntry(ousted);
    this.#list(given);
  }

  #list(entry: Entry): void {
    const { path, hash, result } = entry;
    this.#byPath.set(path, entry);
    if ('failure' in result) {
      this.failures.put(result.failure);
      return;
    }
    const { id } = result.record;
    this.articles.set(id, result.record);
    this.#pathOfId.set(id, path);
    this.#freed.delete(path);
    this.changes.touch(id);
    if (hash === null) return;
    this.#pathsByHash.set(hash, (this.#pathsByHash.get(hash) ?? new Set()).add(path));
  }

  #unlist({ path, hash, result }: Entry): void {
    if ('failure' in result) {
      this.failures.drop(path);
      return;
    }
    const { id } = result.record;
    this.articles.delete(id);
    this.#pathOfId.delete(id);
    this.changes.touch(id);
    for (const ousted of this.#ousted.get(id) ?? []) this.#freed.add(ousted);
    this.#ousted.delete(id);
    if (hash === null) return;
    const paths = this.#pathsByHash.get(hash);
    paths?.delete(path);
    if (paths?.size === 0) this.#pathsByHash.delete(hash);
  }
}

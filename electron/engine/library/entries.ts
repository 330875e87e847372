import type { Article, ArticleId, Failure } from '../../api/index.ts';
import { articleIdOf } from '../documents/ids.ts';
import type { ReadResult } from '../documents/read.ts';
import { Changes } from './changes.ts';
import { failureFor } from './failures.ts';
import type { Stamp } from './walk.ts';

/** What is known of one path of the library. */
export interface Entry {
  readonly path: string;
  /** The state of the file that was read; null where there was none to read. */
  readonly stamp: Stamp | null;
  /** SHA-256 of its bytes in hex; null where they were not read. */
  readonly hash: string | null;
  readonly result: ReadResult;
  /** Reading failed for a reason that may pass without the file changing. */
  readonly passing?: boolean;
}

/** The paths of a library with their articles and failures. Every change is made in one step, without waiting. */
export class Entries {
  readonly articles = new Map<ArticleId, Article>();
  readonly changes = new Changes(this.articles);
  readonly #byPath = new Map<string, Entry>();
  readonly #pathsByHash = new Map<string, Set<string>>();
  readonly #pathOfId = new Map<ArticleId, string>();
  #failures: readonly Failure[] | null = null;

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

  /** In the order of their paths. */
  failures(): readonly Failure[] {
    this.#failures ??= [...this.#byPath.values()]
      .flatMap(({ result }) => ('failure' in result ? [result.failure] : []))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    return this.#failures;
  }

  put(given: Entry): void {
    const { path } = given;
    const id = articleIdOf(path);
    const before = this.#byPath.get(path);
    if (before) this.#unlist(before);
    const owner = this.#pathOfId.get(id);
    // Two names that differ in their Unicode form only have one id.
    const taken = 'article' in given.result && owner !== undefined && owner !== path;
    const entry = taken
      ? { ...given, hash: null, result: { failure: failureFor(path, 'same-name') } }
      : given;
    this.#byPath.set(path, entry);
    if ('article' in entry.result) {
      this.articles.set(id, entry.result.article);
      this.#pathOfId.set(id, path);
      this.changes.touch(id);
      if (entry.hash !== null) {
        const paths = this.#pathsByHash.get(entry.hash) ?? new Set();
        this.#pathsByHash.set(entry.hash, paths.add(path));
      }
    } else {
      this.#failures = null;
    }
  }

  drop(path: string): void {
    const entry = this.#byPath.get(path);
    if (!entry) return;
    this.#unlist(entry);
    this.#byPath.delete(path);
  }

  #unlist({ path, hash, result }: Entry): void {
    if ('failure' in result) {
      this.#failures = null;
      return;
    }
    const { id } = result.article;
    this.articles.delete(id);
    this.#pathOfId.delete(id);
    this.changes.touch(id);
    if (hash === null) return;
    const paths = this.#pathsByHash.get(hash);
    paths?.delete(path);
    if (paths?.size === 0) this.#pathsByHash.delete(hash);
  }
}

import { realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  SynopticError,
  type Article,
  type ArticleId,
  type Failure,
  type ImportOutcome,
  type LibraryChange,
  type LibraryState,
  type Notice,
} from '../../api/index.ts';
import { LibraryCache } from './cache/library-cache.ts';
import { contentKey, type ContentKey } from './cache/rows.ts';
import { Importer, type PastedText } from './import.ts';
import { archiveIn } from './ignored.ts';
import type { Reader } from './reader.ts';
import type { ArticleRecord } from './record.ts';
import { Sync } from './sync.ts';
import { Texts, unknownArticle } from './texts.ts';
import { isWithin } from './walk.ts';
import { watchFolder, type Watch } from './watch.ts';
import { Watching } from './watching.ts';

export interface LibraryOptions {
  readonly reader: Reader;
  /** Where the cache is kept; without one it is in memory. */
  readonly dataFolder?: string | undefined;
  /** Which sketches are kept; see {@link Library.sketchOf}. */
  readonly sketchVersion?: number;
  /** An article was read, and what was prepared of it for the search index: told before the change is. */
  readonly onRead?: (id: ArticleId, contentHash: string, prepared: Uint8Array) => void;
  /** What went wrong without anybody to tell, for the log. */
  readonly onError?: (where: string, thrown: unknown) => void;
  /** How changes are noticed between rescans; false leaves it to {@link Library.rescan}. */
  readonly watch?: Watch | false;
  /** A file is read once it has been left alone for so long. */
  readonly settleMs?: number;
  /** Changes within so long are told together. */
  readonly batchMs?: number;
  /** Between looks at the whole folder: while it is watched, and while it cannot be or is gone. */
  readonly rescanMs?: number;
  readonly pollMs?: number;
  /** After a failure of watching, when it is tried again. */
  readonly rewatchMs?: number;
}

const NO_CHANGES = { added: [], changed: [], removed: [], renamed: [] } as const;
const NO_NOTICES: readonly Notice[] = [];

const DEFAULTS = {
  dataFolder: undefined,
  sketchVersion: 0,
  onRead: () => undefined,
  onError: () => undefined,
  watch: watchFolder,
  settleMs: 200,
  batchMs: 100,
  rescanMs: 30_000,
  pollMs: 2_000,
  rewatchMs: 600_000,
} as const;

/** Between two removals of what the cache has and no file has any more. */
const PRUNE_MS = 600_000;

/**
 * A folder of articles: what is in it, kept up with the disk, and the ways into it. Files are never changed,
 * moved or deleted; imports add copies. In memory are the articles' records only; their texts are in the cache, and
 * in the files.
 */
export class Library {
  /** The folder as a real path. */
  readonly root: string;
  readonly name: string;
  /** What was found out about the files, for whoever finds out more. */
  readonly cache: LibraryCache;
  readonly #givenRoot: string;
  readonly #options: Required<LibraryOptions>;
  readonly #sync: Sync;
  readonly #texts: Texts;
  readonly #importer: Importer;
  readonly #watching: Watching;
  readonly #listeners = new Set<(change: LibraryChange) => void>();
  #version = 0;
  #deriving = false;
  #notices = NO_NOTICES;
  #batchTimer: NodeJS.Timeout | null = null;
  #prunedAt = 0;
  /** What was told last, but for the changes. */
  #told: readonly unknown[] = [];
  #closed = false;

  private constructor(givenRoot: string, root: string, options: Required<LibraryOptions>) {
    this.#givenRoot = givenRoot;
    this.root = root;
    this.name = basename(givenRoot) || givenRoot;
    this.#options = options;
    const { reader, settleMs, onRead } = options;
    this.cache = new LibraryCache({
      root,
      dataFolder: options.dataFolder,
      sketchVersion: options.sketchVersion,
      onNotice: () => this.#batch(),
      onLost: () => this.#fillCache(),
      onError: (thrown) => options.onError('cache', thrown),
    });
    this.#sync = new Sync({
      root,
      reader,
      keeper: this.cache,
      settleMs,
      onChange: () => this.#batch(),
      onRead: (id, path, { hash, body, prepared }) => {
        this.cache.putBody(contentKey(hash, path), body);
        onRead(id, hash, prepared);
      },
      onLost: (lost) => this.#watching.looked(lost),
    });
    const hint = (path: string) => this.#sync.hint(path);
    this.#watching = new Watching({
      ...options,
      root,
      hint,
      lookMs: () => this.#sync.lookMs,
      onChange: () => this.#batch(),
    });
    this.#texts = new Texts({ root, reader, entries: this.#sync.entries, cache: this.cache, hint });
    this.#importer = new Importer({ root, reader, sync: this.#sync });
    this.#sync.load(this.cache.entries());
  }

  /**
   * Opens a folder with what was known of it when it was last open, and begins to compare and read it;
   * {@link settled} tells when that is done.
   *
   * @throws {SynopticError} `library-unavailable` when it is no folder or cannot be opened.
   */
  static async open(root: string, options: LibraryOptions): Promise<Library> {
    const given = resolve(root);
    let real: string;
    try {
      real = await realpath(given);
      const isFolder = (await stat(real)).isDirectory() && archiveIn(basename(real)) === null;
      if (!isFolder) throw new Error('Not a folder.');
    } catch (cause) {
      throw new SynopticError(
        'library-unavailable',
        `The folder “${given}” cannot be opened.`,
        'Check that it exists and that you may read it, or choose another folder.',
        { cause },
      );
    }
    const library = new Library(given, real, { ...DEFAULTS, ...options });
    library.#sync.hint('');
    return library;
  }

  get articles(): ReadonlyMap<ArticleId, ArticleRecord> {
    return this.#sync.entries.articles;
  }

  /** In the order of their paths; of very many only the first. */
  get failures(): readonly Failure[] {
    return this.#sync.entries.failures.first;
  }

  /**
   * An article with its text.
   *
   * @throws {SynopticError} `unknown-article` when there is no such article, or its text is nowhere to be had.
   */
  article(id: ArticleId): Promise<Article> {
    return this.#texts.article(id);
  }

  /** The article, unless its file would have to be read for it. */
  articleAtOnce(id: ArticleId): Article | null {
    return this.#texts.articleAtOnce(id);
  }

  /** The article as JSON, unless its file would have to be read for it. */
  bodyOf(id: ArticleId): string | null {
    return this.#texts.bodyOf(id);
  }

  /** SHA-256 of the bytes of an article's file, hex; null when there is no such article. */
  hashOf(id: ArticleId): string | null {
    return this.articles.get(id)?.contentHash ?? null;
  }

  /** What was kept with {@link putSketch} of an article with the same text. */
  sketchOf(id: ArticleId): Uint8Array | null {
    const key = this.#keyOf(id);
    return key === null ? null : this.cache.sketch(key);
  }

  /** Keeps what topics, names and stories need of an article. */
  putSketch(id: ArticleId, sketch: Uint8Array): void {
    const key = this.#keyOf(id);
    if (key !== null) this.cache.putSketch(key, sketch);
  }

  /** Whether what is told of the articles together is being found out. */
  set deriving(deriving: boolean) {
    if (this.#deriving === deriving) return;
    this.#deriving = deriving;
    this.#batch();
  }

  get deriving(): boolean {
    return this.#deriving;
  }

  /** Cheap: it is asked for many times a second. */
  state(): LibraryState {
    const { progress, entries } = this.#sync;
    return {
      root: this.#givenRoot,
      name: this.name,
      version: this.#version,
      articleCount: this.articles.size,
      failures: this.failures,
      failureCount: entries.failures.size,
      notices: this.#noticesNow(),
      ...(progress ? { progress } : {}),
      watch: this.#watching.state,
      ...(this.#deriving ? { deriving: true } : {}),
    };
  }

  /** While paused no file begins to be read or imported; those under way are finished. Ends with the library. */
  pause(paused: boolean): LibraryState {
    this.#sync.pause(paused);
    this.#importer.pause(paused);
    return this.state();
  }

  /** Tells of changes, batched. The function returned stops it. */
  onChange(listener: (change: LibraryChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when everything known to have changed is read, but for what waits for the end of a pause. */
  async settled(): Promise<void> {
    await this.#sync.settled();
    this.#flush();
  }

  /** Looks at the whole folder again; resolves when the library equals it. */
  async rescan(): Promise<LibraryState> {
    this.#sync.hint('');
    await this.settled();
    return this.state();
  }

  /** Copies one file into the library, given by its bytes. */
  async importFile(file: {
    readonly relativePath: string;
    readonly bytes: Uint8Array;
  }): Promise<ImportOutcome> {
    return this.#imported(this.#importer.file(file));
  }

  /** Copies files and folders into the library, each file answered for. */
  async importPaths(paths: readonly string[]): Promise<ImportOutcome[]> {
    return this.#imported(this.#importer.paths(paths));
  }

  /** Keeps text in the library as a file of its own. */
  async importText(text: PastedText): Promise<ImportOutcome> {
    return this.#imported(this.#importer.text(text));
  }

  async #imported<T>(work: Promise<T>): Promise<T> {
    const outcome = await work;
    this.#flush();
    return outcome;
  }

  /**
   * Where an article's file is, for the system to show.
   *
   * @throws {SynopticError} `unknown-article` when there is no such article or its file left the folder.
   */
  async absolutePath(id: ArticleId): Promise<string> {
    const path = this.#sync.entries.pathOf(id);
    const real = path === undefined ? null : await realpath(join(this.root, path)).catch(() => null);
    if (real !== null && isWithin(this.root, real)) return real;
    throw unknownArticle('The file of this article is no longer in the library.');
  }

  /** Lets the file that is being imported be finished, and no other be begun. */
  stopImports(): void {
    this.#importer.stop();
  }

  /** Imports under way are finished first, unless they were stopped or wait for the end of a pause. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    if (this.#batchTimer) clearTimeout(this.#batchTimer);
    if (this.#sync.paused) this.#importer.stop();
    await Promise.all([this.#sync.close(), this.#watching.close(), this.#importer.idle()]);
    this.cache.close();
  }

  /** Tells that what is known of the articles has changed, though no file has. */
  announce(): void {
    if (!this.#closed) this.#tell(NO_CHANGES);
  }

  #keyOf(id: ArticleId): ContentKey | null {
    const record = this.articles.get(id);
    return record ? contentKey(record.contentHash, record.path) : null;
  }

  #noticesNow(): readonly Notice[] {
    const now = [this.cache.notice, this.#watching.notice].filter((notice) => notice !== null);
    const same = now.length === this.#notices.length && now.every((each, i) => each === this.#notices[i]);
    if (!same) this.#notices = now;
    return this.#notices;
  }

  /** What was kept is lost, but for what is in memory. */
  #fillCache(): void {
    for (const entry of this.#sync.entries.all()) this.cache.putEntry(entry);
    this.#sync.readAllAgain();
  }

  #batch(): void {
    if (this.#closed || this.#batchTimer) return;
    this.#batchTimer = setTimeout(() => this.#flush(), this.#options.batchMs);
  }

  #flush(): void {
    if (this.#batchTimer) clearTimeout(this.#batchTimer);
    this.#batchTimer = null;
    if (this.#closed) return;
    this.#pruneNowAndThen();
    const changes = this.#sync.entries.changes.take();
    const { progress, ...state } = this.state();
    const { done, total, paused } = progress ?? {};
    const shown = [...Object.values({ ...state, version: 0 }), done, total, paused];
    const same = shown.length === this.#told.length && shown.every((each, i) => each === this.#told[i]);
    const news = !same || Object.values(changes).some((ids) => ids.length > 0);
    this.#told = shown;
    if (news) this.#tell(changes);
  }

  #pruneNowAndThen(): void {
    if (!this.#sync.idle || performance.now() - this.#prunedAt < PRUNE_MS) return;
    this.#prunedAt = performance.now();
    this.cache.prune();
  }

  #tell(changes: Omit<LibraryChange, 'state'>): void {
    this.#version++;
    const change: LibraryChange = { state: this.state(), ...changes };
    for (const listener of this.#listeners) listener(change);
  }
}

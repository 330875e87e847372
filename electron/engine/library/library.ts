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
} from '../../api/index.ts';
import { Importer, type PastedText } from './import.ts';
import { archiveIn } from './ignored.ts';
import type { ReadDocument } from './reading.ts';
import { Sync } from './sync.ts';
import { watchFolder, type Watch } from './watch.ts';
import { isWithin } from './walk.ts';

export interface LibraryOptions {
  readonly read: ReadDocument;
  /** How changes are noticed between rescans; false leaves it to {@link Library.rescan}. */
  readonly watch?: Watch | false;
  /** A file is read once it has been left alone for so long. */
  readonly settleMs?: number;
  /** Changes within so long are told together. */
  readonly batchMs?: number;
  /** Between looks at the whole folder: while it is watched, and while it cannot be or is gone. */
  readonly rescanMs?: number;
  readonly pollMs?: number;
}

const NO_CHANGES = { added: [], changed: [], removed: [], renamed: [] } as const;

const DEFAULTS = {
  watch: watchFolder,
  settleMs: 200,
  batchMs: 100,
  rescanMs: 30_000,
  pollMs: 2_000,
} as const;

/**
 * A folder of articles: what is in it, kept up with the disk, and the ways into it. Files are never changed,
 * moved or deleted; imports add copies.
 */
export class Library {
  /** The folder as a real path. */
  readonly root: string;
  readonly name: string;
  readonly #givenRoot: string;
  readonly #options: Required<LibraryOptions>;
  readonly #sync: Sync;
  readonly #importer: Importer;
  readonly #listeners = new Set<(change: LibraryChange) => void>();
  #version = 0;
  #watchState: LibraryState['watch'];
  #watcher: { stop: () => Promise<void> } | null = null;
  #watchFailed = false;
  #batchTimer: NodeJS.Timeout | null = null;
  #rescanTimer: NodeJS.Timeout | null = null;
  #told = '';
  #closed = false;

  private constructor(givenRoot: string, root: string, options: Required<LibraryOptions>) {
    this.#givenRoot = givenRoot;
    this.root = root;
    this.name = basename(givenRoot) || givenRoot;
    this.#options = options;
    this.#watchState = options.watch === false ? 'polling' : 'watching';
    this.#sync = new Sync({
      root,
      read: options.read,
      settleMs: options.settleMs,
      onChange: () => this.#batch(),
      onLost: (lost) => this.#lost(lost),
    });
    this.#importer = new Importer({ root, sync: this.#sync });
  }

  /**
   * Opens a folder and begins to read it; {@link settled} tells when all of it is read.
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

  get articles(): ReadonlyMap<ArticleId, Article> {
    return this.#sync.entries.articles;
  }

  get failures(): readonly Failure[] {
    return this.#sync.entries.failures();
  }

  state(): LibraryState {
    const { progress } = this.#sync;
    return {
      root: this.#givenRoot,
      name: this.name,
      version: this.#version,
      articleCount: this.articles.size,
      failures: this.failures,
      ...(progress ? { progress } : {}),
      watch: this.#watchState,
    };
  }

  /** Tells of changes, batched. The function returned stops it. */
  onChange(listener: (change: LibraryChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when everything known to have changed is read. */
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
    throw new SynopticError(
      'unknown-article',
      'The file of this article is no longer in the library.',
      'It may have been moved or deleted.',
    );
  }

  /** Lets the file that is being imported be finished, and no other be begun. */
  stopImports(): void {
    this.#importer.stop();
  }

  /** Imports under way are finished first, unless they were stopped. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    for (const timer of [this.#batchTimer, this.#rescanTimer]) if (timer) clearTimeout(timer);
    await Promise.all([this.#sync.close(), this.#watcher?.stop(), this.#importer.idle()]);
  }

  /** Tells that what is known of the articles has changed, though no file has. */
  announce(): void {
    if (!this.#closed) this.#tell(NO_CHANGES);
  }

  #batch(): void {
    if (this.#closed || this.#batchTimer) return;
    this.#batchTimer = setTimeout(() => this.#flush(), this.#options.batchMs);
  }

  #flush(): void {
    if (this.#batchTimer) clearTimeout(this.#batchTimer);
    this.#batchTimer = null;
    if (this.#closed) return;
    const changes = this.#sync.entries.changes.take();
    const shown = JSON.stringify({ ...this.state(), version: 0 });
    const news = Object.values(changes).some((ids) => ids.length > 0) || shown !== this.#told;
    this.#told = shown;
    if (!news) return;
    this.#tell(changes);
  }

  #tell(changes: Omit<LibraryChange, 'state'>): void {
    this.#version++;
    const change: LibraryChange = { state: this.state(), ...changes };
    for (const listener of this.#listeners) listener(change);
  }

  #lost(lost: boolean): void {
    if (this.#closed) return;
    if (lost) {
      void this.#watcher?.stop();
      this.#watcher = null;
      this.#watchState = 'lost';
    } else {
      this.#startWatching();
    }
    this.#batch();
    this.#scheduleRescan();
  }

  #startWatching(): void {
    const { watch } = this.#options;
    if (watch === false || this.#watchFailed) this.#watchState = 'polling';
    if (watch === false || this.#watchFailed || this.#watcher) return;
    this.#watchState = 'watching';
    const watcher: { stop: () => Promise<void> } = { stop: () => Promise.resolve() };
    this.#watcher = watcher;
    watcher.stop = watch(this.root, {
      hint: (path) => this.#sync.hint(path),
      // What happened while the watch was being set up was told by nobody.
      ready: () => this.#sync.hint(''),
      failed: () => this.#giveUpWatching(watcher),
    });
    if (this.#watchFailed) void watcher.stop();
  }

  #giveUpWatching(watcher: { stop: () => Promise<void> }): void {
    if (this.#watcher !== watcher) return;
    this.#watchFailed = true;
    this.#watcher = null;
    void watcher.stop();
    if (this.#watchState === 'watching') this.#watchState = 'polling';
    this.#batch();
    this.#scheduleRescan();
  }

  #scheduleRescan(): void {
    if (this.#rescanTimer) clearTimeout(this.#rescanTimer);
    const { watch, rescanMs, pollMs } = this.#options;
    if (watch === false || this.#closed) return;
    this.#rescanTimer = setTimeout(
      () => this.#sync.hint(''),
      this.#watchState === 'watching' ? rescanMs : pollMs,
    );
  }
}

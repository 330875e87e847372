import { watch, type FSWatcher } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { kindOf } from '../documents/kinds.ts';
import { errorCode } from './failures.ts';
import { archiveIn, isIgnoredPath } from './ignored.ts';

export interface WatchListener {
  /** Something may have changed at this path below the folder (empty: the folder itself) or under it. */
  hint(path: string): void;
  /** Watching failed; nothing more is told. */
  failed(error: unknown): void;
  /** From now on changes are told. */
  ready(): void;
}

/** Starts to watch a folder; the function returned stops it. */
export type Watch = (root: string, listener: WatchListener) => () => Promise<void>;

/** Folders of one folder that are begun to be watched together. */
const AT_ONCE = 32;

/** Nothing can be watched in an archive, though Electron shows it as a folder; its own folder tells of it. */
const isUnwatched = (path: string) => isIgnoredPath(path) || archiveIn(path) !== null;

/**
 * Watches folders, not files: a library has many fewer of them. What the system tells is taken as a hint only:
 * what really is there is looked at by the library.
 */
export const watchFolder: Watch = (root, listener) =>
  process.platform === 'linux' ? watchEach(root, listener) : watchAll(root, listener);

/** Where the system itself watches what is below a folder. */
const watchAll: Watch = (root, { hint, ready, failed }) => {
  let open = true;
  const end = (error: unknown) => {
    if (open) failed(error);
    open = false;
  };
  let watcher: FSWatcher | null = null;
  try {
    watcher = watch(root, { recursive: true });
    watcher.on('error', end);
    watcher.on('change', (_event, name) => {
      const path = name === null ? '' : String(name).replaceAll('\\', '/');
      if (open && !isIgnoredPath(path)) hint(archiveIn(path) ?? path);
    });
    setImmediate(() => open && ready());
  } catch (error) {
    end(error);
  }
  return async () => {
    open = false;
    watcher?.close();
  };
};

/** Where each folder is to be watched by itself. */
const watchEach: Watch = (root, listener) => {
  const tree = new WatchedTree(root, listener);
  void tree.start();
  return async () => tree.stop();
};

class WatchedTree {
  readonly #root: string;
  readonly #listener: WatchListener;
  /** By path below the root. A folder that was moved is known by its inode. */
  readonly #folders = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  #open = true;
  /** Until all folders are watched, that will have the whole looked at. */
  #started = false;

  constructor(root: string, listener: WatchListener) {
    this.#root = root;
    this.#listener = listener;
  }

  async start(): Promise<void> {
    await this.#follow('');
    this.#started = true;
    if (this.#open) this.#listener.ready();
  }

  stop(): void {
    this.#open = false;
    for (const { watcher } of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  /** Watches what is a folder at a path, and what is below; what was watched there and is another now no more. */
  async #follow(path: string): Promise<void> {
    const stats = await lstat(join(this.#root, path)).catch(() => null);
    if (!this.#open) return;
    const known = this.#folders.get(path);
    if (!stats?.isDirectory()) {
      if (known) this.#leave(path);
      return;
    }
    if (known?.inode === stats.ino) return;
    if (known) this.#leave(path);
    if (!this.#watch(path, stats.ino)) return;
    // What came before it was watched was told by nobody, and may have folders in it.
    const children = await readdir(join(this.#root, path), { withFileTypes: true }).catch(() => []);
    const folders = children
      .filter((child) => child.isDirectory())
      .map(({ name }) => (path === '' ? name : `${path}/${name}`))
      .filter((below) => !isUnwatched(below));
    for (let from = 0; from < folders.length; from += AT_ONCE) {
      await Promise.all(folders.slice(from, from + AT_ONCE).map((below) => this.#follow(below)));
    }
    if (this.#open && this.#started) this.#listener.hint(path);
  }

  #watch(path: string, inode: number): boolean {
    try {
      const watcher = watch(join(this.#root, path));
      watcher.on('change', (event, name) => this.#happened(path, event, name === null ? null : String(name)));
      watcher.on('error', (error) => this.#failed(path, error));
      this.#folders.set(path, { watcher, inode });
      return true;
    } catch (error) {
      this.#failed(path, error);
      return false;
    }
  }

  #happened(folder: string, event: string, name: string | null): void {
    if (!this.#open) return;
    // A name that is no valid Unicode is told with replacement characters.
    const path =
      name === null || name.includes('\ufffd') ? folder : folder === '' ? name : `${folder}/${name}`;
    // What a folder tells of itself has its own name, which may be that of something in it, too.
    if (name === basename(join(this.#root, folder))) {
      this.#listener.hint(folder);
      if (event === 'rename') void this.#follow(folder);
    }
    if (isIgnoredPath(path)) return;
    this.#listener.hint(path);
    const isFile = archiveIn(path) !== null || (event === 'change' && kindOf(path) !== null);
    if (!isFile && path !== folder) void this.#follow(path);
  }

  /** Leaves a folder and all below it. */
  #leave(path: string): void {
    for (const [other, { watcher }] of this.#folders) {
      if (path !== '' && other !== path && !other.startsWith(`${path}/`)) continue;
      watcher.close();
      this.#folders.delete(other);
    }
  }

  #failed(path: string, error: unknown): void {
    if (!this.#open) return;
    this.#folders.get(path)?.watcher.close();
    this.#folders.delete(path);
    // A folder that is gone, or that may not be looked into, is what the library finds out by itself.
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP'].includes(errorCode(error)) && path !== '') return;
    this.stop();
    this.#listener.failed(error);
  }
}

import { basename, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
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

/** Nothing can be watched in an archive, though Electron shows it as a folder; its own folder tells of it. */
const isUnwatched = (path: string) => isIgnoredPath(path) || archiveIn(path) !== null;

/**
 * Watches with chokidar. Its events are taken as hints only: what really is there is looked at by the library,
 * so its own waiting for writes to finish and its pairing of removals are off.
 */
export const watchFolder: Watch = (root, listener) => {
  const pathBelow = (absolute: string) => relative(root, absolute).split(sep).join('/');
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    atomic: false,
    ignored: (absolute: string) => isUnwatched(pathBelow(absolute)),
  });
  let failed = false;
  watcher.on('all', (_event, absolute) => {
    if (!failed) listener.hint(pathBelow(absolute));
  });
  // A file that is replaced just after it changed can escape chokidar; what the system said of it does not.
  watcher.on('raw', (_event, name: string | null, details) => {
    const { watchedPath } = details as { watchedPath: string };
    if (failed || !name) return;
    listener.hint(pathBelow(basename(watchedPath) === name ? watchedPath : join(watchedPath, name)));
  });
  watcher.on('ready', () => {
    if (!failed) listener.ready();
  });
  watcher.on('error', (error) => {
    if (failed) return;
    failed = true;
    listener.failed(error);
  });
  return () => {
    failed = true;
    return watcher.close();
  };
};

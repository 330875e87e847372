import type { BigIntStats, Stats } from 'node:fs';
import { lstat, opendir, readdir, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Failure } from '../../api/index.ts';
import { errorCode, failureFor, isMissing, mayPass, readFailure } from './failures.ts';
import { archiveIn, isIgnored, isIgnoredPath } from './ignored.ts';
import { isTemporaryName } from './leftovers.ts';

/** What tells one state of a file from another without reading it. Times are milliseconds since 1970. */
export interface Stamp {
  readonly modified: number;
  /** Changes with content, name and permissions, and cannot be set by a program. */
  readonly touched: number;
  /** When the file was made; 0 or the same as above where the disk does not say. */
  readonly born: number;
  readonly size: number;
  readonly inode: number;
  readonly device: number;
}

/** An ordinary file, or why there can be no article at this path. */
export type Found =
  | { readonly stamp: Stamp }
  | {
      readonly failure: Failure;
      /** The disk failed where it may not the next time: what was below this path may well be there still. */
      readonly passing?: boolean;
    };

export function stampOf(stats: Exclude<Stats, BigIntStats>): Stamp {
  return {
    modified: stats.mtimeMs,
    touched: stats.ctimeMs,
    born: stats.birthtimeMs,
    size: stats.size,
    inode: stats.ino,
    device: stats.dev,
  };
}

/** A disk that is taken out and put back may get another number, so that this does not count. */
export function sameStamp(a: Stamp | null, b: Stamp | null): boolean {
  if (!a || !b) return a === b;
  return a.modified === b.modified && a.touched === b.touched && a.size === b.size && a.inode === b.inode;
}

/** The same for a file under a new name, and for nothing else: renaming changes neither times but one nor size. */
export function fileKey({ device, inode, size, modified, born }: Stamp): string {
  return `${device}:${inode}:${size}:${modified}:${born}`;
}

/** Whether an absolute, real path is the folder or in it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The library's folder itself is missing or cannot be listed: nothing is known of its files. */
export class FolderLost extends Error {
  override readonly name = 'FolderLost';
}

const AT_ONCE = 32;

/** Whether a folder may be listed and what is in it be asked for; true of one that is not there. */
async function isOpen(absolute: string): Promise<boolean> {
  try {
    await (await opendir(absolute)).close();
    await lstat(`${absolute}${sep}.`);
    return true;
  } catch (thrown) {
    return isMissing(thrown);
  }
}

function unreadable(path: string, thrown: unknown): Found {
  const failure = readFailure(path, thrown);
  return mayPass(thrown) ? { failure, passing: true } : { failure };
}

/**
 * What is at some paths of the library and below them. The empty path is the whole. Links are not followed:
 * what one leads to within the library is found at its own place.
 *
 * @param root the library's folder as a real path.
 * @param paths below it, with forward slashes; those that do not exist find nothing.
 * @param onLeftover told of what may be left of imports that were cut short.
 * @throws {FolderLost}
 */
export async function findFiles(
  root: string,
  paths: readonly string[] = [''],
  onLeftover: (absolute: string) => void = () => undefined,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const absolute = (path: string) => (path === '' ? root : join(root, ...path.split('/')));

  const visitFolder = async (path: string): Promise<void> => {
    let names: string[];
    try {
      names = await readdir(absolute(path));
    } catch (thrown) {
      if (path === '') throw new FolderLost('The folder cannot be listed.', { cause: thrown });
      if (!isMissing(thrown)) found.set(path, unreadable(path, thrown));
      return;
    }
    for (const name of names) if (isTemporaryName(name)) onLeftover(join(absolute(path), name));
    const children = names
      .filter((name) => !isIgnored(name))
      .map((name) => (path === '' ? name : `${path}/${name}`));
    for (let from = 0; from < children.length; from += AT_ONCE) {
      await Promise.all(children.slice(from, from + AT_ONCE).map(visit));
    }
  };

  const visitLink = async (path: string): Promise<void> => {
    try {
      const target = await realpath(absolute(path));
      if (!isWithin(root, target)) found.set(path, { failure: failureFor(path, 'outside-link') });
      else if (isWithin(target, absolute(path))) found.set(path, { failure: failureFor(path, 'link-loop') });
    } catch (thrown) {
      const failure = isMissing(thrown) ? failureFor(path, 'dead-link') : readFailure(path, thrown);
      found.set(path, { failure });
    }
  };

  const visit = async (path: string): Promise<void> => {
    if (archiveIn(path) !== null) {
      found.set(path, { failure: failureFor(path, 'archive') });
      return;
    }
    try {
      const stats = await lstat(absolute(path));
      if (stats.isSymbolicLink()) await visitLink(path);
      else if (stats.isDirectory()) await visitFolder(path);
      else if (stats.isFile()) found.set(path, { stamp: stampOf(stats) });
      else found.set(path, { failure: failureFor(path, 'special') });
    } catch (thrown) {
      if (thrown instanceof FolderLost) throw thrown;
      // A name that is no valid Unicode is listed with replacement characters, under which nothing is found.
      if (errorCode(thrown) === 'ENOENT' && path.includes('\ufffd')) {
        found.set(path, { failure: failureFor(path, 'bad-name') });
      } else if (!isMissing(thrown)) {
        found.set(path, unreadable(path, thrown));
      }
    }
  };

  /**
   * The first folder on the way to a path beyond which is not to be looked: a link, or one that may not be listed,
   * which then stands for all that is in it.
   */
  const obstacleAbove = async (path: string): Promise<string | null> => {
    const names = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= names.length; depth++) {
      const folder = names.slice(0, depth).join('/');
      const stats = await lstat(absolute(folder)).catch(() => null);
      if (stats?.isSymbolicLink()) return folder;
      const listable = await isOpen(absolute(folder));
      if (!listable) return folder;
    }
    return null;
  };

  /** What is named like an archive cannot be asked whether it is there, but its folder can. */
  const isListed = async (path: string): Promise<boolean> => {
    const names: readonly string[] = await readdir(dirname(absolute(path))).catch(() => []);
    return names.includes(path.slice(path.lastIndexOf('/') + 1));
  };

  const visitAsked = async (path: string): Promise<void> => {
    const archive = archiveIn(path);
    const obstacle = await obstacleAbove(archive ?? path);
    if (obstacle !== null) await visit(obstacle);
    else if (archive === null) await visit(path);
    else if (await isListed(archive)) await visit(archive);
  };

  for (const path of paths) {
    if (path === '') await visitFolder('');
    else if (!isIgnoredPath(path)) await visitAsked(path);
  }
  return found;
}

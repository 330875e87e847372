const SYSTEM_NAMES: ReadonlySet<string> = new Set([
  'node_modules',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '$recycle.bin',
  'system volume information',
  '__macosx',
  'icon\r',
]);

// Owner files of office programs, swap and back-up files of editors, downloads that are not finished.
const TEMPORARY = /^~\$|^\.|~$|\.(?:swp|swo|swx|tmp|temp|part|crdownload|partial|download|bak)$/i;

/** Whether a file or folder of this name is none of the reader's: hidden, the system's, or not finished. */
export function isIgnored(name: string): boolean {
  return SYSTEM_NAMES.has(name.toLowerCase()) || TEMPORARY.test(name);
}

/**
 * The first part of a path that is called an Electron archive, with the way to it; null where none is. Electron
 * shows a valid one as a folder to every process of its own, and fails at any other file of such a name, even
 * at one that is not there. So they are known by their names alone, on every host.
 */
export function archiveIn(path: string): string | null {
  return /^.*?\.asar(?=\/|$)/is.exec(path)?.[0] ?? null;
}

/** Whether a path below the library's folder is left out, by any of its parts. */
export function isIgnoredPath(path: string): boolean {
  return path.split('/').some((name) => name !== '' && isIgnored(name));
}

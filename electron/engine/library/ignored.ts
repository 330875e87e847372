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

/** Names of what is not finished or not meant to be read, each with whose it is. */
const TEMPORARY: readonly RegExp[] = [
  // Whatever is hidden: placeholders of iCloud, temporary files of rsync, Syncthing, Nextcloud, Dropbox and GNOME.
  /^\./,
  // Owner files of office programs; what OneDrive, Syncthing on Windows and Word are about to finish.
  /^~\$|^~syncthing~|^~[^/]*\.tmp$|^~wr[dl]\d{4}/i,
  // Swap and back-up files of editors: Vim, Emacs, and macOS, which adds some letters while it saves.
  /~$|\.(?:swp|swo|swx|bak)$|^#.*#$|^4913$|\.sb-[0-9a-f]{8}-[0-9a-z]{6}$/i,
  // Downloads and transfers on their way: browsers, ownCloud, Resilio, Google Drive, Mega, Seafile and others.
  /\.(?:tmp|temp|part|crdownload|partial|download|opdownload|filepart|aria2|!sync|!ut|!qb|getxfer\.mega)$/i,
  /\.tmp\.drive(?:down|up)load$|\.(?:sf|seafile)-tmp$|\.~[0-9a-f]{4,}$/i,
];

/** Whether a file or folder of this name is none of the reader's: hidden, the system's, or not finished. */
export function isIgnored(name: string): boolean {
  return SYSTEM_NAMES.has(name.toLowerCase()) || TEMPORARY.some((pattern) => pattern.test(name));
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

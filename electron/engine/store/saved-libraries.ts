import { statSync, type BigIntStats } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** The libraries in the file, each by a number of its own. `root` is always a folder's real path. */

/** Null where nothing is kept of it under this path. */
export function libraryAt(db: DatabaseSync, root: string): number | null {
  const row = db.prepare('SELECT id FROM library WHERE path = ?').get(root);
  return row ? Number(row['id']) : null;
}

/** The same, added where it is not there. */
export function keptLibrary(db: DatabaseSync, root: string): number {
  const row = db
    .prepare(
      `INSERT INTO library (path, inode) VALUES (?, ?)
       ON CONFLICT (path) DO UPDATE SET inode = excluded.inode RETURNING id`,
    )
    .get(root, inodeOf(folderAt(root)));
  return Number(row?.['id']);
}

/** What may be the same folder under another path: it has the inode of one that is not at its path any more. */
export function formerLibraries(db: DatabaseSync, root: string): number[] {
  const folder = folderAt(root);
  return db
    .prepare(`SELECT id, path FROM library WHERE (inode = ? AND path <> ?) OR path LIKE 'lost:%'`)
    .all(inodeOf(folder), root)
    .filter(({ path }) => {
      // Of a damaged file, which had lost where it was.
      if (String(path).startsWith('lost:')) return true;
      const there = folderAt(String(path));
      // A name that differs in case only may still lead to it.
      return !there || (there.ino === folder?.ino && there.dev === folder.dev);
    })
    .map(({ id }) => Number(id));
}

export function removeLibrary(db: DatabaseSync, library: number): void {
  db.prepare('DELETE FROM library WHERE id = ?').run(library);
}

function folderAt(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    // Its disk may be gone, or be nobody's to look at.
    return undefined;
  }
}

/** Some file systems number nothing. */
function inodeOf(folder: BigIntStats | undefined): string | null {
  return folder && folder.ino !== 0n ? String(folder.ino) : null;
}

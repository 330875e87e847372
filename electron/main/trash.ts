import { dialog, shell, type BrowserWindow } from 'electron';
import { lstat, mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LIMITS, SynopticError } from '../api/index.ts';

/** Bytes of trashed files that are kept at a time: those trashed first are let go of. */
const KEPT_BYTES = LIMITS.fileBytes;
/** Names tried beside one that is taken by now. */
const MOST_NAMES = 100;

interface Kept {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly accessed: Date;
  readonly modified: Date;
}

/**
 * The files that were moved to the trash since the program started, to be put back. The system's trash cannot
 * be asked for a file again, so their bytes are kept here.
 */
export class Trashed {
  /** The last one last; null for one that is not kept. */
  #files: (Kept | null)[] = [];

  /** Reads a file that is about to go. Null where it is too large, no plain file, or not to be read. */
  static async read(file: string): Promise<Kept | null> {
    try {
      const stats = await lstat(file);
      if (!stats.isFile() || stats.size > LIMITS.fileBytes) return null;
      return { file, bytes: await readFile(file), accessed: stats.atime, modified: stats.mtime };
    } catch {
      return null;
    }
  }

  add(kept: Kept | null): void {
    this.#files.push(kept);
    let bytes = 0;
    this.#files = this.#files
      .reverse()
      .map((each) => ((bytes += each?.bytes.byteLength ?? 0) > KEPT_BYTES ? null : each))
      .reverse();
  }

  /**
   * Writes the file that went last back to its place, or beside it where another file has its name now.
   *
   * @returns false when there is none, or it was not kept.
   * @throws SynopticError `write-failed`; the file can then be asked for again.
   */
  async putBack(): Promise<boolean> {
    const kept = this.#files.at(-1);
    if (!kept) {
      this.#files.pop();
      return false;
    }
    try {
      await mkdir(path.dirname(kept.file), { recursive: true });
      await utimes(await writeBeside(kept.file, kept.bytes), kept.accessed, kept.modified);
    } catch (cause) {
      throw new SynopticError(
        'write-failed',
        'The file could not be put back.',
        `It is in the ${trashName()}: put it back from there.`,
        { cause },
      );
    }
    this.#files.pop();
    return true;
  }
}

/** Writes a file that is not there yet: "a.txt", or "a (2).txt" and so on. Gives its path. */
async function writeBeside(file: string, bytes: Uint8Array): Promise<string> {
  const { dir, name, ext } = path.parse(file);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? file : path.join(dir, `${name} (${number})${ext}`);
    try {
      await writeFile(candidate, bytes, { flag: 'wx' });
      return candidate;
    } catch (thrown) {
      const isTaken = (thrown as NodeJS.ErrnoException).code === 'EEXIST';
      if (!isTaken || number >= MOST_NAMES) throw thrown;
    }
  }
}

/** What each system calls it, as in "Move to …". */
function trashName(): string {
  return process.platform === 'win32' ? 'Recycle Bin' : 'Trash';
}

/**
 * Asks, then moves a file to the system's trash. The library notices by itself.
 *
 * @returns false when the user kept it.
 * @throws SynopticError `write-failed` where the system could not.
 */
export async function askAndTrash(window: BrowserWindow, file: string, trashed: Trashed): Promise<boolean> {
  const trash = trashName();
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Move “${path.basename(file)}” to the ${trash}?`,
    detail: `The file leaves the library. You can put it back from the ${trash}.`,
    buttons: [`Move to ${trash}`, 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return false;
  const kept = await Trashed.read(file);
  try {
    await shell.trashItem(file);
  } catch (cause) {
    throw new SynopticError(
      'write-failed',
      `The file could not be moved to the ${trash}.`,
      'Its disk may have none, or another program has the file open. Use “Show in Folder” to delete it yourself.',
      { cause },
    );
  }
  trashed.add(kept);
  return true;
}

import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { LIMITS, type Failure } from '../../api/index.ts';
import { failureFor, isMissing, readFailure } from './failures.ts';
import { isWithin, sameStamp, stampOf, type Stamp } from './walk.ts';

export type FileContent =
  | { readonly bytes: Uint8Array; readonly stamp: Stamp }
  | { readonly failure: Failure; readonly stamp: Stamp | null }
  /** It was written to while it was read. */
  | { readonly unsettled: true }
  | { readonly missing: true };

// A pipe in the place of a file would block for ever. Windows has neither pipes in folders nor the flag.
const NON_BLOCKING = constants.O_NONBLOCK ?? 0;
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/** Whether what was opened lies in a folder: a folder on the way to it may have become a link meanwhile. */
async function liesWithin(folder: string, absolute: string, stamp: Stamp): Promise<boolean> {
  const real = await realpath(absolute);
  const there = stampOf(await stat(real));
  return isWithin(folder, real) && there.inode === stamp.inode && there.device === stamp.device;
}

/**
 * A file's bytes, if it is an ordinary file of at most 50 MB that nobody writes to meanwhile. Never throws.
 *
 * @param path as the failure is to name it.
 * @param within a folder's real path that the file must be in, neither as a link nor through one; null where
 *   the person named the file.
 */
export async function readFileBytes(
  absolute: string,
  path: string,
  within: string | null,
): Promise<FileContent> {
  let file;
  try {
    file = await open(absolute, constants.O_RDONLY | NON_BLOCKING | (within === null ? 0 : NO_FOLLOW));
    const before = await file.stat();
    const stamp = stampOf(before);
    if (within !== null && !(await liesWithin(within, absolute, stamp))) {
      return { failure: failureFor(path, 'outside-link'), stamp: null };
    }
    if (!before.isFile()) return { failure: failureFor(path, 'special'), stamp: null };
    if (before.size > LIMITS.fileBytes) return { failure: failureFor(path, 'too-large'), stamp };
    const bytes = await file.readFile();
    const after = stampOf(await file.stat());
    // Only what changes with the content: a reading by another program does not unsettle a file.
    return sameStamp(stamp, after) && bytes.length === after.size ? { bytes, stamp } : { unsettled: true };
  } catch (thrown) {
    return isMissing(thrown) ? { missing: true } : { failure: readFailure(path, thrown), stamp: null };
  } finally {
    await file?.close().catch(() => undefined);
  }
}

import * as fs from 'node:fs';
import { promisify } from 'node:util';
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
const NON_BLOCKING = fs.constants.O_NONBLOCK ?? 0;
const NO_FOLLOW = fs.constants.O_NOFOLLOW ?? 0;

// Without the objects and the extra steps of `fs/promises`: it is done for each file of a library.
const open = promisify(fs.open);
const close = promisify(fs.close);
const read = promisify(fs.read);
const stat = promisify(fs.stat);
const realpath = promisify(fs.realpath.native);

/** Whether what was opened lies in a folder: a folder on the way to it may have become a link meanwhile. */
async function liesWithin(folder: string, absolute: string, stamp: Stamp): Promise<boolean> {
  const real = await realpath(absolute);
  const there = stampOf(await stat(real));
  return isWithin(folder, real) && there.inode === stamp.inode && there.device === stamp.device;
}

/** The first bytes of an open file, as many as it should have; fewer where it has become shorter. */
async function contentOf(file: number, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let end = 0;
  while (end < size) {
    const { bytesRead } = await read(file, bytes, end, size - end, null);
    if (bytesRead === 0) break;
    end += bytesRead;
  }
  return bytes.subarray(0, end);
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
  let file: number | undefined;
  try {
    file = await open(absolute, fs.constants.O_RDONLY | NON_BLOCKING | (within === null ? 0 : NO_FOLLOW));
    // Of an open file this is known, so that nothing waits for the disk.
    const before = fs.fstatSync(file);
    const stamp = stampOf(before);
    if (within !== null && !(await liesWithin(within, absolute, stamp))) {
      return { failure: failureFor(path, 'outside-link'), stamp: null };
    }
    if (!before.isFile()) return { failure: failureFor(path, 'special'), stamp: null };
    if (before.size > LIMITS.fileBytes) return { failure: failureFor(path, 'too-large'), stamp };
    const bytes = await contentOf(file, before.size);
    const after = stampOf(fs.fstatSync(file));
    // Only what changes with the content: a reading by another program does not unsettle a file.
    return sameStamp(stamp, after) && bytes.length === after.size ? { bytes, stamp } : { unsettled: true };
  } catch (thrown) {
    return isMissing(thrown) ? { missing: true } : { failure: readFailure(path, thrown), stamp: null };
  } finally {
    if (file !== undefined) await close(file).catch(() => undefined);
  }
}

import { lstat, unlink } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';

/** Copies that are being written have these names: hidden, so never articles, and nobody else's. */
const LEFTOVER = /^\.synoptic-[0-9a-f]{16}\.tmp$/;
/** A copy that has not been written to for so long is written to by nobody any more. */
const LEFT_MS = 10 * 60_000;

export function temporaryName(): string {
  return `.synoptic-${randomBytes(8).toString('hex')}.tmp`;
}

export function isTemporaryName(name: string): boolean {
  return LEFTOVER.test(name);
}

/** Removes what is left of a copy whose writing was cut short: the computer stopped, or the process was killed. */
export async function removeLeftover(path: string): Promise<void> {
  try {
    const stats = await lstat(path);
    if (stats.isFile() && Date.now() - stats.mtimeMs > LEFT_MS) await unlink(path);
  } catch {
    // It harms nobody, and is found again.
  }
}

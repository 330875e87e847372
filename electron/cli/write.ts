import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SynopticError } from '../api/index.ts';

/**
 * Writes a file that the user named, replacing what was there in one step, so that a failure leaves the
 * old file whole. A link stays one: what it leads to is replaced. A device or a pipe is written to.
 *
 * @throws SynopticError `write-failed`
 */
export async function writeOutput(file: string, content: string | Uint8Array): Promise<void> {
  const named = path.resolve(file);
  const target = await realpath(named).catch(() => named);
  const fresh = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}`,
  );
  try {
    const there = await stat(target).catch(() => null);
    if (there && !there.isFile()) {
      await writeFile(target, content);
      return;
    }
    await writeFile(fresh, content, { flag: 'wx', ...(there ? { mode: there.mode } : {}) });
    await rename(fresh, target);
  } catch (cause) {
    await rm(fresh, { force: true });
    throw new SynopticError(
      'write-failed',
      `${file} could not be written.`,
      'Check that its folder exists and that you may write there.',
      { cause },
    );
  }
}

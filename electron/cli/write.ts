import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SynopticError } from '../api/index.ts';

/**
 * Writes a file that the user named, replacing what was there in one step, so that a failure leaves the
 * old file whole.
 *
 * @throws SynopticError `write-failed`
 */
export async function writeOutput(file: string, content: string | Uint8Array): Promise<void> {
  const target = path.resolve(file);
  const fresh = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}`,
  );
  try {
    await writeFile(fresh, content, { flag: 'wx' });
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

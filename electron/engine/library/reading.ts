import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { LIMITS } from '../../api/index.ts';
import { articleIdOf } from '../documents/ids.ts';
import { kindOf, unsupportedMessage } from '../documents/kinds.ts';
import type { ReadOutput } from '../pool/jobs.ts';
import type { Entry } from './entries.ts';
import { failureFor } from './failures.ts';
import type { Reader } from './reader.ts';
import type { Stamp } from './walk.ts';

/** SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The hash by which a file is known to be as it was read; null where it is to be made sense of again. */
export function knownHashOf(entry: Entry | undefined): string | null {
  return entry && !entry.passing ? entry.hash : null;
}

/**
 * A file of the library, as it is now. The content of files that are too large or of a type that is not read
 * stays on the disk.
 */
export async function readFile(
  reader: Reader,
  root: string,
  path: string,
  stamp: Stamp,
  knownHash: string | null,
  urgent = false,
): Promise<ReadOutput> {
  const failed = { kind: 'failed', stamp, hash: null, passing: false } as const;
  if (kindOf(path) === null) {
    return { ...failed, failure: { path, code: 'unsupported-type', message: unsupportedMessage(path) } };
  }
  if (stamp.size > LIMITS.fileBytes) return { ...failed, failure: failureFor(path, 'too-large') };
  const absolute = join(root, path);
  return reader.read({ id: articleIdOf(path), path, absolute, within: root, knownHash }, { urgent });
}

/** The article or failure of some bytes as if they were at a path. Never rejects. */
export async function readBytes(
  reader: Reader,
  path: string,
  bytes: Uint8Array,
): Promise<Extract<ReadOutput, { kind: 'read' | 'failed' }>> {
  const message = 'Synoptic could not make sense of this file.';
  const broken = {
    kind: 'failed',
    failure: { path, code: 'unreadable', message },
    stamp: null,
    hash: null,
    passing: false,
  } as const;
  try {
    const output = await reader.read({ id: articleIdOf(path), path, bytes }, { urgent: true });
    return output.kind === 'read' || output.kind === 'failed' ? output : broken;
  } catch {
    return broken;
  }
}

/**
 * What is known of a path once it was read.
 *
 * @param stamp as it was before.
 */
export function entryOf(
  path: string,
  stamp: Stamp,
  output: Extract<ReadOutput, { kind: 'read' | 'failed' | 'same' }>,
  before: Entry | undefined,
): Entry {
  if (output.kind === 'same') {
    if (before) return { ...before, stamp: output.stamp };
    throw new Error('A file that was not known cannot be the same.');
  }
  const at = { path, stamp: output.stamp ?? stamp, hash: output.hash };
  if (output.kind === 'read') return { ...at, result: { record: output.record } };
  const failed = { ...at, result: { failure: output.failure } };
  return output.passing ? { ...failed, passing: true } : failed;
}

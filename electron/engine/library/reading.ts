import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { LIMITS, type ArticleId } from '../../api/index.ts';
import { articleIdOf } from '../documents/ids.ts';
import { READABLE_EXTENSIONS, type ReadResult } from '../documents/read.ts';
import type { Entry } from './entries.ts';
import { failureFor } from './failures.ts';
import { readFileBytes } from './read-file.ts';
import type { Stamp } from './walk.ts';

/** Makes an article of a file's bytes. */
export type ReadDocument = (input: {
  readonly id: ArticleId;
  readonly path: string;
  readonly bytes: Uint8Array;
}) => Promise<ReadResult>;

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isReadable(path: string): boolean {
  return READABLE_EXTENSIONS.some((extension) => path.toLowerCase().endsWith(extension));
}

/** The article of some bytes as if they were at a path. Never throws: one file must not stop the others. */
export async function parse(read: ReadDocument, path: string, bytes: Uint8Array): Promise<ReadResult> {
  try {
    return await read({ id: articleIdOf(path), path, bytes });
  } catch {
    return { failure: { path, code: 'unreadable', message: 'Synoptic could not make sense of this file.' } };
  }
}

/**
 * What is to be known of a file of the library, as it is now. The content of files that are too large or of a
 * type that is not read stays on the disk.
 *
 * @param before what was known of it; kept where its bytes are the same.
 * @returns null when the file changed or vanished while it was read.
 */
export async function readEntry(
  { root, read }: { readonly root: string; readonly read: ReadDocument },
  path: string,
  stamp: Stamp,
  before: Entry | undefined,
): Promise<Entry | null> {
  if (!isReadable(path)) {
    return { path, stamp, hash: null, result: await parse(read, path, new Uint8Array()) };
  }
  if (stamp.size > LIMITS.fileBytes) {
    return { path, stamp, hash: null, result: { failure: failureFor(path, 'too-large') } };
  }
  const content = await readFileBytes(join(root, path), path, root);
  if ('unsettled' in content || 'missing' in content) return null;
  if ('failure' in content) {
    return { path, stamp, hash: null, result: { failure: content.failure }, passing: true };
  }
  const hash = hashOf(content.bytes);
  if (before?.hash === hash) return { ...before, stamp: content.stamp };
  return { path, stamp: content.stamp, hash, result: await parse(read, path, content.bytes) };
}

import { hash as digest } from 'node:crypto';
import { READABLE_EXTENSIONS, readDocument } from '../documents/read.ts';
import { readFileBytes, type FileContent } from '../library/read-file.ts';
import { recordOf } from '../library/record.ts';
import type { Stamp } from '../library/walk.ts';
import { prepareArticle } from '../search/prepare.ts';
import type { ReadInput, ReadOutput } from './jobs.ts';

/** What a disk gives of a job's file; null where it is not asked for any. Never rejects. */
export async function fetchFile(input: ReadInput): Promise<FileContent | null> {
  if ('bytes' in input) return null;
  const { path, absolute, within } = input;
  // The content of files that are not read stays on the disk.
  const isRead = READABLE_EXTENSIONS.some((extension) => path.toLowerCase().endsWith(extension));
  return isRead ? readFileBytes(absolute, path, within) : null;
}

/** A file as it was fetched, or bytes, to all that a library keeps of its article, or why there is none. */
export async function readJob(input: ReadInput, fetched: FileContent | null): Promise<ReadOutput> {
  if ('bytes' in input) return parse(input, input.bytes, null, digest('sha256', input.bytes, 'hex'));
  if (fetched === null) return parse(input, new Uint8Array(), null, null);
  if ('missing' in fetched) return { kind: 'missing' };
  if ('unsettled' in fetched) return { kind: 'unsettled' };
  if ('failure' in fetched) {
    const { failure, stamp } = fetched;
    return { kind: 'failed', failure, stamp, hash: null, passing: failure.code !== 'too-large' };
  }
  const { bytes, stamp } = fetched;
  const hash = digest('sha256', bytes, 'hex');
  return hash === input.knownHash ? { kind: 'same', stamp, hash } : parse(input, bytes, stamp, hash);
}

async function parse(
  { id, path }: ReadInput,
  bytes: Uint8Array,
  stamp: Stamp | null,
  hash: string | null,
): Promise<ReadOutput> {
  const result = await readDocument({ id, path, bytes });
  if ('failure' in result) {
    return { kind: 'failed', failure: result.failure, stamp, hash, passing: false };
  }
  const { article } = result;
  const [record, body, prepared] = [recordOf(article), JSON.stringify(article), prepareArticle(article)];
  return { kind: 'read', stamp, hash: article.contentHash, record, body, prepared };
}

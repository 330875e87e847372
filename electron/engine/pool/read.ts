import { hash as digest } from 'node:crypto';
import { READABLE_EXTENSIONS, readDocument } from '../documents/read.ts';
import { readFileBytes } from '../library/read-file.ts';
import { recordOf } from '../library/record.ts';
import type { Stamp } from '../library/walk.ts';
import { prepareArticle } from '../search/prepare.ts';
import type { ReadInput, ReadOutput } from './jobs.ts';

/** A file, or bytes, to all that a library keeps of its article, or why there is none. */
export async function readJob(input: ReadInput): Promise<ReadOutput> {
  if ('bytes' in input) return parse(input, input.bytes, null, digest('sha256', input.bytes, 'hex'));
  const { path, absolute, within, knownHash } = input;
  // The content of files that are not read stays on the disk.
  if (!READABLE_EXTENSIONS.some((extension) => path.toLowerCase().endsWith(extension))) {
    return parse(input, new Uint8Array(), null, null);
  }
  const content = await readFileBytes(absolute, path, within);
  if ('missing' in content) return { kind: 'missing' };
  if ('unsettled' in content) return { kind: 'unsettled' };
  if ('failure' in content) {
    const { failure, stamp } = content;
    return { kind: 'failed', failure, stamp, hash: null, passing: failure.code !== 'too-large' };
  }
  const { bytes, stamp } = content;
  const hash = digest('sha256', bytes, 'hex');
  return hash === knownHash ? { kind: 'same', stamp, hash } : parse(input, bytes, stamp, hash);
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

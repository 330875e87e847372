import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { ArticleId, FailureCode } from '../../../api/index.ts';
import { kindOf } from '../../documents/kinds.ts';
import type { Entry } from '../entries.ts';
import type { ArticleRecord } from '../record.ts';
import type { Stamp } from '../walk.ts';

/** Names what reading some bytes gives, ids aside: the bytes, and as what they are read. */
export type ContentKey = string & { readonly brand?: 'ContentKey' };

export function contentKey(hash: string, path: string): ContentKey {
  return `${hash}.${kindOf(path) ?? 'other'}`;
}

export const FILE_COLUMNS =
  'path, modified, touched, born, size, inode, device, hash, content, record, code, message, passing';

/** In the order of {@link FILE_COLUMNS}. */
export function rowOf({ path, stamp, hash, result, passing }: Entry): SQLInputValue[] {
  const failure = 'failure' in result ? result.failure : null;
  return [
    path,
    stamp?.modified ?? null,
    stamp?.touched ?? null,
    stamp?.born ?? null,
    stamp?.size ?? null,
    stamp?.inode ?? null,
    stamp?.device ?? null,
    hash,
    hash === null || failure ? null : contentKey(hash, path),
    'record' in result ? packed(result.record) : null,
    failure?.code ?? null,
    failure?.message ?? null,
    passing ? 1 : 0,
  ];
}

/** @throws where the row is none that {@link rowOf} made. */
export function entryOf(row: readonly SQLOutputValue[]): Entry {
  const [path, modified, touched, born, size, inode, device, hash, , record, code, message, passing] =
    row as [string, ...(number | string | null)[]];
  const stamp = modified === null ? null : ({ modified, touched, born, size, inode, device } as Stamp);
  const result =
    typeof record === 'string'
      ? { record: unpacked(path, hash as string, record) }
      : { failure: { path, code: code as FailureCode, message: message as string } };
  const entry = { path, stamp, hash: hash as string | null, result };
  return passing === 1 ? { ...entry, passing: true } : entry;
}

/** Without what other columns say. */
function packed(record: ArticleRecord): string {
  const { id, title, titleOrigin, source, publishedAt, language, wordCount } = record;
  return JSON.stringify([id, title, titleOrigin, source, publishedAt, language, wordCount]);
}

function unpacked(path: string, contentHash: string, text: string): ArticleRecord {
  const [id, title, titleOrigin, source, publishedAt, language, wordCount] = JSON.parse(text) as [
    ArticleId,
    string,
    ArticleRecord['titleOrigin'],
    string | null,
    string | null,
    string,
    number,
  ];
  return { id, path, title, titleOrigin, source, publishedAt, language, wordCount, contentHash };
}

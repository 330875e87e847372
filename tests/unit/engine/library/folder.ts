import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { Article, ArticleId, Failure, LibraryChange } from '../../../../electron/api/index.ts';
import { kindOf, unsupportedMessage } from '../../../../electron/engine/documents/kinds.ts';
import { Library, type LibraryOptions } from '../../../../electron/engine/library/library.ts';
import { readFileBytes } from '../../../../electron/engine/library/read-file.ts';
import type { Reader } from '../../../../electron/engine/library/reader.ts';
import { hashOf } from '../../../../electron/engine/library/reading.ts';
import { recordOf } from '../../../../electron/engine/library/record.ts';
import { article } from '../articles.ts';

type ReadDocument = (input: {
  readonly id: ArticleId;
  readonly path: string;
  readonly bytes: Uint8Array;
}) => Promise<{ readonly article: Article } | { readonly failure: Failure }>;

/** Reads text as one sentence: fast, and enough to see what a library does. Text that starts with NUL fails. */
export const readSimply: ReadDocument = async ({ path, bytes }) => {
  const decoded = new TextDecoder().decode(bytes);
  const text = decoded.replace(/<[^>]+>/g, '').trim();
  const fail = (code: 'unsupported-type' | 'empty-file' | 'binary-content', message: string) => ({
    failure: { path, code, message },
  });
  if (!kindOf(path)) return fail('unsupported-type', unsupportedMessage(path));
  if (text === '') return fail('empty-file', 'This file is empty.');
  if (text.startsWith('\0')) return fail('binary-content', 'This is not text.');
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const [first = '', ...rest] = text.split('\n');
  const titleOrigin = rest.length > 0 ? 'heading' : 'made';
  return { article: article(path, [text], { contentHash, title: first, titleOrigin }) };
};

/** Reads in this process what workers would, one file at a time unless told otherwise. */
export function inlineReader(read: ReadDocument = readSimply, atOnce = 1): Reader {
  return {
    atOnce,
    async read(input) {
      const { id, path } = input;
      const content =
        'bytes' in input
          ? { bytes: input.bytes, stamp: null }
          : await readFileBytes(input.absolute, path, input.within);
      if ('missing' in content) return { kind: 'missing' };
      if ('unsettled' in content) return { kind: 'unsettled' };
      if ('failure' in content) return { kind: 'failed', ...content, hash: null, passing: true };
      const { bytes, stamp } = content;
      const hash = hashOf(bytes);
      if (stamp && 'knownHash' in input && hash === input.knownHash) return { kind: 'same', stamp, hash };
      const result = await read({ id, path, bytes });
      if ('failure' in result) return { kind: 'failed', ...result, stamp, hash, passing: false };
      const { article } = result;
      const prepared = new TextEncoder().encode(article.title);
      return {
        kind: 'read',
        stamp,
        hash,
        record: recordOf(article),
        body: JSON.stringify(article),
        prepared,
      };
    },
  };
}

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export async function tempFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'synoptic-test-')));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  await put(folder, files);
  return folder;
}

export async function put(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** A library that is read and then only looks when told to, unless the options say otherwise. */
export async function openLibrary(
  root: string,
  { read, ...options }: Partial<LibraryOptions> & { readonly read?: ReadDocument } = {},
): Promise<{ library: Library; changes: LibraryChange[] }> {
  const library = await Library.open(root, {
    reader: inlineReader(read),
    watch: false,
    settleMs: 5,
    batchMs: 5,
    ...options,
  });
  cleanups.push(() => library.close());
  const changes: LibraryChange[] = [];
  library.onChange((change) => changes.push(change));
  await library.settled();
  return { library, changes };
}

/** Paths of the articles with their text. */
export function contentOf(library: Library): Record<string, string> {
  const entries = Array.from(library.articles, ([id, { path }]): [string, string] => [
    path,
    library.articleAtOnce(id)?.blocks[0]?.sentences[0]?.text ?? '',
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const failuresOf = (library: Library): Record<string, string> =>
  Object.fromEntries(library.failures.map(({ path, code }) => [path, code]));

/** Runs as a user whom permissions bind: the superuser may read everything. */
export async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  const { geteuid, seteuid } = process;
  if (!geteuid || !seteuid || geteuid() !== 0) return work();
  seteuid(65_534);
  try {
    return await work();
  } finally {
    seteuid(0);
  }
}

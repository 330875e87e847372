import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { LibraryChange } from '../../../../electron/api/index.ts';
import { kindOf, unsupportedMessage } from '../../../../electron/engine/documents/kinds.ts';
import { Library, type LibraryOptions } from '../../../../electron/engine/library/library.ts';
import type { ReadDocument } from '../../../../electron/engine/library/reading.ts';
import { article } from '../articles.ts';

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
  options: Partial<LibraryOptions> = {},
): Promise<{ library: Library; changes: LibraryChange[] }> {
  const library = await Library.open(root, {
    read: readSimply,
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
  const entries = Array.from(library.articles.values(), ({ path, blocks }): [string, string] => [
    path,
    blocks[0]?.sentences[0]?.text ?? '',
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

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Library } from '../../../../electron/engine/library/library.ts';
import { findFiles } from '../../../../electron/engine/library/walk.ts';
import { watchFolder } from '../../../../electron/engine/library/watch.ts';
import { inlineReader, contentOf, failuresOf, openLibrary, put, tempFolder } from './folder.ts';

/** In each of Electron's processes a valid archive looks like a folder, so that a folder stands for it here. */
const FILES = {
  'a.txt': 'A.',
  'shell.asar/inner.txt': 'Within.',
  'News/OLD.ASAR/inner.txt': 'Within.',
  'News/b.asar': 'None at all.',
};
const ARCHIVES = ['News/OLD.ASAR', 'News/b.asar', 'shell.asar'];

describe('what is named like an Electron archive', () => {
  it('is told of and not gone into', async () => {
    const root = await tempFolder(FILES);
    const { library } = await openLibrary(root);
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.' });
    expect(failuresOf(library)).toEqual(
      Object.fromEntries(ARCHIVES.map((path) => [path, 'unsupported-type'])),
    );
    await rm(join(root, 'News'), { recursive: true });
    await library.rescan();
    await vi.waitFor(() => expect(Object.keys(failuresOf(library))).toEqual(['shell.asar']));
  });

  it('is not gone into either where something in it is asked for', async () => {
    const root = await tempFolder(FILES);
    const found = await findFiles(root, [
      'shell.asar/inner.txt',
      'News/b.asar',
      'gone.asar',
      'gone.asar/a.txt',
    ]);
    expect([...found.keys()].toSorted()).toEqual(['News/b.asar', 'shell.asar']);
  });

  it('is noticed when it comes and goes', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const options = { watch: watchFolder, settleMs: 30, rescanMs: 1_000_000 };
    const { library } = await openLibrary(root, options);
    await put(root, { 'shell.asar': 'x' });
    await vi.waitFor(() => expect(Object.keys(failuresOf(library))).toEqual(['shell.asar']), 10_000);
    await rm(join(root, 'shell.asar'));
    await vi.waitFor(() => expect(failuresOf(library)).toEqual({}), 10_000);
    expect(library.state().watch).toBe('watching');
  });

  it('is not watched within', async () => {
    const root = await tempFolder({ 'shell.asar/inner.txt': 'Within.' });
    const hints: string[] = [];
    const ready = Promise.withResolvers<undefined>();
    const stop = watchFolder(root, {
      hint: (path) => void hints.push(path),
      failed: (error) => ready.reject(error),
      ready: () => ready.resolve(undefined),
    });
    await ready.promise;
    await put(root, { 'shell.asar/inner.txt': 'Changed.', 'a.txt': 'A.' });
    await vi.waitFor(() => expect(hints).toContain('a.txt'), 10_000);
    await stop();
    expect(hints.filter((path) => path.startsWith('shell.asar/'))).toEqual([]);
  });

  it('is not imported, neither itself nor what is in it', async () => {
    const from = await tempFolder(FILES);
    const { library } = await openLibrary(await tempFolder());
    const given = ['shell.asar', 'News', 'a.txt'].map((name) => join(from, name));
    const bytes = new TextEncoder().encode('Within.');
    const outcomes = [
      ...(await library.importPaths(given)),
      await library.importFile({ relativePath: 'shell.asar/inner.txt', bytes }),
    ];
    expect(outcomes.map(({ name, failure }) => [name, failure?.code ?? 'added'])).toEqual([
      ['shell.asar', 'unsupported-type'],
      ['News/OLD.ASAR', 'unsupported-type'],
      ['News/b.asar', 'unsupported-type'],
      ['a.txt', 'added'],
      ['shell.asar/inner.txt', 'unsupported-type'],
    ]);
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.' });
  });

  it('is no library', async () => {
    const root = join(await tempFolder(), 'shell.asar');
    await mkdir(root);
    await expect(Library.open(root, { reader: inlineReader(), watch: false })).rejects.toThrow(
      /cannot be opened/,
    );
  });
});

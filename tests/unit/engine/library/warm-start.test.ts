import { mkdir, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleId, LibraryChange, Progress } from '../../../../electron/api/index.ts';
import { articleIdOf } from '../../../../electron/engine/documents/ids.ts';
import { cacheFileOf } from '../../../../electron/engine/library/cache/cache-file.ts';
import { Library, type LibraryOptions } from '../../../../electron/engine/library/library.ts';
import { openFile } from '../../../../electron/engine/store/sqlite.ts';
import { contentOf, failuresOf, inlineReader, openLibrary, put, readSimply, tempFolder } from './folder.ts';

const FILES = { 'a.txt': 'A.', 'sub/b.txt': 'B.\nmore', 'empty.txt': '' };

/** A folder whose library was open before, with files that were left alone since. */
async function known(): Promise<{ root: string; dataFolder: string }> {
  const root = await tempFolder(FILES);
  for (const name of Object.keys(FILES)) await utimes(join(root, name), 1000, 1000);
  const dataFolder = await tempFolder();
  const { library } = await openLibrary(root, { dataFolder });
  await library.close();
  return { root, dataFolder };
}

/** Opens without waiting, and tells which files are read and parsed. */
async function open(root: string, options: Partial<LibraryOptions>) {
  const read: string[] = [];
  const parsed: string[] = [];
  const reader = inlineReader((document) => {
    parsed.push(document.path);
    return readSimply(document);
  });
  const library = await Library.open(root, {
    reader: {
      ...reader,
      read: (input) => {
        read.push(input.path);
        return reader.read(input);
      },
    },
    watch: false,
    settleMs: 5,
    batchMs: 5,
    ...options,
  });
  const changes: LibraryChange[] = [];
  library.onChange((change) => changes.push(change));
  return { library, changes, read, parsed };
}

describe('a library that was open before', () => {
  it('is known at once, and read no more', async () => {
    const { root, dataFolder } = await known();
    const { library, changes, read } = await open(root, { dataFolder });
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.', 'sub/b.txt': 'B.\nmore' });
    expect(failuresOf(library)).toEqual({ 'empty.txt': 'empty-file' });
    expect(library.state()).toMatchObject({ articleCount: 2, failureCount: 1 });
    expect(library.state().progress).toBeUndefined();
    await library.settled();
    expect(library.articles.get(articleIdOf('sub/b.txt'))).toMatchObject({ title: 'B.', path: 'sub/b.txt' });
    expect(changes.flatMap(({ added, changed, removed }) => [...added, ...changed, ...removed])).toEqual([]);
    expect(read).toEqual([]);
    await library.close();
  });

  it('is compared with its folder, and only what differs is read', async () => {
    const { root, dataFolder } = await known();
    await put(root, { 'new.txt': 'New.', 'sub/b.txt': 'Changed.' });
    await unlink(join(root, 'a.txt'));
    const { library, changes, parsed } = await open(root, { dataFolder });
    await library.settled();
    expect(contentOf(library)).toEqual({ 'new.txt': 'New.', 'sub/b.txt': 'Changed.' });
    expect(parsed.sort()).toEqual(['new.txt', 'sub/b.txt']);
    const told = (key: 'added' | 'changed' | 'removed') => changes.flatMap((change) => change[key]);
    expect(told('added')).toEqual([articleIdOf('new.txt')]);
    expect(told('changed')).toEqual([articleIdOf('sub/b.txt')]);
    expect(told('removed')).toEqual([articleIdOf('a.txt')]);
    await library.close();
  });

  it('does not parse again what was only written again or touched', async () => {
    const { root, dataFolder } = await known();
    await writeFile(join(root, 'a.txt'), FILES['a.txt']);
    const { library, read, parsed } = await open(root, { dataFolder });
    await library.settled();
    expect(read).toContain('a.txt');
    expect(parsed).toEqual([]);
    await library.close();
  });

  it('knows files under the names that they were given meanwhile', async () => {
    const { root, dataFolder } = await known();
    await rename(join(root, 'sub'), join(root, 'other'));
    const { library, changes, parsed } = await open(root, { dataFolder });
    await library.settled();
    const moved = { from: articleIdOf('sub/b.txt'), to: articleIdOf('other/b.txt') };
    expect(changes.flatMap(({ renamed }) => renamed)).toEqual([moved]);
    expect(parsed).toEqual([]);
    const article = await library.article(moved.to);
    expect(article.path).toBe('other/b.txt');
    for (const block of article.blocks) {
      for (const { id } of [block, ...block.sentences]) expect(id.startsWith(`${moved.to}.`)).toBe(true);
    }
    expect(JSON.parse(library.bodyOf(moved.to) ?? '')).toEqual(article);
    await library.close();
  });

  it('keeps all of it while the folder is empty because its disk is not there', async () => {
    const { root, dataFolder } = await known();
    const db = openFile(cacheFileOf(dataFolder, root));
    db.exec('UPDATE file SET device = device + 1');
    db.close();
    await rm(root, { recursive: true });
    await mkdir(root);
    const { library } = await open(root, { dataFolder });
    await library.settled();
    expect(library.articles.size).toBe(2);
    expect(library.state().watch).toBe('lost');
    await library.close();
  });

  it('reads everything again where its cache was deleted or damaged', async () => {
    const { root, dataFolder } = await known();
    await writeFile(cacheFileOf(dataFolder, root), 'no database '.repeat(2000));
    const { library, parsed } = await open(root, { dataFolder });
    await library.settled();
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.', 'sub/b.txt': 'B.\nmore' });
    expect(parsed.sort()).toEqual(['a.txt', 'empty.txt', 'sub/b.txt']);
    await library.close();
  });

  it('keeps its texts again when the cache turns out to be damaged later', async () => {
    const { root, dataFolder } = await known();
    const { library } = await open(root, { dataFolder });
    await library.settled();
    const db = openFile(cacheFileOf(dataFolder, root));
    db.exec('DROP TABLE sketch; UPDATE file SET record = 1');
    db.close();
    await library.close();
    const again = await open(root, { dataFolder });
    await again.library.settled();
    expect(contentOf(again.library)).toEqual({ 'a.txt': 'A.', 'sub/b.txt': 'B.\nmore' });
    expect(again.library.bodyOf(articleIdOf('a.txt'))).not.toBeNull();
    await again.library.close();
  });
});

describe('the text of an article', () => {
  const id = articleIdOf('a.txt');

  it('is read from its file again where it is kept nowhere', async () => {
    const { root, dataFolder } = await known();
    const db = openFile(cacheFileOf(dataFolder, root));
    db.exec("UPDATE body SET value = '{\"half of'");
    db.close();
    const { library, read } = await open(root, { dataFolder });
    await library.settled();
    expect(library.articleAtOnce(id)).toBeNull();
    const both = await Promise.all([library.article(id), library.article(id)]);
    expect(both.map(({ title }) => title)).toEqual(['A.', 'A.']);
    expect(read).toEqual(['a.txt']);
    expect(library.articleAtOnce(id)).toEqual(both[0]);
    expect(library.bodyOf(id)).toBe(JSON.stringify(both[0]));
    await library.close();
  });

  it('is that of the file, though the library has not heard of a change yet', async () => {
    const { root, dataFolder } = await known();
    const { library } = await open(root, { dataFolder });
    await library.settled();
    const db = openFile(cacheFileOf(dataFolder, root));
    db.exec('DELETE FROM body');
    db.close();
    await put(root, { 'a.txt': 'Changed.' });
    expect((await library.article(id)).title).toBe('Changed.');
    await library.settled();
    expect(library.articles.get(id)?.title).toBe('Changed.');
    await library.close();
  });

  it('is not to be had of an article that is not there', async () => {
    const { root, dataFolder } = await known();
    const { library } = await open(root, { dataFolder });
    await library.settled();
    const unknown = articleIdOf('nowhere.txt');
    await expect(library.article(unknown)).rejects.toMatchObject({ code: 'unknown-article' });
    expect([library.articleAtOnce(unknown), library.bodyOf(unknown), library.hashOf(unknown)]).toEqual([
      null,
      null,
      null,
    ]);
    const db = openFile(cacheFileOf(dataFolder, root));
    db.exec('DELETE FROM body');
    db.close();
    await unlink(join(root, 'a.txt'));
    await expect(library.article(id)).rejects.toMatchObject({ code: 'unknown-article' });
    await library.close();
  });

  it('comes with what was kept beside it, under all paths that have it', async () => {
    const { root, dataFolder } = await known();
    const { library } = await open(root, { dataFolder, sketchVersion: 1 });
    await library.settled();
    library.putSketch(id, Uint8Array.of(7));
    await put(root, { 'copy.txt': 'A.' });
    await library.rescan();
    const copy = articleIdOf('copy.txt');
    expect(library.sketchOf(copy)).toEqual(Uint8Array.of(7));
    expect(library.hashOf(copy)).toBe(library.hashOf(id));
    expect(library.articleAtOnce(copy)?.blocks[0]?.sentences[0]?.id.startsWith(`${copy}.`)).toBe(true);
    expect(library.sketchOf('nothing' as ArticleId)).toBeNull();
    await library.close();
  });
});

describe('what was prepared of an article that is read', () => {
  it('is handed on before the change is told', async () => {
    const root = await tempFolder({ 'a.txt': 'A.', 'empty.txt': '' });
    const told: string[] = [];
    const { library } = await open(root, {
      onRead: (id, contentHash, prepared) =>
        told.push([id, contentHash, new TextDecoder().decode(prepared)].join(' ')),
    });
    library.onChange(({ added }) => added.forEach((id) => told.push(`added ${id}`)));
    await library.settled();
    const id = articleIdOf('a.txt');
    expect(told).toEqual([`${id} ${library.hashOf(id)} A.`, `added ${id}`]);
    await library.close();
  });
});

describe('a pause', () => {
  it('lets no file begin, and is told', async () => {
    const root = await tempFolder({ 'a.txt': 'A.', 'b.txt': 'B.' });
    const { library, read } = await open(root, {});
    library.pause(true);
    await library.settled();
    expect(read).toEqual([]);
    expect(library.state().progress).toEqual({ done: 0, total: 2, paused: true });
    const importing = library.importFile({
      relativePath: 'c.txt',
      bytes: new TextEncoder().encode('C.'),
    });
    expect(library.pause(false).progress).toMatchObject({ total: 2 } satisfies Partial<Progress>);
    await library.settled();
    expect((await importing).status).toBe('added');
    expect(Object.keys(contentOf(library))).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(library.state().progress).toBeUndefined();
    await library.close();
  });

  it('does not keep a library open: what waits to be imported is answered for', async () => {
    const { library } = await open(await tempFolder(), {});
    library.pause(true);
    const importing = library.importText({ text: 'Waiting.' });
    await library.close();
    expect((await importing).failure?.message).toContain('was closed before');
  });
});

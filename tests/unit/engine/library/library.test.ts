import { once } from 'node:events';
import {
  chmod,
  link,
  mkdir,
  rename,
  rm,
  symlink,
  truncate,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LibraryChange, Progress } from '../../../../electron/api/index.ts';
import { articleIdOf } from '../../../../electron/engine/documents/ids.ts';
import { Library } from '../../../../electron/engine/library/library.ts';
import {
  inlineReader,
  contentOf,
  failuresOf,
  openLibrary,
  put,
  readSimply,
  tempFolder,
  unprivileged,
} from './folder.ts';

/** What changed in some time, all told: added, changed, removed, renamed. On a slow disk it is told in parts. */
function together(changes: readonly LibraryChange[]): number[] {
  const of = (key: 'added' | 'changed' | 'removed' | 'renamed') =>
    changes.reduce((sum, change) => sum + change[key].length, 0);
  return [of('added'), of('changed'), of('removed'), of('renamed')];
}

const isPosix = process.platform !== 'win32';

describe('Library.open', () => {
  it('reads a folder with its sub-folders and tells who it is', async () => {
    const root = await tempFolder({ 'a.txt': 'A.', 'News/2025/b.md': 'B.', 'News/c.html': 'C.' });
    const { library } = await openLibrary(root);
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.', 'News/2025/b.md': 'B.', 'News/c.html': 'C.' });
    expect(library.root).toBe(root);
    expect(library.state()).toMatchObject({ root, articleCount: 3, failures: [], watch: 'polling' });
    expect(library.state().progress).toBeUndefined();
    expect(library.articles.get(articleIdOf('a.txt'))?.path).toBe('a.txt');
  });

  it('does not look empty before it has looked', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const library = await Library.open(root, { reader: inlineReader(), watch: false, settleMs: 0 });
    expect(library.state()).toMatchObject({ articleCount: 0, progress: { done: 0, total: 0 } });
    await library.settled();
    expect(library.state().articleCount).toBe(1);
    expect(library.state().progress).toBeUndefined();
    await library.close();
  });

  it('leaves out what is hidden, the system’s or not finished', async () => {
    const root = await tempFolder({
      'a.txt': 'A.',
      '.b.txt': 'x',
      '.git/c.txt': 'x',
      'node_modules/d.txt': 'x',
      'Thumbs.db': 'x',
      'e.txt.part': 'x',
      '~$f.txt': 'x',
    });
    const { library } = await openLibrary(root);
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.' });
    expect(library.failures).toEqual([]);
  });

  it.each(['nowhere', 'file.txt'])('refuses %s', async (name) => {
    const root = await tempFolder({ 'file.txt': 'x' });
    await expect(Library.open(join(root, name), { reader: inlineReader() })).rejects.toMatchObject({
      code: 'library-unavailable',
    });
  });

  it('reads the newest files first and tells how far it is', async () => {
    const root = await tempFolder({ 'old.txt': 'Old.', 'new.txt': 'New.', 'middle.txt': 'Middle.' });
    for (const [name, time] of [
      ['old.txt', 1000],
      ['middle.txt', 2000],
      ['new.txt', 3000],
    ] as const) {
      await utimes(join(root, name), time, time);
    }
    const order: string[] = [];
    const told: (Progress | undefined)[] = [];
    const opened: { library?: Library } = {};
    const { library } = await openLibrary(root, {
      settleMs: 0,
      read: async (file) => {
        order.push(file.path);
        told.push(opened.library?.state().progress);
        return readSimply(file);
      },
    });
    opened.library = library;
    await put(root, { 'x.txt': 'X.', 'y.txt': 'Y.' });
    await library.rescan();
    expect(order.slice(0, 3)).toEqual(['new.txt', 'middle.txt', 'old.txt']);
    expect(told.slice(3)).toEqual([
      { done: 0, total: 2 },
      { done: 1, total: 2 },
    ]);
  });

  it('opens a folder by a link and calls it by the name the user knows', async () => {
    const root = await tempFolder({ 'real/a.txt': 'A.' });
    await symlink(join(root, 'real'), join(root, 'link'));
    const { library } = await openLibrary(join(root, 'link'));
    expect(library.root).toBe(join(root, 'real'));
    expect(library.state()).toMatchObject({ root: join(root, 'link'), name: 'link', articleCount: 1 });
  });
});

describe('failures', () => {
  it.runIf(isPosix)(
    'are given for links out, dead links, loops and special files, and the rest is read',
    async () => {
      const outside = await tempFolder({ 'secret.txt': 'Secret.' });
      const root = await tempFolder({ 'a.txt': 'A.', 'sub/b.txt': 'B.' });
      await symlink(join(outside, 'secret.txt'), join(root, 'out.txt'));
      await symlink(outside, join(root, 'out'));
      await symlink(join(root, 'nowhere'), join(root, 'dead.txt'));
      await symlink(root, join(root, 'sub/loop'));
      await symlink(join(root, 'y.txt'), join(root, 'x.txt'));
      await symlink(join(root, 'x.txt'), join(root, 'y.txt'));
      await symlink(join(root, 'a.txt'), join(root, 'sub/same.txt'));
      const server = createServer().listen(join(root, 'socket.txt'));
      await once(server, 'listening');
      const { library } = await openLibrary(root);
      server.close();
      expect(contentOf(library)).toEqual({ 'a.txt': 'A.', 'sub/b.txt': 'B.' });
      expect(failuresOf(library)).toEqual({
        'out.txt': 'outside-library',
        out: 'outside-library',
        'dead.txt': 'not-found',
        'sub/loop': 'unreadable',
        'x.txt': 'unreadable',
        'y.txt': 'unreadable',
        'socket.txt': 'unsupported-type',
      });
      for (const { message } of library.failures) expect(message).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('are given for files without article, too large and of other types, without reading these', async () => {
    const root = await tempFolder({
      'empty.txt': '',
      'binary.txt': '\0x',
      'big.txt': 'x',
      'film.mp4': 'x',
      'a.txt': 'A.',
    });
    await truncate(join(root, 'big.txt'), 51 * 1024 * 1024);
    await truncate(join(root, 'film.mp4'), 51 * 1024 * 1024);
    const lengths: number[] = [];
    const { library } = await openLibrary(root, {
      read: (file) => {
        lengths.push(file.bytes.length);
        return readSimply(file);
      },
    });
    expect(failuresOf(library)).toEqual({
      'empty.txt': 'empty-file',
      'binary.txt': 'binary-content',
      'big.txt': 'too-large',
      'film.mp4': 'unsupported-type',
    });
    expect(Math.max(...lengths)).toBeLessThan(100);
  });

  it.runIf(isPosix)('are given for files and folders one may not read, and go when one may', async () => {
    const root = await tempFolder({ 'a.txt': 'A.', 'shut.txt': 'Shut.', 'closed/b.txt': 'B.' });
    await chmod(root, 0o755);
    await chmod(join(root, 'shut.txt'), 0);
    await chmod(join(root, 'closed'), 0);
    const { library } = await unprivileged(() => openLibrary(root));
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.' });
    expect(failuresOf(library)).toEqual({ 'shut.txt': 'unreadable', closed: 'unreadable' });
    await chmod(join(root, 'shut.txt'), 0o644);
    await chmod(join(root, 'closed'), 0o755);
    await unprivileged(() => library.rescan());
    expect(failuresOf(library)).toEqual({});
    expect(library.articles.size).toBe(3);
  });

  it('are given when reading breaks, and the rest is read', async () => {
    const root = await tempFolder({ 'a.txt': 'A.', 'b.txt': 'B.' });
    const read: typeof readSimply = (file) =>
      file.path === 'a.txt' ? Promise.reject(new Error('broken')) : readSimply(file);
    const { library } = await openLibrary(root, { read });
    expect(contentOf(library)).toEqual({ 'b.txt': 'B.' });
    expect(failuresOf(library)).toEqual({ 'a.txt': 'unreadable' });
  });
});

describe('changes', () => {
  const cases: [string, (root: string) => Promise<void>, number[], Record<string, string>][] = [
    [
      'an added file',
      (root) => put(root, { 'c.txt': 'C.' }),
      [1, 0, 0, 0],
      { 'a.txt': 'A.', 'c.txt': 'C.', 'sub/b.txt': 'B.' },
    ],
    [
      'a changed file',
      (root) => put(root, { 'a.txt': 'Another.' }),
      [0, 1, 0, 0],
      { 'a.txt': 'Another.', 'sub/b.txt': 'B.' },
    ],
    [
      'a file written again as it was',
      (root) => put(root, { 'a.txt': 'A.' }),
      [0, 0, 0, 0],
      { 'a.txt': 'A.', 'sub/b.txt': 'B.' },
    ],
    ['a removed file', (root) => unlink(join(root, 'a.txt')), [0, 0, 1, 0], { 'sub/b.txt': 'B.' }],
    [
      'a renamed file',
      (root) => rename(join(root, 'a.txt'), join(root, 'z.txt')),
      [0, 0, 0, 1],
      { 'sub/b.txt': 'B.', 'z.txt': 'A.' },
    ],
    [
      'a moved folder',
      (root) => rename(join(root, 'sub'), join(root, 'other')),
      [0, 0, 0, 1],
      { 'a.txt': 'A.', 'other/b.txt': 'B.' },
    ],
    [
      'a file replaced by a renamed one',
      async (root) => {
        await put(root, { '.new': 'Replaced.' });
        await rename(join(root, '.new'), join(root, 'a.txt'));
      },
      [0, 1, 0, 0],
      { 'a.txt': 'Replaced.', 'sub/b.txt': 'B.' },
    ],
    [
      'a file renamed over another',
      (root) => rename(join(root, 'sub/b.txt'), join(root, 'a.txt')),
      [0, 1, 1, 0],
      { 'a.txt': 'B.' },
    ],
    [
      'a copy, which is no rename',
      (root) => put(root, { 'copy.txt': 'A.' }),
      [1, 0, 0, 0],
      { 'a.txt': 'A.', 'copy.txt': 'A.', 'sub/b.txt': 'B.' },
    ],
    [
      'two files that swapped names',
      async (root) => {
        await rename(join(root, 'a.txt'), join(root, '.t'));
        await rename(join(root, 'sub/b.txt'), join(root, 'a.txt'));
        await rename(join(root, '.t'), join(root, 'sub/b.txt'));
      },
      [0, 2, 0, 0],
      { 'a.txt': 'B.', 'sub/b.txt': 'A.' },
    ],
    [
      'a file of the same size and time with other text',
      async (root) => {
        await writeFile(join(root, 'a.txt'), 'Z.');
        await utimes(join(root, 'a.txt'), 1000, 1000);
      },
      [0, 1, 0, 0],
      { 'a.txt': 'Z.', 'sub/b.txt': 'B.' },
    ],
    [
      'a folder that was deleted',
      (root) => rm(join(root, 'sub'), { recursive: true }),
      [0, 0, 1, 0],
      { 'a.txt': 'A.' },
    ],
  ];

  it.each(cases)('tell of %s', async (_, change, expected, content) => {
    const root = await tempFolder({ 'a.txt': 'A.', 'sub/b.txt': 'B.' });
    await utimes(join(root, 'a.txt'), 1000, 1000);
    const { library, changes } = await openLibrary(root);
    changes.length = 0;
    const before = library.state().version;
    await change(root);
    await library.rescan();
    expect(contentOf(library)).toEqual(content);
    expect(together(changes)).toEqual(expected);
    changes.forEach(({ state }, i) => expect(state.version).toBe(before + i + 1));
    expect(library.state().version).toBe(before + changes.length);
  });

  it('tell from where to where an article went', async () => {
    const root = await tempFolder({ 'a.txt': 'A.', 'b.txt': 'B.' });
    const { library, changes } = await openLibrary(root);
    await mkdir(join(root, 'sub'));
    await rename(join(root, 'a.txt'), join(root, 'sub/a.txt'));
    await library.rescan();
    expect(changes.flatMap((change) => change.renamed)).toEqual([
      { from: articleIdOf('a.txt'), to: articleIdOf('sub/a.txt') },
    ]);
  });

  it('tell of failures that come and go', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const { library, changes } = await openLibrary(root);
    changes.length = 0;
    await put(root, { 'a.txt': '' });
    await library.rescan();
    expect(changes.at(-1)?.state.failures).toMatchObject([{ path: 'a.txt', code: 'empty-file' }]);
    expect(together(changes)).toEqual([0, 0, 1, 0]);
    await put(root, { 'a.txt': 'A.' });
    expect((await library.rescan()).failures).toEqual([]);
  });

  it('are not told when nothing changed', async () => {
    const root = await tempFolder({ 'a.txt': 'A.', 'empty.txt': '' });
    const { library, changes } = await openLibrary(root);
    changes.length = 0;
    await library.rescan();
    await library.rescan();
    expect(changes).toEqual([]);
  });

  it('are not told to who stopped listening, nor after closing', async () => {
    const root = await tempFolder();
    const { library, changes } = await openLibrary(root);
    changes.length = 0;
    const heard: LibraryChange[] = [];
    library.onChange((change) => heard.push(change))();
    await put(root, { 'a.txt': 'A.' });
    await library.rescan();
    expect(heard).toEqual([]);
    expect(together(changes)).toEqual([1, 0, 0, 0]);
    await library.close();
    await put(root, { 'b.txt': 'B.' });
    await library.rescan();
    expect(library.articles.size).toBe(1);
  });

  it.runIf(isPosix)(
    'leave out files that differ in the Unicode form of their names only, saying so',
    async () => {
      const root = await tempFolder({ 'e\u0301.txt': 'One.', '\u00e9.txt': 'Two.' });
      const { library } = await openLibrary(root);
      expect(library.articles.size).toBe(1);
      expect(library.failures).toMatchObject([{ code: 'unsafe-name' }]);
    },
  );
});

describe('absolutePath', () => {
  it('gives the place of an article only while it is in the folder', async () => {
    const outside = await tempFolder({ 'secret.txt': 'A.' });
    const root = await tempFolder({ 'sub/a.txt': 'A.' });
    const { library } = await openLibrary(root);
    const id = articleIdOf('sub/a.txt');
    expect(await library.absolutePath(id)).toBe(join(root, 'sub/a.txt'));
    await expect(library.absolutePath(articleIdOf('x'))).rejects.toMatchObject({ code: 'unknown-article' });
    await rm(join(root, 'sub/a.txt'));
    await expect(library.absolutePath(id)).rejects.toMatchObject({ code: 'unknown-article' });
    await symlink(join(outside, 'secret.txt'), join(root, 'sub/a.txt'));
    await expect(library.absolutePath(id)).rejects.toMatchObject({ code: 'unknown-article' });
  });
});

describe('hard links', () => {
  it('are articles of their own', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    await link(join(root, 'a.txt'), join(root, 'b.txt'));
    const { library } = await openLibrary(root);
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.', 'b.txt': 'A.' });
  });
});

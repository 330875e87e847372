import { chmod, mkdir, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { articleIdOf } from '../../../../electron/engine/documents/ids.ts';
import { mayPass } from '../../../../electron/engine/library/failures.ts';
import { failureAbove } from '../../../../electron/engine/library/missing.ts';
import type { Reader } from '../../../../electron/engine/library/reader.ts';
import type { Watch, WatchListener } from '../../../../electron/engine/library/watch.ts';
import { watchFolder } from '../../../../electron/engine/library/watch.ts';
import {
  contentOf,
  failuresOf,
  inlineReader,
  openLibrary,
  put,
  readSimply,
  tempFolder,
  unprivileged,
} from './folder.ts';

const NEVER = 1_000_000;
const WAIT = { timeout: 10_000, interval: 10 };
const isPosix = process.platform !== 'win32';

afterEach(() => void vi.restoreAllMocks());

describe('many files renamed at once', () => {
  it('are known without being parsed, each as the one it was, though some say the same', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`old/${i}.txt`, `Text ${i % 100}.`]),
    );
    const root = await tempFolder(files);
    let parsed = 0;
    const read: typeof readSimply = (document) => {
      parsed++;
      return readSimply(document);
    };
    const { library, changes } = await openLibrary(root, { read });
    [parsed, changes.length] = [0, 0];
    await rename(join(root, 'old'), join(root, 'new'));
    await library.rescan();
    const renamed = changes.flatMap((change) => change.renamed);
    expect(renamed.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
      Object.keys(files)
        .map((path) => `${articleIdOf(path)} ${articleIdOf(path.replace('old', 'new'))}`)
        .sort(),
    );
    expect(changes.flatMap(({ added, changed, removed }) => [...added, ...changed, ...removed])).toEqual([]);
    expect(parsed).toBe(0);
  });

  it('are still looked into: a file may have been written to in the same moment', async () => {
    const root = await tempFolder({ 'a.txt': 'One.' });
    await utimes(join(root, 'a.txt'), 1000, 1000);
    const { library } = await openLibrary(root);
    await writeFile(join(root, 'a.txt'), 'Two.');
    await utimes(join(root, 'a.txt'), 1000, 1000);
    await rename(join(root, 'a.txt'), join(root, 'b.txt'));
    await library.rescan();
    expect(contentOf(library)).toEqual({ 'b.txt': 'Two.' });
  });

  it('are read anew where the new name says that they are read otherwise', async () => {
    const root = await tempFolder({ 'a.txt': 'One.' });
    const { library } = await openLibrary(root);
    await rename(join(root, 'a.txt'), join(root, 'a.html'));
    await library.rescan();
    expect(contentOf(library)).toEqual({ 'a.html': 'One.' });
    await rename(join(root, 'a.html'), join(root, 'a.pdf'));
    await library.rescan();
    expect([contentOf(library), failuresOf(library)]).toEqual([{}, { 'a.pdf': 'unsupported-type' }]);
  });
});

describe('programs that keep folders the same', () => {
  it('have files under other names until these are whole', async () => {
    const root = await tempFolder();
    const { library, changes } = await openLibrary(root, {
      watch: watchFolder,
      settleMs: 20,
      rescanMs: NEVER,
    });
    const temporary = ['.a.txt.x7Yq', '~syncthing~b.txt.tmp', 'c.txt.part', '.d.txt.icloud'];
    for (const [i, name] of temporary.entries()) {
      await put(root, { [name]: 'Half of' });
      await put(root, { [name]: `Whole ${i}.` });
      await rename(join(root, name), join(root, `${i}.txt`));
    }
    await vi.waitFor(() => expect(library.articles.size).toBe(4), WAIT);
    expect(Object.values(contentOf(library))).toEqual(['Whole 0.', 'Whole 1.', 'Whole 2.', 'Whole 3.']);
    expect(changes.flatMap(({ changed, removed }) => [...changed, ...removed])).toEqual([]);
    expect(failuresOf(library)).toEqual({});
  });

  it('leave copies of what was changed twice, which are articles like others', async () => {
    const copies = {
      'a (someone’s conflicted copy 2025-05-01).txt': 'One.',
      'a.sync-conflict-20250501-101010-ABCDEFG.txt': 'Two.',
      'a_conflict-20250501-101010.txt': 'Three.',
    };
    const { library } = await openLibrary(await tempFolder(copies));
    expect(contentOf(library)).toEqual(copies);
  });
});

describe('a file', () => {
  it('that changes while it is read is read again once it is left alone', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const inline = inlineReader();
    let times = 0;
    const reader: Reader = {
      ...inline,
      read: async (input) => (++times <= 2 ? { kind: 'unsettled' } : inline.read(input)),
    };
    const { library } = await openLibrary(root, { reader });
    await vi.waitFor(() => expect(contentOf(library)).toEqual({ 'a.txt': 'A.' }), WAIT);
    expect(failuresOf(library)).toEqual({});
  });

  it('that could not be read for a reason that may pass is tried again, without a word of it', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    let broken = true;
    const read: typeof readSimply = (file) =>
      broken ? Promise.reject(new Error('broken')) : readSimply(file);
    const { library, changes } = await openLibrary(root, { read });
    expect(failuresOf(library)).toEqual({ 'a.txt': 'unreadable' });
    changes.length = 0;
    await library.rescan();
    expect(changes).toEqual([]);
    broken = false;
    await library.rescan();
    expect([contentOf(library), failuresOf(library)]).toEqual([{ 'a.txt': 'A.' }, {}]);
  });

  it('that takes long is read once, however often the folder is looked at meanwhile', async () => {
    const root = await tempFolder({ 'slow.txt': 'Slow.' });
    const begun = Promise.withResolvers<undefined>();
    const done = Promise.withResolvers<undefined>();
    let times = 0;
    const read: typeof readSimply = async (file) => {
      times++;
      begun.resolve(undefined);
      await done.promise;
      return readSimply(file);
    };
    const opening = openLibrary(root, { read, watch: () => async () => undefined, rescanMs: 5 });
    await begun.promise;
    const looks = vi.spyOn(performance, 'now');
    await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(50), WAIT);
    done.resolve(undefined);
    const { library } = await opening;
    expect(contentOf(library)).toEqual({ 'slow.txt': 'Slow.' });
    expect(times).toBe(1);
  });

  it.each([
    ['forward', 86_400_000],
    ['back', -86_400_000],
  ])('is noticed though the clock jumps %s by a day', async (_, jump) => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const { library } = await openLibrary(root, { watch: watchFolder, settleMs: 30, rescanMs: NEVER });
    const { now } = Date;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + jump);
    await put(root, { 'b.txt': 'B.' });
    await unlink(join(root, 'a.txt'));
    await vi.waitFor(() => expect(contentOf(library)).toEqual({ 'b.txt': 'B.' }), WAIT);
  });

  it.each([4_000_000_000, 0, 1.5])('is noticed though it says that it is of second %d', async (time) => {
    const root = await tempFolder();
    const { library } = await openLibrary(root, { watch: watchFolder, settleMs: 10, rescanMs: NEVER });
    await put(root, { 'a.txt': 'A.' });
    await utimes(join(root, 'a.txt'), time, time);
    await vi.waitFor(() => expect(contentOf(library)).toEqual({ 'a.txt': 'A.' }), WAIT);
    await put(root, { 'a.txt': 'B.' });
    await utimes(join(root, 'a.txt'), time, time);
    await vi.waitFor(() => expect(contentOf(library)).toEqual({ 'a.txt': 'B.' }), WAIT);
  });

  it.runIf(isPosix)(
    'takes the place of another with the same name in other characters, once that is gone',
    async () => {
      const [composed, decomposed] = ['\u00e9.txt', 'e\u0301.txt'];
      const root = await tempFolder({ [composed]: 'One.', [decomposed]: 'Two.' });
      const { library } = await openLibrary(root);
      const first = await openLibrary(root);
      // Whatever was read first, it is the same one.
      expect(contentOf(library)).toEqual({ [decomposed]: 'Two.' });
      expect(contentOf(first.library)).toEqual(contentOf(library));
      await unlink(join(root, decomposed));
      await library.rescan();
      expect([contentOf(library), failuresOf(library)]).toEqual([{ [composed]: 'One.' }, {}]);
      await put(root, { [decomposed]: 'Two.' });
      await library.rescan();
      expect(contentOf(library)).toEqual({ [decomposed]: 'Two.' });
      expect(failuresOf(library)).toEqual({ [composed]: 'unsafe-name' });
    },
  );
});

describe('a folder', () => {
  it.runIf(isPosix)('that may not be listed any more stands for its articles until it may be', async () => {
    const root = await tempFolder({ 'a.txt': 'A.', 'sub/b.txt': 'B.', 'sub/deep/c.txt': 'C.' });
    await chmod(root, 0o755);
    await unprivileged(async () => {
      const { library } = await openLibrary(root);
      process.seteuid?.(0);
      await chmod(join(root, 'sub'), 0);
      process.seteuid?.(65_534);
      await library.rescan();
      expect([contentOf(library), failuresOf(library)]).toEqual([{ 'a.txt': 'A.' }, { sub: 'unreadable' }]);
      process.seteuid?.(0);
      await chmod(join(root, 'sub'), 0o755);
      process.seteuid?.(65_534);
      await library.rescan();
      expect(Object.keys(contentOf(library))).toEqual(['a.txt', 'sub/b.txt', 'sub/deep/c.txt']);
      expect(failuresOf(library)).toEqual({});
    });
  });

  it('that the disk fails to list keeps its articles, unlike one that is shut', () => {
    const code = (name: string) => Object.assign(new Error('x'), { code: name });
    expect(['EIO', 'ETIMEDOUT', 'ESTALE', 'EMFILE'].map((name) => mayPass(code(name)))).not.toContain(false);
    expect(['EACCES', 'EPERM', 'ELOOP'].map((name) => mayPass(code(name)))).not.toContain(true);
    const failure = { path: 'a/b', code: 'unreadable' as const, message: 'No.' };
    const found = new Map([['a/b', { failure, passing: true }]]);
    expect(failureAbove('a/b/c/d.txt', found)).toEqual({ failure, passing: true });
    expect(failureAbove('a/bc/d.txt', found)).toBeNull();
    expect(failureAbove('a/b', found)).toBeNull();
  });

  it('that is made with all that is in it is watched', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const { library } = await openLibrary(root, { watch: watchFolder, settleMs: 10, rescanMs: NEVER });
    for (let i = 0; i < 5; i++) {
      await put(root, { [`f${i}/deep/er/x.txt`]: `${i}.` });
    }
    await vi.waitFor(() => expect(library.articles.size).toBe(6), WAIT);
    await put(root, { 'f3/deep/er/y.txt': 'Y.', 'f4/deep/new/z.txt': 'Z.' });
    await vi.waitFor(() => expect(library.articles.size).toBe(8), WAIT);
    await rename(join(root, 'f3'), join(root, 'g'));
    await vi.waitFor(() => expect(Object.keys(contentOf(library))).toContain('g/deep/er/y.txt'), WAIT);
    await put(root, { 'g/deep/er/y.txt': 'Changed.' });
    await vi.waitFor(() => expect(contentOf(library)['g/deep/er/y.txt']).toBe('Changed.'), WAIT);
    await rm(join(root, 'g'), { recursive: true });
    await mkdir(join(root, 'g'));
    await put(root, { 'g/w.txt': 'W.' });
    await vi.waitFor(() => expect(Object.keys(contentOf(library))).toContain('g/w.txt'), WAIT);
    await put(root, { 'g/w.txt': 'Changed.' });
    await vi.waitFor(() => expect(contentOf(library)['g/w.txt']).toBe('Changed.'), WAIT);
    // A folder takes the place of an empty one.
    await mkdir(join(root, 'h'));
    await put(root, { 'a.txt': 'Watched until here.' });
    await vi.waitFor(() => expect(contentOf(library)['a.txt']).toBe('Watched until here.'), WAIT);
    await rename(join(root, 'g'), join(root, 'h'));
    await vi.waitFor(() => expect(Object.keys(contentOf(library))).toContain('h/w.txt'), WAIT);
    await put(root, { 'h/w.txt': 'Changed again.' });
    await vi.waitFor(() => expect(contentOf(library)['h/w.txt']).toBe('Changed again.'), WAIT);
  });
});

describe('a system that watches no more folders', () => {
  const limit = Object.assign(new Error('System limit for number of file watchers reached'), {
    code: 'ENOSPC',
  });

  it('is told of and done without, and asked again at times', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const listeners: WatchListener[] = [];
    const watch: Watch = (_root, listener) => {
      listeners.push(listener);
      return async () => undefined;
    };
    const { library, changes } = await openLibrary(root, {
      watch,
      rescanMs: NEVER,
      pollMs: 10,
      rewatchMs: 100,
    });
    listeners[0]?.failed(limit);
    expect(library.state().watch).toBe('polling');
    expect(library.state().notices).toMatchObject([{ code: 'watch-limited' }]);
    await put(root, { 'b.txt': 'B.' });
    await vi.waitFor(() => expect(library.articles.size).toBe(2), WAIT);
    await vi.waitFor(() => expect(listeners).toHaveLength(2), WAIT);
    expect(library.state().watch).toBe('watching');
    listeners[1]?.ready();
    expect(library.state().notices).toEqual([]);
    // What was told of the first watch is of no concern any more.
    listeners[0]?.failed(limit);
    expect(library.state().watch).toBe('watching');
    expect(changes.some(({ state }) => state.notices.length === 1)).toBe(true);
  });

  it('is not told of where watching fails for other reasons', async () => {
    const watch: Watch = (_root, listener) => {
      listener.failed(new Error('no'));
      return async () => undefined;
    };
    const { library } = await openLibrary(await tempFolder(), { watch, rescanMs: NEVER });
    expect(library.state()).toMatchObject({ watch: 'polling', notices: [] });
  });
});

import { mkdir, rename, rm, symlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Watch, WatchListener } from '../../../../electron/engine/library/watch.ts';
import { watchFolder } from '../../../../electron/engine/library/watch.ts';
import { contentOf, openLibrary, put, tempFolder } from './folder.ts';

/** A watch that tells only what the test tells. */
function handWatch(): { watch: Watch; listeners: WatchListener[]; stopped: () => number } {
  const listeners: WatchListener[] = [];
  let stopped = 0;
  const watch: Watch = (_root, listener) => {
    listeners.push(listener);
    return async () => void stopped++;
  };
  return { watch, listeners, stopped: () => stopped };
}

const WAIT = { timeout: 10_000, interval: 10 };
const NEVER = 1_000_000;

describe('a watched library', () => {
  it('follows what happens in the folder by itself', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    // Only the watch can tell: there is no rescan within the test.
    const { library, changes } = await openLibrary(root, {
      watch: watchFolder,
      settleMs: 30,
      rescanMs: NEVER,
    });
    const becomes = (content: Record<string, string>) =>
      vi.waitFor(() => expect(contentOf(library)).toEqual(content), WAIT);
    expect(library.state().watch).toBe('watching');
    await put(root, { 'b.txt': 'B.' });
    await becomes({ 'a.txt': 'A.', 'b.txt': 'B.' });
    await put(root, { 'b.txt': 'B, changed.' });
    await becomes({ 'a.txt': 'A.', 'b.txt': 'B, changed.' });
    await put(root, { '.tmp': 'Replaced.' });
    await rename(join(root, '.tmp'), join(root, 'b.txt'));
    await becomes({ 'a.txt': 'A.', 'b.txt': 'Replaced.' });
    await mkdir(join(root, 'sub'));
    await rename(join(root, 'b.txt'), join(root, 'sub/c.txt'));
    await becomes({ 'a.txt': 'A.', 'sub/c.txt': 'Replaced.' });
    await rename(join(root, 'sub'), join(root, 'other'));
    await becomes({ 'a.txt': 'A.', 'other/c.txt': 'Replaced.' });
    await unlink(join(root, 'a.txt'));
    await becomes({ 'other/c.txt': 'Replaced.' });
    // Changes are told a moment after they can be seen.
    await vi.waitFor(() => expect(changes.flatMap((change) => change.removed)).toHaveLength(1), WAIT);
    expect(changes.flatMap((change) => change.renamed)).toHaveLength(2);
  });

  it('keeps the articles while the folder is gone and finds it again', async () => {
    const root = await tempFolder({ 'library/a.txt': 'A.' });
    const folder = join(root, 'library');
    const { library } = await openLibrary(folder, {
      watch: watchFolder,
      settleMs: 20,
      rescanMs: NEVER,
      pollMs: 30,
    });
    await rename(folder, join(root, 'away'));
    await vi.waitFor(() => expect(library.state().watch).toBe('lost'), WAIT);
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.' });
    await put(root, { 'away/b.txt': 'B.' });
    await rename(join(root, 'away'), folder);
    await vi.waitFor(() => expect(contentOf(library)).toEqual({ 'a.txt': 'A.', 'b.txt': 'B.' }), WAIT);
    expect(library.state().watch).toBe('watching');
    await put(folder, { 'c.txt': 'C.' });
    await vi.waitFor(() => expect(library.articles.size).toBe(3), WAIT);
  });

  it('looks for itself where watching fails', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const { watch, listeners, stopped } = handWatch();
    const { library } = await openLibrary(root, { watch, rescanMs: NEVER, pollMs: 20 });
    listeners[0]?.failed(Object.assign(new Error('limit'), { code: 'ENOSPC' }));
    expect(library.state().watch).toBe('polling');
    expect(stopped()).toBe(1);
    await put(root, { 'b.txt': 'B.' });
    await vi.waitFor(() => expect(library.articles.size).toBe(2), WAIT);
    expect(listeners).toHaveLength(1);
  });

  it('looks for itself where watching fails at once', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const watch: Watch = (_root, listener) => {
      listener.failed(new Error('no'));
      return async () => undefined;
    };
    const { library } = await openLibrary(root, { watch, rescanMs: NEVER, pollMs: 20 });
    expect(library.state().watch).toBe('polling');
  });

  it('finds by looking now and then what no event told', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const { watch } = handWatch();
    const { library } = await openLibrary(root, { watch, rescanMs: 20 });
    await put(root, { 'b.txt': 'B.' });
    await rm(join(root, 'a.txt'));
    await vi.waitFor(() => expect(contentOf(library)).toEqual({ 'b.txt': 'B.' }), WAIT);
  });

  it('looks again once the watch is ready, for what happened meanwhile', async () => {
    const root = await tempFolder();
    const { watch, listeners } = handWatch();
    const { library } = await openLibrary(root, { watch, rescanMs: NEVER });
    await put(root, { 'a.txt': 'A.' });
    listeners[0]?.ready();
    await vi.waitFor(() => expect(library.articles.size).toBe(1), WAIT);
  });

  it('does not mind wrong hints', async () => {
    const root = await tempFolder({ 'a.txt': 'A.' });
    const { watch, listeners } = handWatch();
    const { library, changes } = await openLibrary(root, { watch, rescanMs: NEVER });
    changes.length = 0;
    for (const path of ['nowhere', 'a.txt', 'a.txt/b', '.git/x', '../..', '']) listeners[0]?.hint(path);
    await library.settled();
    expect(changes).toEqual([]);
    expect(contentOf(library)).toEqual({ 'a.txt': 'A.' });
  });

  it('does not read a file before it has been left alone', async () => {
    const root = await tempFolder();
    const { watch, listeners } = handWatch();
    const { library } = await openLibrary(root, { watch, settleMs: NEVER, rescanMs: NEVER });
    await put(root, { 'half.txt': 'Half of' });
    await symlink(join(root, 'nowhere'), join(root, 'dead.txt'));
    listeners[0]?.hint('');
    // A link needs no reading: when it shows, the folder has been looked at.
    await vi.waitFor(() => expect(library.failures).toHaveLength(1), WAIT);
    expect(library.articles.size).toBe(0);
  });

  it('tells what happens close together at once', async () => {
    const root = await tempFolder();
    const { watch, listeners } = handWatch();
    const { library, changes } = await openLibrary(root, {
      watch,
      batchMs: 200,
      settleMs: 0,
      rescanMs: NEVER,
    });
    changes.length = 0;
    await put(root, Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, `Text ${i}.`])));
    listeners[0]?.hint('');
    await library.settled();
    expect(changes.reduce((sum, change) => sum + change.added.length, 0)).toBe(20);
    expect(changes.length).toBeLessThan(5);
  });
});

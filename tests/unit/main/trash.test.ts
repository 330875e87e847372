import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAndTrash, Trashed } from '../../../electron/main/trash.ts';
import { BrowserWindow, dialog, resetElectron, shell } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const WRITTEN = new Date('2024-02-03T04:05:06Z');
let folder: string;
let file: string;
let trashed: Trashed;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-trash-'));
  file = path.join(folder, 'a.txt');
  writeFileSync(file, 'Words of A.');
  utimesSync(file, WRITTEN, WRITTEN);
  trashed = new Trashed();
  dialog.showMessageBox.mockResolvedValue({ response: 0 });
  shell.trashItem.mockImplementation((gone) => {
    rmSync(gone);
    return Promise.resolve();
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const trash = (which = file): Promise<boolean> => askAndTrash(new BrowserWindow().asWindow(), which, trashed);

describe('a file that was moved to the trash', () => {
  it('comes back to its place with its words and its times', async () => {
    await trash();
    expect(readdirSync(folder)).toEqual([]);
    expect(await trashed.putBack()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('Words of A.');
    expect(statSync(file).mtime).toEqual(WRITTEN);
    expect(await trashed.putBack()).toBe(false);
  });

  it('comes back beside a file that has its name by now', async () => {
    await trash();
    writeFileSync(file, 'Another.');
    expect(await trashed.putBack()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a (2).txt', 'a.txt']);
    expect(readFileSync(file, 'utf8')).toBe('Another.');
    expect(readFileSync(path.join(folder, 'a (2).txt'), 'utf8')).toBe('Words of A.');
  });

  it('comes back with its folder, the last one first', async () => {
    const other = path.join(folder, 'deep', 'b.txt');
    mkdirSync(path.dirname(other));
    writeFileSync(other, 'B');
    await trash();
    await trash(other);
    rmSync(path.dirname(other), { recursive: true });
    expect(await trashed.putBack()).toBe(true);
    expect(readFileSync(other, 'utf8')).toBe('B');
    expect(readdirSync(folder)).toEqual(['deep']);
    expect(await trashed.putBack()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('Words of A.');
  });

  it('is not there to come back where it was kept, or the system could not move it', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    expect(await trash()).toBe(false);
    shell.trashItem.mockRejectedValueOnce(new Error('no trash'));
    await expect(trash()).rejects.toMatchObject({ code: 'write-failed' });
    expect(await trashed.putBack()).toBe(false);
  });

  it('is let go of when those after it need the room', async () => {
    const size = 30 * 1024 * 1024;
    for (const name of ['b.bin', 'c.bin']) {
      writeFileSync(path.join(folder, name), Buffer.alloc(size));
      await trash(path.join(folder, name));
    }
    expect(await trashed.putBack()).toBe(true);
    expect(await trashed.putBack()).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'c.bin']);
  });

  it('can be asked for again where it could not be written', async () => {
    const inside = path.join(folder, 'deep', 'b.txt');
    mkdirSync(path.dirname(inside));
    writeFileSync(inside, 'B');
    await trash(inside);
    rmSync(path.dirname(inside), { recursive: true });
    // A file where the folder was: nothing can be put into it.
    writeFileSync(path.dirname(inside), '');
    await expect(trashed.putBack()).rejects.toMatchObject({ code: 'write-failed' });
    rmSync(path.dirname(inside));
    expect(await trashed.putBack()).toBe(true);
  });
});

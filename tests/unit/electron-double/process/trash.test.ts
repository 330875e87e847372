import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { moveToTrash } from '../../../electron-double/trash.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'double-trash-'));
  vi.stubEnv('XDG_DATA_HOME', path.join(folder, 'data'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
const trash = (...parts: string[]): string => path.join(folder, 'data', 'Trash', ...parts);

test('a file goes to the trash with a note of where it was', async () => {
  const file = path.join(folder, 'a report.txt');
  writeFileSync(file, 'text');
  await moveToTrash(file);
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(trash('files', 'a report.txt'), 'utf8')).toBe('text');
  const note = readFileSync(trash('info', 'a report.txt.trashinfo'), 'utf8');
  expect(note).toContain(`Path=${encodeURI(file)}\n`);
  expect(note).toMatch(/^\[Trash Info\]\n/);
});

test('a second one of the same name takes nothing’s place', async () => {
  for (const text of ['one', 'two']) {
    writeFileSync(path.join(folder, 'a.txt'), text);
    await moveToTrash(path.join(folder, 'a.txt'));
  }
  expect(readFileSync(trash('files', 'a.txt'), 'utf8')).toBe('one');
  expect(readFileSync(trash('files', 'a.2.txt'), 'utf8')).toBe('two');
});

test('what is not there is an error, and leaves no note', async () => {
  await expect(moveToTrash(path.join(folder, 'gone.txt'))).rejects.toThrow(/ENOENT/);
  expect(existsSync(trash('info'))).toBe(false);
});

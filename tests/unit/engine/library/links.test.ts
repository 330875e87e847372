import { mkdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFileBytes } from '../../../../electron/engine/library/read-file.ts';
import { findFiles } from '../../../../electron/engine/library/walk.ts';
import { put, tempFolder } from './folder.ts';

async function linkedFolder(): Promise<string> {
  const parent = await tempFolder({ 'outside/note.txt': 'secret', 'library/kept/note.txt': 'ordinary' });
  await symlink(join(parent, 'outside'), join(parent, 'library', 'linked'));
  return join(parent, 'library');
}

describe('a folder that is a link out of the library', () => {
  it('is not gone through, though a file beyond it is asked for by its path', async () => {
    const root = await linkedFolder();
    const found = await findFiles(root, ['linked/note.txt', 'linked/deeper/note.txt', 'kept/note.txt']);
    expect([...found.keys()].toSorted()).toEqual(['kept/note.txt', 'linked']);
    expect(found.get('linked')).toMatchObject({ failure: { code: 'outside-library' } });
  });

  it('is not read through, though it became a link after it was looked at', async () => {
    const root = await linkedFolder();
    const read = await readFileBytes(join(root, 'linked/note.txt'), 'linked/note.txt', root);
    expect(read).toMatchObject({ failure: { code: 'outside-library' }, stamp: null });
    expect(await readFileBytes(join(root, 'kept/note.txt'), 'kept/note.txt', root)).toHaveProperty('bytes');
  });

  it('is read through where the person named the file', async () => {
    const root = await linkedFolder();
    expect(await readFileBytes(join(root, 'linked/note.txt'), 'note.txt', null)).toHaveProperty('bytes');
  });

  it('is a link wherever it leads: within the library its files are found at their own place', async () => {
    const root = await tempFolder({ 'real/note.txt': 'ordinary' });
    await mkdir(join(root, 'other'));
    await rename(join(root, 'real'), join(root, 'other/real'));
    await symlink(join(root, 'other/real'), join(root, 'real'));
    await put(root, { 'top.txt': 'ordinary' });
    expect([...(await findFiles(root, ['real/note.txt'])).keys()]).toEqual([]);
    expect([...(await findFiles(root)).keys()].toSorted()).toEqual(['other/real/note.txt', 'top.txt']);
  });
});

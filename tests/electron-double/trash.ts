import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Moves a file or folder to the user's trash, with a note of where it was.
 *
 * https://specifications.freedesktop.org/trash-spec/latest/
 */
export async function moveToTrash(file: string): Promise<void> {
  const data = process.env['XDG_DATA_HOME'] || path.join(homedir(), '.local', 'share');
  const trash = path.join(data, 'Trash');
  await access(file);
  await mkdir(path.join(trash, 'files'), { recursive: true });
  await mkdir(path.join(trash, 'info'), { recursive: true });
  const name = await claimName(trash, file);
  try {
    await rename(file, path.join(trash, 'files', name));
  } catch (error) {
    await rm(path.join(trash, 'info', `${name}.trashinfo`));
    throw error;
  }
}

/** Writes the note first: whoever makes it has the name, whatever others trash meanwhile. */
async function claimName(trash: string, file: string): Promise<string> {
  const { name, ext } = path.parse(file);
  const note = [
    '[Trash Info]',
    `Path=${file.split('/').map(encodeURIComponent).join('/')}`,
    `DeletionDate=${new Date().toISOString().slice(0, 19)}`,
    '',
  ].join('\n');
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? `${name}${ext}` : `${name}.${count}${ext}`;
    try {
      await writeFile(path.join(trash, 'info', `${candidate}.trashinfo`), note, { flag: 'wx' });
      return candidate;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

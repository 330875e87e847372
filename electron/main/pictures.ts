import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { SynopticError, type PictureRequest, type SaveResult } from '../api/index.ts';
import { fileNameFor } from '../engine/report/file-name.ts';
import { askWhereToSave } from './dialogs.ts';

/** Asks where, then writes there what the page has drawn. */
export async function savePicture(
  { title, svg }: PictureRequest,
  window: BrowserWindow,
): Promise<SaveResult> {
  const filter = { name: 'SVG picture', extensions: ['svg'] };
  const fileName = fileNameFor(title, 'who reports what', 'svg');
  const path = await askWhereToSave(window, fileName, filter, 'Save the picture');
  if (path === null) return { saved: false };
  try {
    await writeFile(path, svg);
  } catch (cause) {
    throw new SynopticError(
      'write-failed',
      'The picture could not be written there.',
      'Choose another folder, or close the file if another program has it open.',
      { cause },
    );
  }
  return { saved: true, path };
}

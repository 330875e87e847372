import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { SynopticError, type NotesRequest, type SaveResult } from '../api/index.ts';
import { fileNameFor } from '../engine/report/file-name.ts';
import { askWhereToSave } from './dialogs.ts';

/** Asks where, then writes there what the reader has made of a library. */
export async function saveNotes({ title, json }: NotesRequest, window: BrowserWindow): Promise<SaveResult> {
  const filter = { name: 'JSON', extensions: ['json'] };
  const fileName = fileNameFor(title, 'marks and notes', 'json');
  const path = await askWhereToSave(window, fileName, filter, 'Save marks and notes');
  if (path === null) return { saved: false };
  try {
    await writeFile(path, json);
  } catch (cause) {
    throw new SynopticError(
      'write-failed',
      'The marks and notes could not be written there.',
      'Choose another folder, or close the file if another program has it open.',
      { cause },
    );
  }
  return { saved: true, path };
}

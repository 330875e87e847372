import { dialog, shell, type BrowserWindow } from 'electron';
import path from 'node:path';
import { SynopticError } from '../api/index.ts';

/** What each system calls it, as in "Move to …". */
function trashName(): string {
  return process.platform === 'win32' ? 'Recycle Bin' : 'Trash';
}

/**
 * Asks, then moves a file to the system's trash. The library notices by itself.
 *
 * @returns false when the user kept it.
 * @throws SynopticError `write-failed` where the system could not.
 */
export async function askAndTrash(window: BrowserWindow, file: string): Promise<boolean> {
  const trash = trashName();
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Move “${path.basename(file)}” to the ${trash}?`,
    detail: `The file leaves the library. You can put it back from the ${trash}.`,
    buttons: [`Move to ${trash}`, 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return false;
  try {
    await shell.trashItem(file);
  } catch (cause) {
    throw new SynopticError(
      'write-failed',
      `The file could not be moved to the ${trash}.`,
      'Its disk may have none, or another program has the file open. Use “Show in Folder” to delete it yourself.',
      { cause },
    );
  }
  return true;
}

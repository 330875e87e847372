import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import path from 'node:path';

/** Null when the user cancelled. */
export async function askForFiles(window: BrowserWindow): Promise<readonly string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Add articles',
    buttonLabel: 'Add',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Articles', extensions: ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

/** Null when the user cancelled. */
export async function askForLibrary(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a library',
    message: 'Choose the folder that holds your articles.',
    buttonLabel: 'Open',
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Null when the user cancelled. */
export async function askWhereToSave(
  window: BrowserWindow,
  fileName: string,
  filter: FileFilter,
  title = 'Save the brief',
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: path.join(app.getPath('documents'), fileName),
    filters: [filter],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** A recent library is not there any more. True: it shall not be offered again. */
export async function askAboutGone(window: BrowserWindow, library: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `The library “${path.basename(library)}” cannot be opened.`,
    detail: `${library}\n\nIf it is on another disk, connect that and open it again.`,
    buttons: ['Keep in the List', 'Remove from the List'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

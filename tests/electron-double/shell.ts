import type { Shell } from 'electron';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { record } from './records.ts';
import { moveToTrash } from './trash.ts';
import { only } from './unimplemented.ts';

/** https://www.electronjs.org/docs/latest/api/shell: other programs are not started, only noted. */
export const shell: Shell = only<Shell>('shell', {
  showItemInFolder: (file) => record('shell.showItemInFolder', file),
  openExternal: async (url) => record('shell.openExternal', url),
  /** “Resolves with a string containing the error message … or "" if successful.” */
  async openPath(file) {
    record('shell.openPath', file);
    return existsSync(file) ? '' : 'Failed to open path';
  },
  /** “This moves a path to the OS-specific trash location.” */
  async trashItem(file) {
    if (!path.isAbsolute(file)) throw new Error(`Failed to parse path: ${file}`);
    record('shell.trashItem', file);
    await moveToTrash(file);
  },
  beep: () => record('shell.beep'),
});

import { app, dialog, type WebContents } from 'electron';
import { SynopticError } from '../api/index.ts';
import type { EngineHost } from './engine-host.ts';
import { showError } from './errors.ts';

/** Windows close, programs quit: as each system has it. */
export function setupLifecycle(engine: EngineHost, open: () => void, isOpen: () => boolean): void {
  app.on('activate', () => {
    if (!isOpen()) open();
  });
  app.on('window-all-closed', () => {
    // On macOS a program lives on without windows.
    if (process.platform !== 'darwin') app.quit();
  });
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void engine.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

export function engineGivenUp(): void {
  showError(
    new SynopticError(
      'engine-stopped',
      'The reader’s engine stopped several times in a row.',
      'Restart Synoptic. Your files are untouched.',
    ),
  );
}

/** A page that crashed is shown again if the user wishes. */
export function setupPageCrash(contents: WebContents): void {
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const chosen = dialog.showMessageBoxSync({
      type: 'error',
      message: 'The window stopped working.',
      detail: `Your files are untouched. (${reason})`,
      buttons: ['Show it again', 'Quit'],
      defaultId: 0,
      cancelId: 1,
    });
    if (chosen === 0) contents.reload();
    else app.quit();
  });
}

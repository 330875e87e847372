import { app, dialog } from 'electron';
import { logEvent } from './log.ts';

/** To be called before Electron is ready: every page runs in a sandbox, whatever its window says. */
export function setupSandbox(): void {
  app.enableSandbox();
}

/**
 * Whether pages really run in a sandbox. The launcher of an AppImage adds `--no-sandbox` by itself where the
 * system refuses programs the namespaces that a sandbox is made of (Ubuntu since 24.04): then the user is
 * told what to install instead, and Synoptic is to quit. In development it is up to whoever starts it.
 */
export async function isSandboxed(): Promise<boolean> {
  if (!app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) return true;
  logEvent('error', 'shell', 'no-sandbox');
  await dialog.showMessageBox({
    type: 'error',
    message: 'Synoptic does not start without its sandbox.',
    detail:
      'The sandbox keeps what an article may do away from your files, and this start would have been without. ' +
      'Install the package for your system (.deb or .rpm), which brings what the sandbox needs, or start ' +
      'Synoptic without --no-sandbox.',
    buttons: ['Quit'],
  });
  return false;
}

import { app, dialog } from 'electron';
import { logEvent } from './log.ts';

let isGivenUp = false;

/**
 * To be called before Electron is ready: every page runs in a sandbox, whatever its window says. Not where the
 * sandbox was given up on the command line: `enableSandbox` takes the switch away, with it the only sign of how
 * the first processes were started, and all later ones would fail where the system grants no sandbox.
 */
export function setupSandbox(): void {
  isGivenUp = app.commandLine.hasSwitch('no-sandbox');
  if (!isGivenUp) app.enableSandbox();
}

/**
 * Whether pages really run in a sandbox. The launcher of an AppImage adds `--no-sandbox` by itself where the
 * system refuses programs the namespaces that a sandbox is made of (Ubuntu since 24.04): then the user is
 * told what to install instead, and Synoptic is to quit. In development it is up to whoever starts it.
 */
export async function isSandboxed(): Promise<boolean> {
  if (!app.isPackaged || !isGivenUp) return true;
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

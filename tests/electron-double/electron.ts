import type * as Electron from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { MessageChannelMain } from './message-ports.ts';
import { nativeTheme } from './native-theme.ts';
import { protocol } from './protocol.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { only } from './unimplemented.ts';
import { utilityProcess } from './utility-process.ts';

/** What main gets for `import … from 'electron'`. A part that is not here cannot be imported. */
const electron = {
  app,
  BrowserWindow: BrowserWindow as unknown as typeof Electron.BrowserWindow,
  dialog,
  ipcMain,
  Menu: Menu as unknown as typeof Electron.Menu,
  MenuItem: MenuItem as unknown as typeof Electron.MenuItem,
  MessageChannelMain: MessageChannelMain as unknown as typeof Electron.MessageChannelMain,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} satisfies Partial<typeof Electron>;

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
};

/** Everything at once, for tests that look into main; asking for a part that is not there throws. */
export default only<typeof Electron>('electron', electron);

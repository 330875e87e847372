import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { AppCommand } from '../api/index.ts';
import { IPC } from '../api/ipc.ts';

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

function template(window: () => BrowserWindow | null): MenuItemConstructorOptions[] {
  const mac = process.platform === 'darwin';
  const command = (label: string, name: AppCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator && { accelerator }),
    click: () => window()?.webContents.send(IPC.command, name),
  });
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('Open Library…', 'choose-library', 'CmdOrCtrl+O'),
        command('Add Articles…', 'choose-files', 'CmdOrCtrl+Shift+O'),
        SEPARATOR,
        command('Export Brief…', 'export', 'CmdOrCtrl+E'),
        command('Print Brief…', 'print', 'CmdOrCtrl+P'),
        SEPARATOR,
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        SEPARATOR,
        { role: 'cut' },
        { role: 'copy' },
        command('Copy Summary', 'copy-summary', 'CmdOrCtrl+Shift+C'),
        { role: 'paste' },
        { role: 'selectAll' },
        SEPARATOR,
        command('Find', 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Command Palette', 'palette', 'CmdOrCtrl+K'),
        command('Show or Hide the Library', 'toggle-library', 'CmdOrCtrl+B'),
        SEPARATOR,
        command('Larger Text', 'text-larger', 'CmdOrCtrl+Plus'),
        command('Smaller Text', 'text-smaller', 'CmdOrCtrl+-'),
        command('Usual Text Size', 'text-reset', 'CmdOrCtrl+0'),
        SEPARATOR,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [SEPARATOR, { role: 'toggleDevTools' } as const]),
      ],
    },
    mac ? { role: 'windowMenu' } : { label: '&Help', submenu: [{ role: 'about', label: 'About Synoptic' }] },
  ];
}

/** The system's menu: its commands are the page's to carry out. */
export function setupMenu(window: () => BrowserWindow | null): void {
  app.setAboutPanelOptions({
    applicationName: 'Synoptic',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
    credits: 'Reads several accounts of one event side by side. Nothing leaves this computer.',
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(window)));
}

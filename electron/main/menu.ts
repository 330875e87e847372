import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { AppCommand } from '../api/index.ts';
import { recentsMenu } from './recents-menu.ts';

/** What the menu can do; the rest are the page's commands. */
export interface MenuActions {
  /** Opens the window first where there is none. */
  readonly command: (command: AppCommand) => void;
  readonly openSample: () => void;
  readonly openRecent: (library: string) => void;
  readonly clearRecent: () => void;
  readonly showLog: () => void;
  /** Absent where no licences are packed. */
  readonly showLicences: (() => void) | null;
  /** By so many steps of the page's zoom; null: to its actual size. */
  readonly zoom: (steps: number | null) => void;
}

/** What the menu shows at the moment. */
export interface MenuState {
  readonly recent: readonly string[];
  /** On macOS a program lives on without windows. */
  readonly hasWindow: boolean;
}

type Item = MenuItemConstructorOptions;
const SEPARATOR: Item = { type: 'separator' };

/** What the menus are made of: items that ask the page, greyed where only an open window gives them a sense. */
function itemsFor({ command }: MenuActions, { hasWindow }: MenuState) {
  const always = (label: string, name: AppCommand, accelerator?: string): Item => ({
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => command(name),
  });
  const inWindow = (...given: Parameters<typeof always>): Item => ({
    ...always(...given),
    enabled: hasWindow,
  });
  return { always, inWindow };
}

function macMenu(): Item {
  return {
    label: app.name,
    submenu: [
      { role: 'about' },
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  };
}

function fileMenu(actions: MenuActions, state: MenuState, mac: boolean): Item {
  const { always, inWindow } = itemsFor(actions, state);
  return {
    label: '&File',
    submenu: [
      always('&Open Library…', 'choose-library', 'CmdOrCtrl+O'),
      {
        label: 'Open &Recent',
        enabled: state.recent.length > 0,
        submenu: recentsMenu(state.recent, actions.openRecent, actions.clearRecent),
      },
      { label: 'Open &Sample Library', click: actions.openSample },
      SEPARATOR,
      always('&Add Articles…', 'choose-files', 'CmdOrCtrl+Shift+O'),
      SEPARATOR,
      inWindow('Show in &Folder', 'show-file'),
      inWindow(process.platform === 'win32' ? 'Move to Recycle &Bin…' : 'Move to &Trash…', 'trash'),
      SEPARATOR,
      inWindow('&Export Brief…', 'export', 'CmdOrCtrl+E'),
      inWindow('&Print Brief…', 'print', 'CmdOrCtrl+P'),
      SEPARATOR,
      mac ? { role: 'close' } : { role: 'quit', label: 'E&xit' },
    ],
  };
}

function editMenu(actions: MenuActions, state: MenuState): Item {
  const { inWindow } = itemsFor(actions, state);
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo', label: '&Undo' },
      { role: 'redo', label: '&Redo' },
      // The two above are for the words in a field; this is for what was done to articles.
      inWindow('Undo the Last C&hange', 'undo'),
      SEPARATOR,
      { role: 'cut', label: 'Cu&t' },
      { role: 'copy', label: '&Copy' },
      inWindow('Copy &Summary', 'copy-summary', 'CmdOrCtrl+Shift+C'),
      { role: 'paste', label: '&Paste' },
      { role: 'selectAll', label: 'Select &All' },
      SEPARATOR,
      inWindow('&Find', 'find', 'CmdOrCtrl+F'),
    ],
  };
}

/**
 * Two ways to make things larger: the size of the text, which has the keys that people know from browsers, and
 * the zoom of the whole window, which has none. Every other combination types something on some keyboard
 * (Ctrl+Alt is AltGr) or belongs to a system.
 */
function viewMenu(actions: MenuActions, state: MenuState): Item {
  const { inWindow } = itemsFor(actions, state);
  const zoom = (label: string, steps: number | null): Item => ({
    label,
    enabled: state.hasWindow,
    click: () => actions.zoom(steps),
  });
  return {
    label: '&View',
    submenu: [
      inWindow('&Command Palette', 'palette', 'CmdOrCtrl+K'),
      inWindow('Show or Hide the &Library', 'toggle-library', 'CmdOrCtrl+B'),
      inWindow('Look Through the Folder A&gain', 'rescan', 'CmdOrCtrl+R'),
      SEPARATOR,
      inWindow('L&arger Text', 'text-larger', 'CmdOrCtrl+Plus'),
      inWindow('S&maller Text', 'text-smaller', 'CmdOrCtrl+-'),
      inWindow('&Usual Text Size', 'text-reset', 'CmdOrCtrl+0'),
      {
        label: '&Zoom',
        submenu: [zoom('Zoom &In', 1), zoom('Zoom &Out', -1), zoom('&Actual Size', null)],
      },
      SEPARATOR,
      { role: 'togglefullscreen', label: '&Full Screen' },
      ...(app.isPackaged ? [] : [SEPARATOR, { role: 'toggleDevTools' } as const]),
    ],
  };
}

function helpMenu(actions: MenuActions, state: MenuState, mac: boolean): Item {
  const { inWindow } = itemsFor(actions, state);
  return {
    ...(mac && { role: 'help' }),
    label: '&Help',
    submenu: [
      inWindow('&Keyboard Shortcuts', 'keys', 'CmdOrCtrl+/'),
      { label: 'Show &Log File', click: actions.showLog },
      ...(actions.showLicences ? [{ label: 'Third-&Party Licences', click: actions.showLicences }] : []),
      ...(mac ? [] : [SEPARATOR, { role: 'about', label: '&About Synoptic' } as const]),
    ],
  };
}

/** The system's menu, as it is to be now. */
export function showMenu(actions: MenuActions, state: MenuState): void {
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [macMenu()] : []),
      fileMenu(actions, state, mac),
      editMenu(actions, state),
      viewMenu(actions, state),
      mac
        ? { role: 'windowMenu' }
        : {
            label: '&Window',
            submenu: [
              { role: 'minimize', label: 'Mi&nimise' },
              { role: 'close', label: '&Close' },
            ],
          },
      helpMenu(actions, state, mac),
    ]),
  );
}

/** What the system shows of Synoptic itself. */
export function setupAbout(): void {
  // The same as the installer's, so that Windows puts the window, its button and its list together.
  if (process.platform === 'win32') app.setAppUserModelId('app.synoptic.reader');
  app.setAboutPanelOptions({
    applicationName: 'Synoptic',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
    credits: 'Reads several accounts of one event side by side. Nothing leaves this computer.',
  });
}

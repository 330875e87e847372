import type { BrowserWindow, MenuItemConstructorOptions, WebContents } from 'electron';
import { app } from './app.ts';
import { unimplemented } from './unimplemented.ts';

export type Role = NonNullable<MenuItemConstructorOptions['role']>;

interface RoleDefinition {
  readonly label: string | ((app: string) => string);
  readonly accelerator?: string | null;
  /** Items of a role that is a menu. */
  readonly submenu?: () => MenuItemConstructorOptions[];
  readonly ofApp?: () => void;
  readonly ofWindow?: (window: BrowserWindow) => void;
  readonly ofContents?: (contents: WebContents) => void;
  readonly platforms?: readonly NodeJS.Platform[];
}

const mac = process.platform === 'darwin';
const windows = process.platform === 'win32';
const MAC = ['darwin'] as const;
const SEPARATOR = { type: 'separator' } as const;

const zoomBy = (step: number) => (contents: WebContents) =>
  contents.setZoomLevel(contents.getZoomLevel() + step);

/** https://www.electronjs.org/docs/latest/api/menu-item#roles, with the labels and keys of Electron's own. */
const ROLES: Partial<Record<Role, RoleDefinition>> = {
  about: {
    label: (name) => (process.platform === 'linux' ? 'About' : `About ${name}`),
    ofApp: () => app.showAboutPanel(),
  },
  quit: {
    label: (name) => (mac ? `Quit ${name}` : windows ? 'Exit' : 'Quit'),
    // Windows has Alt+F4 for it, which is the system's.
    accelerator: windows ? null : 'CommandOrControl+Q',
    ofApp: () => app.quit(),
  },
  close: {
    label: mac ? 'Close Window' : 'Close',
    accelerator: 'CommandOrControl+W',
    ofWindow: (window) => window.close(),
  },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', ofWindow: (window) => window.minimize() },
  zoom: { label: 'Zoom', platforms: MAC },
  front: { label: 'Bring All to Front', platforms: MAC },
  window: { label: 'Window' },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: mac ? 'Control+Command+F' : 'F11',
    ofWindow: (window) => window.setFullScreen(!window.isFullScreen()),
  },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', ofContents: (contents) => contents.undo() },
  redo: {
    label: 'Redo',
    accelerator: windows ? 'Control+Y' : 'Shift+CommandOrControl+Z',
    ofContents: (contents) => contents.redo(),
  },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', ofContents: (contents) => contents.cut() },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', ofContents: (contents) => contents.copy() },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', ofContents: (contents) => contents.paste() },
  delete: { label: 'Delete', ofContents: (contents) => contents.delete() },
  selectAll: {
    label: 'Select All',
    accelerator: 'CommandOrControl+A',
    ofContents: (contents) => contents.selectAll(),
  },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', ofContents: (contents) => contents.reload() },
  toggleDevTools: {
    label: 'Toggle Developer Tools',
    accelerator: mac ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    ofContents: (contents) => contents.toggleDevTools(),
  },
  resetZoom: {
    label: 'Actual Size',
    accelerator: 'CommandOrControl+0',
    ofContents: (contents) => contents.setZoomLevel(0),
  },
  zoomIn: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', ofContents: zoomBy(0.5) },
  zoomOut: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', ofContents: zoomBy(-0.5) },
  services: { label: 'Services', platforms: MAC },
  recentDocuments: { label: 'Open Recent', platforms: MAC },
  clearRecentDocuments: { label: 'Clear Menu', platforms: MAC, ofApp: () => app.clearRecentDocuments() },
  hide: { label: (name) => `Hide ${name}`, accelerator: 'Command+H', platforms: MAC },
  hideOthers: { label: 'Hide Others', accelerator: 'Command+Alt+H', platforms: MAC },
  unhide: { label: 'Show All', platforms: MAC },
  appMenu: {
    label: (name) => name,
    platforms: MAC,
    submenu: () => [
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
  },
  windowMenu: {
    label: 'Window',
    submenu: () => [
      { role: 'minimize' },
      { role: 'zoom' },
      ...(mac ? [SEPARATOR, { role: 'front' } as const] : [{ role: 'close' } as const]),
    ],
  },
  editMenu: {
    label: 'Edit',
    submenu: () => [
      { role: 'undo' },
      { role: 'redo' },
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  },
  help: { label: 'Help' },
};

/** @throws where the double does not know the role. */
export function roleOf(name: Role): RoleDefinition {
  const role = ROLES[name];
  if (!role) throw unimplemented(`the menu role “${name}”`);
  return role;
}

export const labelOf = ({ label }: RoleDefinition): string =>
  typeof label === 'string' ? label : label(app.getName());

/** @returns whether the role had something to do here; where it had not, an item's own `click` is called. */
export function carryOut(name: Role, window: BrowserWindow | null, contents: WebContents | null): boolean {
  const { ofApp, ofWindow, ofContents } = roleOf(name);
  if (ofApp) ofApp();
  else if (ofWindow && window) ofWindow(window);
  else if (ofContents && contents) ofContents(contents);
  else return false;
  return true;
}

import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setupAbout, showMenu, type MenuActions } from '../../../electron/main/menu.ts';
import { app, resetElectron, seen } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));
beforeEach(() => resetElectron());
afterEach(() => void vi.restoreAllMocks());

type Item = MenuItemConstructorOptions;

const actions = {
  command: vi.fn<MenuActions['command']>(),
  openSample: vi.fn<MenuActions['openSample']>(),
  openRecent: vi.fn<MenuActions['openRecent']>(),
  clearRecent: vi.fn<MenuActions['clearRecent']>(),
  showLog: vi.fn<MenuActions['showLog']>(),
  showLicences: vi.fn<() => void>(),
  zoom: vi.fn<MenuActions['zoom']>(),
} satisfies MenuActions;

const below = (item: Item): Item[] => [item, ...((item.submenu ?? []) as Item[]).flatMap(below)];
const items = () => seen.menu.flatMap(below);
const plain = (label?: string) => label?.replace(/&(?!&)/g, '');
const roles = () => items().flatMap(({ role }) => role ?? []);

function show(recent: readonly string[] = [], hasWindow = true): void {
  showMenu(actions, { recent, hasWindow });
}

function item(label: string): Item {
  const found = items().find((each) => plain(each.label) === label);
  if (!found) throw new Error(`no item “${label}”`);
  return found;
}

const click = (label: string) => item(label).click?.({} as never, undefined, {} as never);
const on = (platform: string) =>
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform as NodeJS.Platform);

describe('the menu', () => {
  it('shows the licences where they are packed', () => {
    show();
    click('Third-Party Licences');
    expect(actions.showLicences).toHaveBeenCalledOnce();
    showMenu({ ...actions, showLicences: null }, { recent: [], hasWindow: true });
    expect(items().map(({ label }) => plain(label))).not.toContain('Third-Party Licences');
  });

  it.each([
    ['Open Library…', 'choose-library'],
    ['Add Articles…', 'choose-files'],
    ['Show in Folder', 'show-file'],
    ['Move to Trash…', 'trash'],
    ['Export Brief…', 'export'],
    ['Print Brief…', 'print'],
    ['Copy Summary', 'copy-summary'],
    ['Find', 'find'],
    ['Command Palette', 'palette'],
    ['Show or Hide the Library', 'toggle-library'],
    ['Look Through the Folder Again', 'rescan'],
    ['Larger Text', 'text-larger'],
    ['Smaller Text', 'text-smaller'],
    ['Usual Text Size', 'text-reset'],
    ['Keyboard Shortcuts', 'keys'],
  ])('has %s ask the page: %s', (label, command) => {
    on('linux');
    show();
    click(label);
    expect(actions.command.mock.calls).toEqual([[command]]);
  });

  it('does by itself what is no matter of the page', () => {
    show();
    for (const label of ['Open Sample Library', 'Show Log File', 'Zoom In', 'Zoom Out', 'Actual Size'])
      click(label);
    expect(actions.openSample).toHaveBeenCalledOnce();
    expect(actions.showLog).toHaveBeenCalledOnce();
    expect(actions.zoom.mock.calls).toEqual([[1], [-1], [null]]);
  });

  it('offers the recent libraries by short names, and to forget them', () => {
    app.paths = { home: '/home/jane' };
    show(['/home/jane/News & views', '/mnt/texts']);
    const offered = (item('Open Recent').submenu ?? []) as Item[];
    expect(offered.map(({ label }) => label)).toEqual(['~/News && views', '/mnt/texts', undefined, '&Clear']);
    offered[0]?.click?.({} as never, undefined, {} as never);
    expect(actions.openRecent).toHaveBeenCalledWith('/home/jane/News & views');
    click('Clear');
    expect(actions.clearRecent).toHaveBeenCalledOnce();
  });

  it('greys the recent libraries where there are none', () => {
    show();
    expect(item('Open Recent').enabled).toBe(false);
  });

  it('keeps without a window what can open one, and greys what needs one', () => {
    show([], false);
    const greyed = items().flatMap(({ label, enabled }) => (enabled === false ? [plain(label)] : []));
    expect(greyed).toEqual(expect.arrayContaining(['Find', 'Print Brief…', 'Zoom In', 'Move to Trash…']));
    for (const label of ['Open Library…', 'Add Articles…', 'Open Sample Library', 'Show Log File']) {
      expect(greyed).not.toContain(label);
    }
  });

  it.each(['darwin', 'linux', 'win32'])('gives no two items the same keys or letters on %s', (platform) => {
    on(platform);
    show(['/a', '/b']);
    const keys = items().flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((each) => !each.startsWith('CmdOrCtrl+'))).toEqual([]);
    for (const level of [seen.menu, ...items().map(({ submenu }) => (submenu ?? []) as Item[])]) {
      const letters = level.flatMap(
        ({ label }) => /(?<!&)&([^&])/.exec(label ?? '')?.[1]?.toLowerCase() ?? [],
      );
      expect(letters).toEqual([...new Set(letters)]);
    }
  });

  it.each([
    [
      'darwin',
      ['services', 'hide', 'hideOthers', 'unhide', 'quit', 'about', 'close', 'windowMenu', 'help'],
      [],
    ],
    ['linux', ['quit', 'about', 'close', 'minimize'], ['services', 'hide', 'windowMenu', 'help']],
    ['win32', ['quit', 'about', 'close', 'minimize'], ['services', 'hide', 'windowMenu', 'help']],
  ])('has what is usual on %s', (platform, has, hasNot) => {
    on(platform);
    show();
    for (const role of [...has, 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'togglefullscreen']) {
      expect(roles()).toContain(role);
    }
    for (const role of hasNot) expect(roles()).not.toContain(role);
    const names = seen.menu.map(({ label, role }) => plain(label) ?? role);
    const usual = ['File', 'Edit', 'View', platform === 'darwin' ? 'windowMenu' : 'Window', 'Help'];
    expect(names).toEqual(platform === 'darwin' ? ['Synoptic', ...usual] : usual);
    if (platform === 'win32') expect(item('Move to Recycle Bin…')).toBeDefined();
    if (platform !== 'darwin') expect(item('Exit').role).toBe('quit');
  });

  it('offers the developer tools in development only, and never a reload', () => {
    show();
    expect(roles()).not.toContain('toggleDevTools');
    app.isPackaged = false;
    show();
    expect(roles()).toContain('toggleDevTools');
    expect(roles()).not.toContain('reload');
  });
});

it.each([
  ['win32', [['app.synoptic.reader']]],
  ['linux', []],
])('tells the system who it is on %s', (platform, ids) => {
  on(platform);
  setupAbout();
  expect(app.setAboutPanelOptions).toHaveBeenCalledWith(
    expect.objectContaining({ applicationVersion: '1.2.3' }),
  );
  expect(app.setAppUserModelId.mock.calls).toEqual(ids);
});

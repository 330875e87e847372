import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setupMenu } from '../../../electron/main/menu.ts';
import { app, BrowserWindow, resetElectron, seen } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));
beforeEach(() => resetElectron());
afterEach(() => void vi.restoreAllMocks());

function items(): MenuItemConstructorOptions[] {
  return seen.menu.flatMap(({ submenu }) => (submenu ?? []) as MenuItemConstructorOptions[]);
}

const roles = () => [...seen.menu, ...items()].flatMap(({ role }) => role ?? []);

describe('the menu', () => {
  it('sends its commands to the page', () => {
    const window = new BrowserWindow();
    setupMenu(() => window.asWindow());
    for (const item of items()) item.click?.({} as never, undefined, {} as never);
    expect(
      window.webContents.send.mock.calls.map(([channel, command]) => [channel, command as string]),
    ).toEqual(
      [
        'choose-library',
        'choose-files',
        'export',
        'print',
        'copy-summary',
        'find',
        'palette',
        'toggle-library',
        'text-larger',
        'text-smaller',
        'text-reset',
      ].map((command) => ['synoptic:command', command]),
    );
  });

  it('does nothing where there is no window', () => {
    setupMenu(() => null);
    expect(() => items().forEach((item) => item.click?.({} as never, undefined, {} as never))).not.toThrow();
  });

  it('gives no two items the same keys', () => {
    setupMenu(() => null);
    const keys = items().flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['darwin', ['appMenu', 'close', 'windowMenu'], ['quit', 'about']],
    ['linux', ['quit', 'about'], ['appMenu', 'close', 'windowMenu']],
  ])('has what is usual on %s', (platform, has, hasNot) => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue(platform as NodeJS.Platform);
    setupMenu(() => null);
    for (const role of has) expect(roles()).toContain(role);
    for (const role of hasNot) expect(roles()).not.toContain(role);
  });

  it('offers the developer tools in development only, and never a reload', () => {
    setupMenu(() => null);
    expect(roles()).not.toContain('toggleDevTools');
    app.isPackaged = false;
    setupMenu(() => null);
    expect(roles()).toContain('toggleDevTools');
    expect(roles()).not.toContain('reload');
  });
});

import type { Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setupPermissions } from '../../../electron/main/permissions.ts';
import { FakeContents, resetElectron, session } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

type Permission = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1];

beforeEach(() => {
  resetElectron();
  setupPermissions(session.defaultSession.asSession());
});

function answers(
  permission: Permission,
  url: string,
): [asked: boolean | undefined, checked: boolean | undefined] {
  const contents = new FakeContents();
  contents.url = url;
  const request = session.defaultSession.setPermissionRequestHandler.mock.calls[0]?.[0];
  const check = session.defaultSession.setPermissionCheckHandler.mock.calls[0]?.[0];
  let asked: boolean | undefined;
  request?.(contents.asContents(), permission, (granted) => (asked = granted), {} as never);
  return [asked, check?.(contents.asContents(), permission, url, {} as never)];
}

describe('permissions', () => {
  it.each<Permission>([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'display-capture',
    'local-fonts',
    'usb',
    'unknown',
  ])('do not include %s', (permission) => {
    expect(answers(permission, 'synoptic://app/index.html')).toEqual([false, false]);
  });

  it('include writing text to the clipboard, for our page only', () => {
    expect(answers('clipboard-sanitized-write', 'synoptic://app/index.html')).toEqual([true, true]);
    expect(answers('clipboard-sanitized-write', 'synoptic://brief/x')).toEqual([false, false]);
    expect(answers('clipboard-sanitized-write', 'https://app/')).toEqual([false, false]);
  });

  it('are refused to a frame without a page, to devices and to screen capture', () => {
    const check = session.defaultSession.setPermissionCheckHandler.mock.calls[0]?.[0];
    expect(check?.(null, 'clipboard-sanitized-write', 'synoptic://app', {} as never)).toBe(false);
    const device = session.defaultSession.setDevicePermissionHandler.mock.calls[0]?.[0];
    expect(device?.({} as never)).toBe(false);
    const capture = session.defaultSession.setDisplayMediaRequestHandler.mock.calls[0]?.[0];
    const streams = vi.fn();
    capture?.({} as never, streams);
    expect(streams).toHaveBeenCalledWith(null);
  });
});

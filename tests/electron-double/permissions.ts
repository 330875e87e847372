import type { Session } from 'electron';
import type { Protocol } from './cdp.ts';
import { chromium } from './chromium-process.ts';
import type { WebContents } from './web-contents.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<CheckHandler>[1];
type Descriptor = Protocol.Browser.PermissionDescriptor;

/** What Electron calls it, and what Chromium's DevTools do. Those without a setting there are not here. */
const PERMISSIONS: readonly (readonly [Permission, Descriptor, more?: object])[] = [
  ['geolocation', { name: 'geolocation' }],
  ['notifications', { name: 'notifications' }],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['media', { name: 'camera' }, { mediaType: 'video', mediaTypes: ['video'] }],
  ['media', { name: 'microphone' }, { mediaType: 'audio', mediaTypes: ['audio'] }],
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['display-capture', { name: 'display-capture' }],
  ['window-management', { name: 'window-management' }],
  ['local-fonts', { name: 'local-fonts' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['storage-access', { name: 'storage-access' }],
  ['persistent-storage', { name: 'persistent-storage' }],
  ['background-sync', { name: 'background-sync' }],
  ['screen-wake-lock', { name: 'screen-wake-lock' }],
  ['sensors', { name: 'accelerometer' }],
  ['payment-handler', { name: 'payment-handler' }],
];

let requestHandler: RequestHandler | null = null;
let checkHandler: CheckHandler | null = null;

export const setRequestHandler = (handler: RequestHandler | null): void => void (requestHandler = handler);
export const setCheckHandler = (handler: CheckHandler | null): void => void (checkHandler = handler);

function passesCheck(contents: WebContents, permission: Permission, url: string, more: object): boolean {
  if (!checkHandler) return true;
  const details = { ...more, requestingUrl: url, isMainFrame: true };
  return checkHandler(contents.asElectron(), permission, new URL(url).href, details);
}

function passesRequest(
  contents: WebContents,
  permission: Permission,
  url: string,
  more: object,
): Promise<boolean> {
  const ask = requestHandler;
  if (!ask) return Promise.resolve(true);
  return new Promise((resolve) => {
    const details = { ...more, requestingUrl: url, isMainFrame: true };
    ask(contents.asElectron(), permission, resolve, details);
  });
}

/**
 * Sets what a page may do, before it is loaded. session, `setPermissionRequestHandler` and
 * `setPermissionCheckHandler`: without a handler Electron grants. Chromium asks the one for requests and the
 * other for checks, DevTools know one setting for both: so what either of the two lets through is let through
 * here, and a handler that is missing shows.
 */
export async function settlePermissions(contents: WebContents, url: string, origin: string): Promise<void> {
  const settings = PERMISSIONS.map(async ([name, permission, more = {}]) => {
    const allowed =
      passesCheck(contents, name, url, more) || (await passesRequest(contents, name, url, more));
    const setting = allowed ? 'granted' : 'denied';
    await chromium().browser.send('Browser.setPermission', { permission, setting, origin });
  });
  await Promise.all(settings);
}

import type { Session } from 'electron';
import { isPageUrl } from './scheme.ts';

/** What the page may do beyond a plain document; everything else is refused without asking. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['clipboard-sanitized-write', 'Copying a passage with its citation.'],
]);

export function setupPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback) => {
    callback(ALLOWED.has(permission) && isPageUrl(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (contents, permission) => ALLOWED.has(permission) && contents !== null && isPageUrl(contents.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
}

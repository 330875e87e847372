import { browserHost } from './browser.ts';
import { electronHost } from './electron.ts';
import type { Host } from './host.ts';

export type { Host, ImportSession } from './host.ts';

/** The program this page runs in. */
export function currentHost(): Host {
  return window.synopticHost ? electronHost(window.synopticHost) : browserHost();
}

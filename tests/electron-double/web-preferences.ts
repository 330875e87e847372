import type { WebPreferences } from 'electron';
import { heedOnly, unimplemented } from './unimplemented.ts';

/** What each must be, so that the double's page is Electron's. Those without are heeded as they are. */
const REQUIRED: Readonly<Partial<Record<keyof WebPreferences, boolean>>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  experimentalFeatures: false,
};
const HEEDED = ['preload', 'javascript', 'spellcheck', 'devTools', 'backgroundThrottling'];

/**
 * BrowserWindow, “WebPreferences Object”: the defaults are the safe ones since Electron 20.
 *
 * @throws Error for what the double cannot do, first of all pages outside the sandbox.
 */
export function checkPreferences(preferences: WebPreferences): void {
  heedOnly('webPreferences', preferences, [...Object.keys(REQUIRED), ...HEEDED]);
  for (const [name, needed] of Object.entries(REQUIRED)) {
    const given = preferences[name as keyof WebPreferences];
    if (given === undefined || given === needed) continue;
    const what = `webPreferences.${name}: ${String(given)}`;
    if (name === 'sandbox' || name === 'contextIsolation' || name.startsWith('nodeIntegration')) {
      throw new Error(`electron double: ${what}: the double only runs sandboxed pages`);
    }
    throw unimplemented(what);
  }
}

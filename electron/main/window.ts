import { BrowserWindow, nativeTheme, screen } from 'electron';
import { MINIMUM, windowBounds } from './bounds.ts';
import { logEvent } from './log.ts';
import { mark } from './marks.ts';
import { PAGE_URL } from './scheme.ts';
import type { SettingsFile } from './settings.ts';

/** The token `--paper` as sRGB: what shows before the page does. */
const PAPER = { light: '#fbfaf7', dark: '#181715' } as const;

const paper = () => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light);

/** Every window of Synoptic: no Node, its own sandboxed process, nothing fetched for spelling. */
export const SAFE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const;

/** Writes down how and where the window and the reader are. */
function remember(window: BrowserWindow, settings: SettingsFile): void {
  settings.update({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  // The reader's place, which Chromium would otherwise write in its own time.
  window.webContents.session.flushStorageData();
}

/** Opens the window as it was left, in the colour of its paper, and shows it when there is something to see. */
export function openWindow(preload: string, settings: SettingsFile): BrowserWindow {
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...windowBounds(settings.current.bounds, workAreas),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: 'Synoptic',
    backgroundColor: paper(),
    webPreferences: { ...SAFE_PREFERENCES, preload },
  });
  mark('window-created');
  window.once('ready-to-show', () => {
    // Not before: maximising shows a window, and there would be nothing in it.
    if (settings.current.maximised) window.maximize();
    window.show();
    mark('window-shown');
  });
  window.on('close', () => remember(window, settings));
  // Windows ends programs with the session without closing their windows first.
  window.on('session-end', () => remember(window, settings));
  const recolour = () => window.setBackgroundColor(paper());
  nativeTheme.on('updated', recolour);
  window.on('closed', () => nativeTheme.off('updated', recolour));
  window.webContents.on('did-fail-load', (_event, code) => {
    logEvent('error', 'page', 'not-loaded', { code });
    // A window that never shows could not even be closed.
    window.show();
  });
  // It tells of itself through the event.
  window.loadURL(PAGE_URL).catch(() => undefined);
  return window;
}

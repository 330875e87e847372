import type * as Electron from 'electron';

/**
 * Functions whose source is sent to be run in main: they use nothing but their arguments, and leave what they
 * note on the global object there.
 */

type Module = typeof Electron;
/** A window's preferences as Electron has filled them in. */
export type Preferences = Readonly<Record<string, unknown>>;
/** A navigation that main was told of after the app's own guards. */
export interface Guarded {
  readonly event: string;
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isPrevented: boolean;
}
interface Left {
  windowPreferences?: Preferences[];
  guarded?: Guarded[];
}

/** Notes the preferences of the windows there are, and of all that are made from now on, seen or not. */
export function notePreferences({ app, BrowserWindow }: Module): void {
  const noted: Preferences[] = ((globalThis as Left).windowPreferences = []);
  const note = ({ webContents }: Electron.BrowserWindow): void => {
    // Declared for a test's use only (https://www.electronjs.org/docs/latest/api/web-contents).
    const contents = webContents as unknown as { getLastWebPreferences(): Preferences };
    noted.push({ ...contents.getLastWebPreferences() });
  };
  for (const window of BrowserWindow.getAllWindows()) note(window);
  app.on('browser-window-created', (_event, window) => note(window));
}

export function notedPreferences(): readonly Preferences[] {
  return (globalThis as Left).windowPreferences ?? [];
}

/** Notes what the guards of the first window decide: it listens after them, so an event is as they left it. */
export function noteGuarded({ BrowserWindow }: Module): void {
  const noted: Guarded[] = ((globalThis as Left).guarded = []);
  const [window] = BrowserWindow.getAllWindows();
  window?.webContents.on('will-navigate', (event) => {
    const { url, isMainFrame, defaultPrevented: isPrevented } = event;
    noted.push({ event: 'will-navigate', url, isMainFrame, isPrevented });
  });
  window?.webContents.on('will-frame-navigate', (event) => {
    const { url, isMainFrame, defaultPrevented: isPrevented } = event;
    noted.push({ event: 'will-frame-navigate', url, isMainFrame, isPrevented });
  });
}

export function notedGuarded(): readonly Guarded[] {
  return (globalThis as Left).guarded ?? [];
}

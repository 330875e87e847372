import { nativeTheme } from 'electron';
import type { ShellTheme } from '../api/index.ts';
import type { SettingsFile } from './settings.ts';

/** Menus, dialogs and the empty window are drawn as the page was last. To be called before a window opens. */
export function setupTheme(settings: SettingsFile): void {
  nativeTheme.themeSource = settings.current.theme;
}

export function chooseTheme(theme: ShellTheme, settings: SettingsFile): void {
  if (theme === settings.current.theme) return;
  settings.update({ theme });
  nativeTheme.themeSource = theme;
}

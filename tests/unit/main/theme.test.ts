import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SettingsFile } from '../../../electron/main/settings.ts';
import { chooseTheme, setupTheme } from '../../../electron/main/theme.ts';
import { nativeTheme, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let folder: string;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-theme-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('follows the system until the page has another theme, which holds for the next start', () => {
  setupTheme(new SettingsFile(folder));
  expect(nativeTheme.themeSource).toBe('system');
  chooseTheme('dark', new SettingsFile(folder));
  expect(nativeTheme.themeSource).toBe('dark');
  resetElectron();
  setupTheme(new SettingsFile(folder));
  expect(nativeTheme.themeSource).toBe('dark');
});

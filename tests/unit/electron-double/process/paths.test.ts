import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pathOf, type Surroundings } from '../../../electron-double/paths.ts';

const home = mkdtempSync(path.join(tmpdir(), 'double-home-'));
afterAll(() => rmSync(home, { recursive: true }));
const linux: Surroundings = { platform: 'linux', env: {}, home, name: 'Reader', userData: null };

test('folders of the app are named after it, below the system’s folder for settings', () => {
  expect(pathOf('userData', linux)).toBe(path.join(home, '.config', 'Reader'));
  expect(pathOf('userData', { ...linux, env: { XDG_CONFIG_HOME: '/settings' } })).toBe('/settings/Reader');
  expect(pathOf('logs', linux)).toBe(path.join(home, '.config', 'Reader', 'logs'));
  expect(pathOf('logs', { ...linux, platform: 'darwin' })).toBe(path.join(home, 'Library', 'Logs', 'Reader'));
});

test('the switch for the folder of user data wins', () => {
  expect(pathOf('userData', { ...linux, userData: '/elsewhere' })).toBe('/elsewhere');
  expect(pathOf('sessionData', { ...linux, userData: '/elsewhere' })).toBe('/elsewhere');
});

test('folders of the user have the names that the user’s desktop gives them', () => {
  expect(pathOf('documents', linux)).toBe(path.join(home, 'Documents'));
  mkdirSync(path.join(home, '.config'));
  writeFileSync(
    path.join(home, '.config', 'user-dirs.dirs'),
    'XDG_DOCUMENTS_DIR="$HOME/Dokumente"\nXDG_DOWNLOAD_DIR="/data/downloads"\n',
  );
  expect(pathOf('documents', linux)).toBe(path.join(home, 'Dokumente'));
  expect(pathOf('downloads', linux)).toBe('/data/downloads');
  expect(pathOf('pictures', linux)).toBe(path.join(home, 'Pictures'));
});

test('a name that Electron does not know is an error', () => {
  expect(() => pathOf('library', linux)).toThrow("Failed to get 'library' path");
});

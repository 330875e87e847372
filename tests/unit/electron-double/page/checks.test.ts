import { mkdtempSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { colorOf } from '../../../electron-double/color.ts';
import { knownFiles, rememberFiles } from '../../../electron-double/known-files.ts';
import { netError } from '../../../electron-double/net-errors.ts';
import { checkPreferences } from '../../../electron-double/web-preferences.ts';

test.each([
  { sandbox: false },
  { contextIsolation: false },
  { nodeIntegration: true },
  { nodeIntegrationInWorker: true },
  { nodeIntegrationInSubFrames: true },
])('a page with %o is refused: the double only runs sandboxed pages', (preferences) => {
  expect(() => checkPreferences(preferences)).toThrow('the double only runs sandboxed pages');
});

test.each([{ webSecurity: false }, { webviewTag: true }, { partition: 'a' }, { offscreen: true }])(
  'a preference that is not heeded is refused: %o',
  (preferences) => {
    expect(() => checkPreferences(preferences)).toThrow('not implemented');
  },
);

test('the safe preferences pass, told or not', () => {
  expect(() => checkPreferences({})).not.toThrow();
  expect(() =>
    checkPreferences({ sandbox: true, nodeIntegration: false, preload: '/a', javascript: false }),
  ).not.toThrow();
});

test('errors of the network have Chromium’s names and numbers', () => {
  expect(netError('net::ERR_BLOCKED_BY_CLIENT.Inspector')).toEqual({
    name: 'ERR_BLOCKED_BY_CLIENT',
    number: -20,
  });
  expect(netError('net::ERR_SOMETHING')).toEqual({ name: 'ERR_SOMETHING', number: -2 });
});

test('colours are read in one form', () => {
  expect(colorOf('#fbfaf7')).toEqual({ r: 251, g: 250, b: 247, a: 1 });
  expect(() => colorOf('red')).toThrow('not implemented');
});

test('files are known by what a page sees of them, folders by their names', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-known-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [file, inner] = [path.join(folder, 'a.txt'), path.join(folder, 'b')];
  writeFileSync(file, 'abc');
  mkdirSync(inner);
  rememberFiles([file, inner]);
  rememberFiles([file]);
  expect(knownFiles()).toEqual([
    { path: file, name: 'a.txt', size: 3, lastModified: Math.trunc(statSync(file).mtimeMs) },
    { path: inner, name: 'b', size: null, lastModified: null },
  ]);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { appDouble } from '../../../electron-double/app.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'double-app-'));
writeFileSync(
  path.join(folder, 'package.json'),
  '{"name":"reader","productName":"Reader","version":"1.2.3"}',
);
afterAll(() => rmSync(folder, { recursive: true }));

let app: typeof appDouble;
let heard: string[];
const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);

beforeEach(async () => {
  vi.resetModules();
  exit.mockClear();
  ({ appDouble: app } = await import('../../../electron-double/app.ts'));
  app.load(folder);
  heard = [];
  for (const name of ['ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit']) {
    app.on(name, () => heard.push(name));
  }
});

const exited = () => vi.waitFor(() => expect(exit).toHaveBeenCalledOnce());

test('it is what its package says, by its product’s name', () => {
  expect([app.getName(), app.getVersion(), app.getAppPath()]).toEqual(['Reader', '1.2.3', folder]);
});

test('whoever waits for it to be ready hears after the event', async () => {
  const waiting = app.whenReady().then(() => heard.push('whenReady'));
  expect(app.isReady()).toBe(false);
  app.becomeReady();
  await waiting;
  expect(heard).toEqual(['ready', 'whenReady']);
  expect(() => app.enableSandbox()).toThrow(/before app is ready/);
});

test('the sandbox cannot be both wanted and given up on the command line', () => {
  app.commandLine.appendSwitch('no-sandbox');
  app.commandLine.appendSwitch('lang', 'de');
  app.enableSandbox();
  expect(app.commandLine.hasSwitch('no-sandbox')).toBe(false);
  expect(app.commandLine.getSwitchValue('lang')).toBe('de');
});

test('quitting asks twice, then ends', async () => {
  app.quit();
  await exited();
  expect(heard).toEqual(['before-quit', 'will-quit', 'quit']);
  expect(exit).toHaveBeenCalledWith(0);
});

test('quitting that was prevented can be taken up again', async () => {
  app.once('will-quit', (event: Event) => event.preventDefault());
  app.quit();
  expect(heard).toEqual(['before-quit', 'will-quit']);
  app.quit();
  await exited();
  expect(heard.slice(2)).toEqual(['before-quit', 'will-quit', 'quit']);
});

test('the last window’s end is told to those who listen, and else is the app’s', async () => {
  app.lastWindowClosed();
  expect(heard).toEqual(['window-all-closed']);
  app.removeAllListeners('window-all-closed');
  app.lastWindowClosed();
  await exited();
  expect(heard.at(-1)).toBe('quit');
});

test('exiting asks nobody', async () => {
  app.exit(3);
  await exited();
  expect(heard).toEqual(['quit']);
  expect(exit).toHaveBeenCalledWith(3);
});

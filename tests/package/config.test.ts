import type { Configuration } from 'electron-builder';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { READABLE_EXTENSIONS } from '../../electron/engine/documents/kinds.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (...parts: readonly string[]) => readFileSync(path.join(ROOT, ...parts), 'utf8');

interface ConfigModule {
  getConfig(root: string, file: string | null, options: object): Promise<Configuration>;
  validateConfiguration(config: Configuration, log: object): Promise<void>;
}

const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { getConfig, validateConfiguration } =
  require('app-builder-lib/out/util/config/config') as ConfigModule;

describe('electron-builder.yml', () => {
  let config: Configuration = {};

  beforeAll(async () => {
    config = await getConfig(ROOT, null, {});
  });

  test('is what electron-builder understands', async () => {
    await expect(validateConfiguration(config, { isEnabled: false })).resolves.toBeUndefined();
    const misspelt = { ...config, electronFuse: {} };
    await expect(validateConfiguration(misspelt, { isEnabled: false })).rejects.toThrow(/electronFuse/);
  });

  test('offers Synoptic on Macs and on Windows for every file that it reads', () => {
    const [mac] = [config.mac?.fileAssociations].flat();
    expect([mac?.ext].flat().map((extension) => `.${extension}`)).toEqual(READABLE_EXTENSIONS);
    const windows = [...read('build', 'installer.nsh').matchAll(/synopticReads "(.+)"/g)].map(
      (match) => match[1],
    );
    expect(windows).toEqual(READABLE_EXTENSIONS);
  });

  test('never makes Synoptic the program that opens a file', () => {
    expect([config.mac?.fileAssociations].flat().map((mac) => mac?.rank)).toEqual(['Alternate']);
    // electron-builder writes these into Windows' registry as the handlers of their extensions.
    const handlers = [config.fileAssociations, config.win?.fileAssociations, config.protocols];
    expect(handlers.filter((handler) => handler !== undefined)).toEqual([]);
    expect(read('build', 'installer.nsh')).not.toMatch(/Classes\\\.|UserChoice|Capabilities/);
  });

  test('takes back on uninstalling what it wrote into the registry, and no more', () => {
    const [install = '', uninstall = ''] = read('build', 'installer.nsh').split('!macro customUnInstall');
    const keys = [...install.matchAll(/WriteRegStr SHELL_CONTEXT "([^"\\]+)/g)].map((match) => match[1]);
    expect(new Set(keys)).toEqual(new Set(['${SYNOPTIC_KEY}']));
    expect(uninstall.match(/DeleteReg\w+ .*/g)).toEqual(['DeleteRegKey SHELL_CONTEXT "${SYNOPTIC_KEY}"']);
  });

  test('gives a Mac the runtime that is hardened, with no more than V8 needs', () => {
    expect(config.mac?.hardenedRuntime).toBe(true);
    const granted = [...read('build', 'entitlements.mac.plist').matchAll(/<key>(.+)<\/key>/g)].map(
      (match) => match[1],
    );
    expect(granted).toEqual(['com.apple.security.cs.allow-jit']);
  });

  test('has deb depend on what Chromium loads at its start, under old names and new, and recommend nothing', () => {
    expect(config.deb?.depends).toEqual(
      expect.arrayContaining(['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2 | libasound2t64']),
    );
    expect(config.deb?.recommends).toEqual([]);
  });

  test('has the icon in the sizes that its files are named after, up to what a Mac wants', () => {
    const names = readdirSync(path.join(ROOT, 'build', 'icons')).filter((name) => name.endsWith('.png'));
    // Width and height stand at the start of a PNG: https://www.w3.org/TR/png-3/#11IHDR
    const sizes = names.map((name) => {
      const bytes = readFileSync(path.join(ROOT, 'build', 'icons', name));
      return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}.png`;
    });
    expect(sizes).toEqual(names);
    expect(names).toContain('1024x1024.png');
  });

  test('neither publishes nor updates', () => {
    expect(config.publish).toBeNull();
  });
});

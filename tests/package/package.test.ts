import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllowed, sectionTitle } from '../../build/licences.mjs';
import { billOfMaterials } from '../../build/sbom.mjs';
import { shippedPackages } from '../../build/shipped.mjs';
import { readArchive, sha256, type PackedFile } from './archive.ts';
import { makeFreshTree } from './fresh-tree.ts';
import { readFuses } from './fuses.ts';
import { packForWindows, type WindowsApp } from './windows-app.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OTHER = path.join(ROOT, 'release', 'built-again');
const app = (root: string) => path.join(root, 'release', 'stand-in', 'linux-unpacked');
const archive = (root: string) => path.join(app(root), 'resources', 'app.asar');

const MIB = 1024 * 1024;
const MOST_BYTES = 25 * MIB;

/** Every file of the archive matches one of these, and each of these some file. */
const EXPECTED = [
  /^package\.json$/,
  /^LICENSE$/,
  /^THIRD-PARTY-LICENSES\.txt$/,
  /^dist\/main\/main\.js$/,
  /^dist\/engine\/engine\.js$/,
  /^dist\/engine\/worker\.js$/,
  /^dist\/engine\/chunks\/[\w.-]+\.js$/,
  /^dist\/preload\/preload\.cjs$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[\w-]+\.(js|css)$/,
  /^dist\/renderer\/assets\/icon-[\w-]+\.svg$/,
  /^dist\/renderer\/assets\/(inter|source-serif-4)-[\w-]+\.woff2$/,
];

/** Runs build/package.mjs of the project at `root` on a stand-in for Electron. */
function makePackage(root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'build', 'package.mjs'), '--stand-in', ...args],
    { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
}

const linux = process.platform === 'linux';
if (!linux) process.stdout.write('The package on the stand-in is made and examined on Linux only.\n');

describe.runIf(linux)('the package, on a stand-in for Electron', { timeout: 120_000 }, () => {
  let files: readonly PackedFile[] = [];

  beforeAll(() => {
    rmSync(app(ROOT), { recursive: true, force: true });
    makePackage(ROOT, ['--dir']);
    files = readArchive(archive(ROOT));
  }, 120_000);

  afterAll(() => {
    rmSync(OTHER, { recursive: true, force: true });
  });

  test('holds the built parts, the manifest and the licences, and nothing else', () => {
    const paths = files.map((file) => file.path);
    expect(paths.filter((name) => !EXPECTED.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(EXPECTED.filter((pattern) => !paths.some((name) => pattern.test(name)))).toEqual([]);
  });

  test('is no larger than 25 MiB', () => {
    const bytes = statSync(archive(ROOT)).size;
    for (const { path: name, content } of files) {
      process.stdout.write(`${String(content.length).padStart(9)}  ${name}\n`);
    }
    process.stdout.write(`app.asar: ${(bytes / MIB).toFixed(2)} MiB, ${files.length} files\n`);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('has a manifest that says what to start and names no other package', () => {
    const manifest = JSON.parse(content('package.json')) as Record<string, unknown>;
    const stated = Object.keys(manifest).filter((key) => manifest[key] !== null);
    expect(stated.sort()).toEqual(
      ['author', 'description', 'desktopName', 'license', 'main', 'name'].concat([
        'private',
        'productName',
        'type',
        'version',
      ]),
    );
    expect(files.map((file) => file.path)).toContain(manifest['main']);
  });

  test('has no source map and no path of the machine that made it', () => {
    const traces = ['sourceMappingURL=', ROOT, os.homedir(), os.tmpdir()].filter((text) => text.length > 1);
    const found = files.flatMap((file) =>
      traces.filter((text) => file.content.includes(text)).map((text) => `${file.path}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('is the same, byte for byte, when built from nothing in another folder', () => {
    makeFreshTree(ROOT, OTHER);
    makePackage(OTHER, ['--dir']);
    const hashes = [archive(ROOT), archive(OTHER)].map(sha256);
    process.stdout.write(`app.asar, built twice:\n  ${hashes.join('\n  ')}\n`);
    // Named first, because two hashes that differ say nothing of what differs.
    const again = new Map(readArchive(archive(OTHER)).map((file) => [file.path, file.content]));
    const differing = files.filter((file) => !again.get(file.path)?.equals(file.content));
    expect(differing.map((file) => file.path)).toEqual([]);
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('brings the sample library, unchanged', () => {
    const [packed, ours] = [path.join(app(ROOT), 'resources', 'seeds'), path.join(ROOT, 'seeds')];
    const names = readdirSync(ours).sort();
    expect(readdirSync(packed).sort()).toEqual(names);
    for (const name of names) {
      expect(readFileSync(path.join(packed, name)).equals(readFileSync(path.join(ours, name))), name).toBe(
        true,
      );
    }
  });

  test('switches off what Electron could do and Synoptic never does', () => {
    expect(readFuses(path.join(app(ROOT), 'synoptic'))).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      embeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      wasmTrapHandlers: true,
    });
  });

  test('states the licence of every package inside it, in the archive and beside it', async () => {
    const text = content('THIRD-PARTY-LICENSES.txt');
    const packages = await shippedPackages();
    const sections = new Map(text.split(/\n=+\n/).map((part) => [part.split('\n')[0], part]));
    const names = packages.map((entry) => entry.name);
    expect(names).toEqual(expect.arrayContaining(['svelte', 'lunr', 'rolldown']));
    expect(names.filter((name) => /inter$|source-serif/.test(name))).toHaveLength(4);
    for (const entry of packages) {
      expect(isAllowed(String(entry.manifest.license)), `${entry.name}: ${entry.manifest.license}`).toBe(
        true,
      );
      // A licence's shortest wording is longer than its title, name and source.
      expect(sections.get(sectionTitle(entry))?.length ?? 0, entry.name).toBeGreaterThan(600);
    }
    // What is made from WordNet and GloVe lies among our own files.
    expect(text).toContain('WordNet 3.0 Copyright 2006 by Princeton University');
    expect(text).toContain('GloVe 6B, 100 dimensions');
    expect(sections.size).toBe(packages.length + 3);
    expect(readFileSync(path.join(app(ROOT), 'resources', 'THIRD-PARTY-LICENSES.txt'), 'utf8')).toBe(text);
  });

  test('has a bill of materials with each package and Electron, the same at any time', async () => {
    const bill = await billOfMaterials();
    const listed = bill.components.map(
      ({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`,
    );
    const shipped = (await shippedPackages()).map(sectionTitle);
    expect(listed.slice(1)).toEqual(shipped);
    expect(listed[0]).toMatch(/^electron \d/);
    expect(JSON.stringify(bill)).not.toMatch(/"(?:timestamp|serialNumber)"/);
  });

  test('keeps the licences of Electron and Chromium beside the program', () => {
    for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
      expect(existsSync(path.join(app(ROOT), name)), name).toBe(true);
    }
  });

  function content(name: string): string {
    return files.find((file) => file.path === name)?.content.toString('utf8') ?? '';
  }
});

// In this file because it packs what the first part has built, and not at the same time.
describe.runIf(linux)('the app for Windows, on a stand-in for Electron', () => {
  let app: WindowsApp;

  beforeAll(async () => {
    app = await packForWindows(ROOT);
  }, 120_000);

  test('knows the hash of its archive, and Electron is told to compare', () => {
    expect(app.integrity).toEqual([{ file: 'resources\\app.asar', alg: 'SHA256', value: app.headerHash }]);
    expect(app.fuses['embeddedAsarIntegrityValidation']).toBe(true);
  });

  test('has the same fuses as elsewhere', () => {
    const on = Object.keys(app.fuses).filter((name) => app.fuses[name]);
    expect(on).toEqual([
      'cookieEncryption',
      'embeddedAsarIntegrityValidation',
      'onlyLoadAppFromAsar',
      'wasmTrapHandlers',
    ]);
  });

  test('says what it is', () => {
    expect(app.names).toContain('Synoptic.exe');
    expect(app.versionStrings).toMatchObject({ ProductName: 'Synoptic', FileDescription: 'Synoptic' });
  });
});

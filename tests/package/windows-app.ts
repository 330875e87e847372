import { build } from 'electron-builder';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { readFuses } from './fuses.ts';

interface ResourceEntry {
  readonly type: string | number;
  readonly id: string | number;
  readonly bin: ArrayBuffer;
}

interface ResEdit {
  NtExecutable: {
    createEmpty(is32Bit: boolean, isLibrary: boolean): Executable;
    from(bytes: Buffer): Executable;
  };
  NtExecutableResource: { from(executable: Executable): Resources };
  Resource: {
    VersionInfo: {
      createEmpty(): VersionInfo;
      fromEntries(entries: ResourceEntry[]): VersionInfo[];
    };
  };
}
interface Executable {
  generate(): ArrayBuffer;
}
interface Resources {
  readonly entries: ResourceEntry[];
  outputResource(executable: Executable): void;
}
interface Language {
  readonly lang: number;
  readonly codepage: number;
}
interface VersionInfo {
  lang: number;
  setStringValues(language: Language, values: Record<string, string>): void;
  getStringValues(language: Language): Record<string, string>;
  outputToResourceEntries(entries: ResourceEntry[]): void;
}

// What electron-builder edits Windows' programs with, found from there.
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { NtExecutable, NtExecutableResource, Resource } = fromBuilder('resedit') as ResEdit;

const ENGLISH: Language = { lang: 1033, codepage: 1200 };
/** The fuses of Electron 45 behind their marker: build/stand-in.mjs has the same. */
const WIRE = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011', 'latin1');

/** A program of Windows' with nothing in it but the version and the fuses that are edited in packaging. */
function emptyProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.lang = ENGLISH.lang;
  version.setStringValues(ENGLISH, { ProductName: 'Stand-in for Electron' });
  version.outputToResourceEntries(resources.entries);
  // A resource, so that it stays when others are added.
  resources.entries.push({
    type: 'STANDIN',
    id: 'FUSES',
    bin: Uint8Array.from(WIRE).buffer,
    ...ENGLISH,
  } as ResourceEntry);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

/** @see https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) */
function iconOf(png: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  // Width and height of 256 are written as 0.
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

export interface WindowsApp {
  /** Names in the app's folder. */
  readonly names: readonly string[];
  readonly fuses: Readonly<Record<string, boolean>>;
  readonly versionStrings: Readonly<Record<string, string>>;
  /** What Electron compares the archive with: empty where nothing was written. */
  readonly integrity: unknown;
  /** SHA-256 of the archive's header, as Electron takes it. */
  readonly headerHash: string;
}

/** Has electron-builder pack the app for Windows on a stand-in, and reads back what it wrote into the program. */
export async function packForWindows(root: string): Promise<WindowsApp> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'synoptic-windows-'));
  const [electron, output, icon] = ['electron', 'out', 'icon.ico'].map((name) =>
    path.join(scratch, name),
  ) as [string, string, string];
  try {
    mkdirSync(path.join(electron, 'resources'), { recursive: true });
    writeFileSync(path.join(electron, 'electron.exe'), emptyProgram());
    writeFileSync(icon, iconOf(readFileSync(path.join(root, 'build', 'icons', '256x256.png'))));
    await build({
      projectDir: root,
      win: ['dir'],
      x64: true,
      publish: 'never',
      config: {
        extends: path.join(root, 'electron-builder.yml'),
        directories: { output },
        electronDist: electron,
        win: { icon },
      },
    });
    const folder = path.join(output, 'win-unpacked');
    const program = path.join(folder, 'Synoptic.exe');
    const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(program)));
    const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
    return {
      names: readdirSync(folder).sort(),
      fuses: readFuses(program),
      versionStrings: Resource.VersionInfo.fromEntries(entries)[0]?.getStringValues(ENGLISH) ?? {},
      integrity: integrity && JSON.parse(Buffer.from(integrity.bin).toString('utf8')),
      headerHash: headerHash(path.join(folder, 'resources', 'app.asar')),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The header is a text of JSON behind four lengths of 32 bits, the last of which is its own. */
function headerHash(archive: string): string {
  const bytes = readFileSync(archive);
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12));
  return createHash('sha256').update(header).digest('hex');
}

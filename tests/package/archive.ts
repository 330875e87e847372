import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Entry {
  readonly size?: number;
  readonly files?: unknown;
}

interface Asar {
  listPackage(file: string): string[];
  statFile(file: string, name: string): Entry;
  extractFile(file: string, name: string): Buffer;
}

// electron-builder's own, so that what is read is what it wrote.
const asar = createRequire(createRequire(import.meta.url).resolve('electron-builder'))(
  '@electron/asar',
) as Asar;

export interface PackedFile {
  /** Its path in the archive, with `/` and without one in front. */
  readonly path: string;
  readonly content: Buffer;
}

/** The files of an archive of Electron's, in its order. */
export function readArchive(file: string): readonly PackedFile[] {
  return asar
    .listPackage(file)
    .map((name) => name.slice(1))
    .filter((name) => asar.statFile(file, name).files === undefined)
    .map((name) => ({ path: name.replaceAll('\\', '/'), content: asar.extractFile(file, name) }));
}

export const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

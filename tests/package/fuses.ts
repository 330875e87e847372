import { readFileSync } from 'node:fs';

/** Marks the fuses in a program; a byte of version, one of length and a character a fuse follow. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** In the order of Electron's wire: https://www.electronjs.org/docs/latest/tutorial/fuses */
const NAMES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  'wasmTrapHandlers',
] as const;

/** The fuses of a program of Electron's, by name; every one has to be known. */
export function readFuses(program: string): Readonly<Record<string, boolean>> {
  const bytes = readFileSync(program);
  const start = bytes.indexOf(SENTINEL) + SENTINEL.length;
  const length = bytes[start + 1] ?? 0;
  const wire = bytes.subarray(start + 2, start + 2 + length).toString('latin1');
  if (length !== NAMES.length)
    throw new Error(`Electron has ${length} fuses, and ${NAMES.length} are known.`);
  return Object.fromEntries(NAMES.map((name, at) => [name, wire[at] === '1']));
}

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** Files below a folder, as path and text without comments. */
export function sources(folder: string): readonly (readonly [file: string, text: string])[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte|html|css)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [
      path.relative(ROOT, file).replaceAll('\\', '/'),
      readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ''),
    ]);
}

/** The files that have something of `pattern` in them. */
export const withAny = (pattern: RegExp, ...folders: readonly string[]): readonly string[] =>
  folders
    .flatMap(sources)
    .filter(([, text]) => pattern.test(text))
    .map(([file]) => file)
    .toSorted();

/** What `pattern` finds below `folder`, as `file: what`, by its first group where it has one. */
export const allOf = (pattern: RegExp, folder: string): readonly string[] =>
  sources(folder)
    .flatMap(([file, text]) =>
      [...text.matchAll(pattern)].map(([whole, group]) => `${file}: ${group ?? whole}`),
    )
    .toSorted();

import { cpSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What a build reads, besides the packages. */
const SOURCES = [
  'build',
  'electron',
  'renderer',
  'seeds',
  'LICENSE',
  'electron-builder.yml',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

/**
 * Makes `target` a copy of the project as it was before anything was built. Packages are linked, not copied:
 * the bundler sees files that are really there, under another path.
 */
export function makeFreshTree(root: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of SOURCES) cpSync(path.join(root, name), path.join(target, name), { recursive: true });
  linkFolder(path.join(root, 'node_modules'), path.join(target, 'node_modules'));
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    // The record of what was built is below .cache; programs in .bin are run by their own paths.
    if (entry.name === '.cache' || entry.name === '.bin') continue;
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isFile()) linkSync(source, target);
  }
}

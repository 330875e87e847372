import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { SynopticError } from '../api/index.ts';
import { PAGE_TYPES } from '../api/page-policy.ts';

export interface StaticFile {
  readonly body: Buffer;
  readonly type: string;
}

/**
 * The page's files by the path they are asked for ("/", "/assets/index.js"). They are read once: only what
 * is in this table can be served, so no path, however written, leads out of the folder, and a rebuild
 * under a running host cannot mix two pages.
 */
export async function loadPage(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, StaticFile>();
  const read = entries.map(async (entry) => {
    const type = PAGE_TYPES[path.extname(entry.name)];
    if (!entry.isFile() || !type) return;
    const file = path.join(entry.parentPath, entry.name);
    const below = path.relative(folder, file).split(path.sep).join('/');
    files.set(below === 'index.html' ? '/' : `/${below}`, { body: await readFile(file), type });
  });
  await Promise.all(read);
  if (!files.has('/')) {
    throw new SynopticError('internal', 'The page is not built.', 'Run “npm run build” and start again.');
  }
  return files;
}

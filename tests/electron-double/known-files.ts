import { statSync } from 'node:fs';
import path from 'node:path';

/** A file on disk as a page's File looks: what there is to tell one from another by. */
export interface KnownFile {
  readonly path: string;
  readonly name: string;
  /** In bytes; null for folders, whose File says something else on each system. */
  readonly size: number | null;
  /** In whole ms of the epoch; null for folders. */
  readonly lastModified: number | null;
}

let known: readonly KnownFile[] = [];

/** Files and folders that a person is about to drag in or choose: a page's File does not say where it is. */
export function rememberFiles(paths: readonly string[]): void {
  const added = paths.map((given): KnownFile => {
    const absolute = path.resolve(given);
    const info = statSync(absolute, { throwIfNoEntry: false });
    const file = info?.isFile() ? info : null;
    return {
      path: absolute,
      name: path.basename(absolute),
      size: file?.size ?? null,
      lastModified: file ? Math.trunc(file.mtimeMs) : null,
    };
  });
  known = [...added, ...known.filter(({ path: old }) => !added.some(({ path: now }) => now === old))];
}

export const knownFiles = (): readonly KnownFile[] => known;

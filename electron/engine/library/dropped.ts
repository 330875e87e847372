import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Failure } from '../../api/index.ts';
import { failureFor, readFailure } from './failures.ts';
import { archiveIn, isIgnored } from './ignored.ts';
import { isWithin } from './walk.ts';

/** One file that was dropped or chosen, itself or in a folder. */
export type Dropped = {
  /** As the user knows it: its name, after those of the dropped folders it is in. Forward slashes. */
  readonly name: string;
} & (
  | { readonly failure: Failure }
  | {
      readonly absolute: string;
      /** Its path below the library where it lies there already, else null. */
      readonly inLibrary: string | null;
    }
);

/**
 * The files among some paths of the system and in the folders among them, in their order; a folder's files by
 * name. Hidden, temporary and system files in folders are left out. What the user dropped may be a link; links met in
 * a folder may lead anywhere and are not followed.
 */
export async function collectFiles(root: string, paths: readonly string[]): Promise<Dropped[]> {
  const files: Dropped[] = [];
  const visit = async (absolute: string, name: string, dropped: boolean): Promise<void> => {
    if (archiveIn(basename(absolute)) !== null) {
      files.push({ name, failure: failureFor(name, 'archive') });
      return;
    }
    try {
      const stats = dropped ? await stat(absolute) : await lstat(absolute);
      if (stats.isDirectory()) {
        const names = (await readdir(absolute)).filter((each) => !isIgnored(each)).sort();
        for (const each of names) await visit(join(absolute, each), `${name}/${each}`, false);
      } else if (stats.isSymbolicLink()) {
        files.push({ name, failure: failureFor(name, 'dropped-link') });
      } else if (stats.isFile()) {
        const real = await realpath(absolute);
        const inLibrary = isWithin(root, real) ? relative(root, real).split(sep).join('/') : null;
        files.push({ name, absolute, inLibrary });
      } else {
        files.push({ name, failure: failureFor(name, 'special') });
      }
    } catch (thrown) {
      files.push({ name, failure: readFailure(name, thrown) });
    }
  };
  for (const path of paths) {
    const absolute = resolve(path);
    await visit(absolute, basename(absolute) || absolute, true);
  }
  return files;
}

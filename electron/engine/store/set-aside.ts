import { renameSync } from 'node:fs';
import path from 'node:path';

/**
 * SQLite's files of one database. What was not yet written into the first is in the log, which belongs to it. As long
 * as the first is there, so is its log: who is cut short in between finds both or has no need of them.
 */
const SUFFIXES = ['', '-wal', '-shm'] as const;

/**
 * Gives a database's files other names, under which they still are one database, and nothing is deleted.
 *
 * @returns the name of the first: `synoptic.damaged-20260131T120000000Z.db`
 */
export function setAside(file: string, now = new Date()): string {
  const { dir, name, ext } = path.parse(file);
  const aside = `${name}.damaged-${now.toISOString().replaceAll(/[-:.]/g, '')}${ext}`;
  for (const suffix of SUFFIXES) {
    try {
      renameSync(`${file}${suffix}`, path.join(dir, `${aside}${suffix}`));
    } catch (thrown) {
      const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
      if (!missing) throw thrown;
    }
  }
  return aside;
}

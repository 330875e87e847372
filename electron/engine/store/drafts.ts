import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** `synoptic.v1.1234.new` and `synoptic.1234.new.db`, with what SQLite keeps beside them. */
const DRAFT = /\.(\d+)\.new(\.[a-z]+)?(-journal|-wal|-shm)?$/;

/**
 * Removes drafts of a file, and of its copies, whose making was cut short: of processes that are no more, or that had
 * this one's number.
 */
export function removeDrafts(file: string): void {
  const { dir, name } = path.parse(file);
  for (const each of namesIn(dir)) {
    const draft = each.startsWith(`${name}.`) ? DRAFT.exec(each) : null;
    if (!draft || (Number(draft[1]) !== process.pid && isAlive(Number(draft[1])))) continue;
    try {
      rmSync(path.join(dir, each), { force: true });
    } catch {
      // Where nothing can be removed, it stays: it is in nobody's way.
    }
  }
}

/** A folder may be one that can be used and not listed. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    // It may be another person's.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entries, Entry } from './entries.ts';
import { errorCode } from './failures.ts';
import { archiveIn } from './ignored.ts';
import { fileKey, findFiles, type Found, type Stamp } from './walk.ts';

const AT_ONCE = 32;

/** What was known and is not found: since when (performance.now()), and whether it has another name now. */
export class Missing {
  readonly #entries: Entries;
  readonly #since = new Map<string, number>();
  #byKey: Map<string, string> | null = null;

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  get size(): number {
    return this.#since.size;
  }

  /** Since when it is missed, which begins now if it was not. */
  note(path: string, now: number): number {
    const since = this.#since.get(path) ?? now;
    if (since === now) {
      this.#since.set(path, now);
      this.#byKey = null;
    }
    return since;
  }

  forget(path: string): void {
    if (this.#since.delete(path)) this.#byKey = null;
  }

  clear(): void {
    this.#since.clear();
    this.#byKey = null;
  }

  /** The entry of the file under its former name. */
  formerOf(stamp: Stamp): Entry | undefined {
    const path = this.#keys().get(fileKey(stamp));
    return path === undefined || !this.#since.has(path) ? undefined : this.#entries.get(path);
  }

  /** Like {@link forget}, for an entry whose new name was found. */
  found({ path }: Entry): void {
    this.#since.delete(path);
  }

  #keys(): Map<string, string> {
    this.#byKey ??= new Map(
      [...this.#since.keys()].flatMap((path) => {
        const stamp = this.#entries.get(path)?.stamp;
        return stamp ? [[fileKey(stamp), path]] : [];
      }),
    );
    return this.#byKey;
  }
}

/** What a walk met on the way to a path: a folder that cannot be looked into, or what is no folder any more. */
export function failureAbove(
  path: string,
  found: ReadonlyMap<string, Found>,
): Extract<Found, { failure: unknown }> | null {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const above = found.get(path.slice(0, slash));
    if (above && 'failure' in above) return above;
  }
  return null;
}

/** Those of some paths at which there is no file any more, while the folder itself is there; null when it is not. */
export async function goneAmong(root: string, paths: readonly string[]): Promise<Set<string> | null> {
  const gone = new Set<string>();
  const isMissing = (path: string) =>
    lstat(join(root, path)).then(
      () => false,
      (thrown: unknown) => ['ENOENT', 'ENOTDIR'].includes(errorCode(thrown)),
    );
  const look = async (path: string) => {
    // Where something is there, it may be a folder, or a link may be on the way to it. Archives cannot be asked.
    const missing = archiveIn(path) === null && (await isMissing(path));
    if (missing || !(await findFiles(root, [path])).has(path)) gone.add(path);
  };
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    await Promise.all(paths.slice(from, from + AT_ONCE).map(look));
  }
  const there = await lstat(root).catch(() => null);
  return there?.isDirectory() ? gone : null;
}

import { link, lstat, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './failures.ts';
import { temporaryName } from './leftovers.ts';
import { nameKey, withSuffix } from './safe-name.ts';

/** File systems without hard links say so in one of these ways. */
const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
  'EXDEV',
]);

/** The name itself, then with (2), (3) and so on. */
export function* numbered(name: string): Generator<string> {
  yield name;
  for (let number = 2; ; number++) yield withSuffix(name, ` (${number})`);
}

/** The names in a folder as a case-insensitive disk would compare them, with those names as they are. */
async function namesIn(folder: string): Promise<Map<string, string>> {
  return new Map((await readdir(folder)).map((name) => [nameKey(name), name]));
}

/**
 * The folder for a copy, made if it is not there. A folder that differs in case only is used as it is; a file or
 * a link of the name is in the way, so that the folder gets a number.
 *
 * @returns the path below the root that it came to be.
 */
export async function makeFolder(root: string, names: readonly string[]): Promise<string[]> {
  const made: string[] = [];
  for (const wanted of names) {
    const parent = join(root, ...made);
    const there = await namesIn(parent);
    for (const name of numbered(wanted)) {
      const existing = there.get(nameKey(name));
      if (existing === undefined) {
        await mkdir(join(parent, name)).catch((thrown: unknown) => {
          if (errorCode(thrown) !== 'EEXIST') throw thrown;
        });
        made.push(name);
        break;
      }
      if ((await lstat(join(parent, existing))).isDirectory()) {
        made.push(existing);
        break;
      }
    }
  }
  return made;
}

async function writeTemporary(folder: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, temporaryName());
  const file = await open(path, 'wx', 0o666);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } catch (thrown) {
    await file.close();
    await unlink(path).catch(() => undefined);
    throw thrown;
  }
  await file.close();
  return path;
}

/** Gives a finished file its name unless the name is taken. */
async function nameUnlessTaken(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (thrown) {
    if (errorCode(thrown) === 'EEXIST') return false;
    if (!NO_LINKS.has(errorCode(thrown))) throw thrown;
  }
  // The empty file is ours alone, so replacing it replaces nothing of anybody's.
  try {
    await (await open(path, 'wx')).close();
  } catch (thrown) {
    if (errorCode(thrown) === 'EEXIST') return false;
    throw thrown;
  }
  await rename(temporary, path);
  return true;
}

/**
 * Writes a new file without ever showing half of it and without replacing another, in a folder that is there.
 *
 * @returns the name it got.
 */
export async function placeCopy(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const temporary = await writeTemporary(folder, bytes);
  try {
    const there = await namesIn(folder);
    for (const candidate of numbered(name)) {
      if (there.has(nameKey(candidate))) continue;
      if (await nameUnlessTaken(temporary, join(folder, candidate))) return candidate;
    }
    return name;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { LIMITS, type Article, type ArticleId, type Failure } from '../api/index.ts';
import { articleIdOf } from './documents/ids.ts';
import { READABLE_EXTENSIONS, readDocument } from './documents/read.ts';

/** Articles read once, without a library: for the command line. */
export interface Reading {
  /** In the order given; a folder's files by name. Their paths are as given. */
  readonly articles: readonly Article[];
  readonly failures: readonly Failure[];
}

interface Found {
  readonly given: string;
  readonly absolute: string;
  /** Without links: one file under two names is read once. */
  readonly real: string;
}

function failure(given: string, thrown: unknown): Failure {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { path: given, code: 'not-found', message: 'There is no file or folder of this name.' };
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return { path: given, code: 'unreadable', message: 'You have no permission to read it.' };
  }
  return { path: given, code: 'unreadable', message: 'It could not be read from the disk.' };
}

/** The files named and those in the folders named, hidden ones left out. */
async function find(given: string, found: Found[], failures: Failure[], named = true): Promise<void> {
  const absolute = path.resolve(given);
  try {
    // As every other program has it: a variable that is not set must not stand for the folder one is in.
    if (given === '') throw Object.assign(new Error('No name.'), { code: 'ENOENT' });
    // What the user names may be a link; links met on the way are left out, as they may lead anywhere.
    const info = named ? await stat(absolute) : await lstat(absolute);
    if (info.isDirectory()) {
      for (const name of (await readdir(absolute)).sort()) {
        if (!name.startsWith('.')) await find(path.join(given, name), found, failures, false);
      }
    } else if (info.isFile()) {
      const readable = READABLE_EXTENSIONS.includes(path.extname(given).toLowerCase());
      if (named || readable) found.push({ given, absolute, real: await realpath(absolute) });
      else failures.push(await unsupported(given));
    } else if (named) {
      failures.push({ path: given, code: 'unreadable', message: 'It is not an ordinary file.' });
    }
  } catch (thrown) {
    failures.push(failure(given, thrown));
  }
}

async function unsupported(given: string): Promise<Failure> {
  const result = await readDocument({ id: articleIdOf(given), path: given, bytes: new Uint8Array() });
  return 'failure' in result
    ? result.failure
    : { path: given, code: 'unsupported-type', message: 'Files of this type are not read.' };
}

/** The longest folder that all files are in: their ids do not depend on where that folder lies. */
function commonFolder(files: readonly Found[]): string {
  const [first, ...others] = files.map(({ absolute }) => path.dirname(absolute).split(path.sep));
  if (!first) return '';
  let length = first.length;
  for (const parts of others) {
    let same = 0;
    while (same < length && parts[same] === first[same]) same++;
    length = same;
  }
  return first.slice(0, length).join(path.sep) || path.sep;
}

/** Reads files and folders. Every path becomes an article or a failure; a file named twice is read once. */
export async function readPaths(paths: readonly string[]): Promise<Reading> {
  const found: Found[] = [];
  const failures: Failure[] = [];
  for (const given of paths) await find(given, found, failures);
  const names = new Set<string>();
  const files = found.filter(({ real }) => names.size < names.add(real).size);
  const root = commonFolder(files);
  const articles: Article[] = [];
  const ids = new Set<ArticleId>();
  for (const { given, absolute } of files) {
    try {
      const { size } = await stat(absolute);
      if (size > LIMITS.fileBytes) {
        failures.push({ path: given, code: 'too-large', message: 'It is larger than 50 MB.' });
        continue;
      }
      const id = articleIdOf(path.relative(root, absolute).split(path.sep).join('/'));
      if (ids.has(id)) {
        failures.push({
          path: given,
          code: 'unsafe-name',
          message: 'Another file has the same name in other characters. Rename one of them.',
        });
        continue;
      }
      ids.add(id);
      const result = await readDocument({ id, path: given, bytes: await readFile(absolute) });
      if ('article' in result) articles.push(result.article);
      else failures.push(result.failure);
    } catch (thrown) {
      failures.push(failure(given, thrown));
    }
  }
  return { articles, failures };
}

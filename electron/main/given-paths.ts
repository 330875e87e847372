import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportOutcome } from '../api/index.ts';
import { failedOutcome } from './outcomes.ts';

export interface GivenPaths {
  /** The first folder given: to be opened as the library. */
  readonly library: string | null;
  /** Files given: shown where they are in the library, else copied into it. */
  readonly files: readonly string[];
  /** What was given in vain, and why. */
  readonly refused: readonly ImportOutcome[];
}

/**
 * The arguments after the program's own (Electron run on the project's folder has that as its first), without
 * switches. After `--` everything is a path.
 */
export function ownArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const end = argv.indexOf('--');
  const isSwitch = (arg: string, index: number) => arg.startsWith('-') && (end < 0 || index <= end);
  return argv.filter((arg, index) => !isSwitch(arg, index)).slice(isPackaged ? 1 : 2);
}

/** Linux's file managers give files as addresses. Null for an address of something else. */
function absolutePath(arg: string, workingDirectory: string): string | null {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(arg)) return path.resolve(workingDirectory, arg);
  try {
    return fileURLToPath(arg);
  } catch {
    return null;
  }
}

type Kind = 'folder' | 'file' | 'other' | 'missing' | 'unreadable';

function kindOf(absolute: string): Kind {
  try {
    const info = statSync(absolute, { throwIfNoEntry: false });
    if (!info) return 'missing';
    return info.isDirectory() ? 'folder' : info.isFile() ? 'file' : 'other';
  } catch {
    return 'unreadable';
  }
}

const MISSING = 'There is no file or folder at this place. Check the path and how it is spelt.';
const ADDRESS = 'It is an address, and Synoptic fetches nothing. Save the page and open the file.';
const SECOND = 'One folder can be the library at a time, and another was given before this one.';
const UNREADABLE = 'The system does not let Synoptic look at this place.';
const SPECIAL = 'This is a pipe, a socket or a device, not a file with text.';

/** What the user named, at the prompt or by opening files with Synoptic. */
export function givenPaths(args: readonly string[], workingDirectory: string): GivenPaths {
  let library: string | null = null;
  const files: string[] = [];
  const refused: ImportOutcome[] = [];
  for (const arg of args) {
    const absolute = absolutePath(arg, workingDirectory);
    const kind = absolute === null ? null : kindOf(absolute);
    if (absolute === null) refused.push(failedOutcome(arg, 'unsupported-type', ADDRESS));
    else if (kind === 'file') files.push(absolute);
    else if (kind === 'folder' && library === null) library = absolute;
    else if (kind === 'folder') refused.push(failedOutcome(absolute, 'unsupported-type', SECOND));
    else if (kind === 'missing') refused.push(failedOutcome(absolute, 'not-found', MISSING));
    else if (kind === 'other') refused.push(failedOutcome(absolute, 'unsupported-type', SPECIAL));
    else refused.push(failedOutcome(absolute, 'unreadable', UNREADABLE));
  }
  return { library, files, refused };
}

/** What was given at several times as if at once. */
export function together(all: readonly GivenPaths[]): GivenPaths {
  return {
    library: all.find(({ library }) => library !== null)?.library ?? null,
    files: all.flatMap(({ files }) => files),
    refused: all.flatMap(({ refused }) => refused),
  };
}

import { statSync } from 'node:fs';
import path from 'node:path';

export interface GivenPaths {
  /** The first folder given: to be opened as the library. */
  readonly library: string | null;
  /** Files given: to be copied into the library. */
  readonly files: readonly string[];
}

/**
 * The arguments after the program's own (Electron run on the project's folder has that as its first). The
 * switches that Chromium puts among them are left out.
 */
export function ownArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  return argv.filter((arg) => !arg.startsWith('-')).slice(isPackaged ? 1 : 2);
}

/** What the user named, at the prompt or by opening files with Synoptic. What is not there is passed over. */
export function givenPaths(args: readonly string[], workingDirectory: string): GivenPaths {
  let library: string | null = null;
  const files: string[] = [];
  for (const arg of args) {
    const absolute = path.resolve(workingDirectory, arg);
    const info = statSync(absolute, { throwIfNoEntry: false });
    if (info?.isDirectory()) library ??= absolute;
    else if (info?.isFile()) files.push(absolute);
  }
  return { library, files };
}

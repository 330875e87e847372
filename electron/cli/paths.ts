import type { Failure } from '../api/index.ts';
import { readPaths, type Reading } from '../engine/offline.ts';
import { UsageError, type Terminal } from './command.ts';

/** Articles of the paths given, at least one of which there must be; what could not be read is told at once. */
export async function readGiven(paths: readonly string[], terminal: Terminal): Promise<Reading> {
  if (paths.length === 0) throw new UsageError('Name at least one file or folder.');
  const reading = await readPaths(paths);
  reportFailures(reading.failures, terminal);
  return reading;
}

/** The one folder that a command works on. */
export function theFolder(positionals: readonly string[]): string {
  const [folder, ...others] = positionals;
  if (folder === undefined) throw new UsageError('Name a folder.');
  if (others.length > 0) throw new UsageError('Name one folder only.');
  return folder;
}

export function reportFailures(failures: readonly Failure[], terminal: Terminal): void {
  for (const { path, message } of failures) terminal.err(`synoptic: ${path}: ${message}\n`);
}

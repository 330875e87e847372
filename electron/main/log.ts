import { app, shell } from 'electron';
import { LogFile } from './log-file.ts';
import { linesOf, recordOf, type LogRecord } from './log-record.ts';

let file: LogFile | null = null;
/** Lines from before the log was opened. */
let early = '';

/** To be called once this is the Synoptic that runs: two would rotate each other's files. */
export function openLog(folder: string): void {
  file = new LogFile(folder);
  if (early !== '') file.append(early);
  early = '';
}

export function log(record: LogRecord): void {
  const lines = linesOf(record, new Date());
  if (file) file.append(lines);
  else early += lines;
  // The same, and no more: systems keep what programs print in logs of their own.
  if (record.level !== 'info') process.stderr.write(lines);
}

/** An error, by its class, its code and where it arose; in development with all it says, on the terminal. */
export function logError(where: string, thrown: unknown): void {
  log(recordOf('error', where, thrown));
  if (!app.isPackaged) process.stderr.write(`${where}: ${inFull(thrown)}\n`);
}

function inFull(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}

/** What happened, without an error. */
export function logEvent(
  level: LogRecord['level'],
  where: string,
  code: string,
  facts?: NonNullable<LogRecord['facts']>,
): void {
  log({ level, where, code, ...(facts && { facts }) });
}

export function showLog(): void {
  if (file) shell.showItemInFolder(file.path);
}

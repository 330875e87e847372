import type { ParseArgsOptionsConfig } from 'node:util';

/** 0: all done. 1: something failed; what could be done was. 2: the command line was not understood. */
export type ExitCode = 0 | 1 | 2;

/** What a command has of the world. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where the built page is. */
  readonly pageFolder: string;
}

export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface Command {
  /** In the list of commands: one line. */
  readonly summary: string;
  /** After "synoptic": "read PATH… [--json]". */
  readonly usage: string;
  /** What the options do, one a line. */
  readonly details: readonly string[];
  /** Besides --help and --json, which all have. */
  readonly options: ParseArgsOptionsConfig;
  readonly run: (positionals: readonly string[], values: Values, terminal: Terminal) => Promise<ExitCode>;
}

/** The command line was not understood: exit code 2, with the message and the command's usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}

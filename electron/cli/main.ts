import { parseArgs } from 'node:util';
import { SynopticError, toErrorShape } from '../api/index.ts';
import { UsageError, type Command, type ExitCode, type Terminal } from './command.ts';

/** Each command with its engine is loaded when it is asked for: a short run should not wait for the others. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./read.ts')).read,
  brief: async () => (await import('./brief.ts')).brief,
  compare: async () => (await import('./compare.ts')).compare,
  stories: async () => (await import('./stories.ts')).stories,
  search: async () => (await import('./search.ts')).search,
  notes: async () => (await import('./notes.ts')).notes,
  serve: async () => (await import('./serve.ts')).serve,
};

/** Runs one command line, without the program's own name. Never throws. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.err : terminal.out)(await overview());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    terminal.err(`synoptic: there is no command “${name}”.\n\n${await overview()}`);
    return 2;
  }
  const command = await load();
  try {
    const { values, positionals } = parse(command, rest);
    if (values['help']) {
      terminal.out(help(command));
      return 0;
    }
    return await command.run(positionals, values, terminal);
  } catch (thrown) {
    return explain(thrown, command, terminal);
  }
}

function parse(command: Command, args: string[]) {
  const options = {
    ...command.options,
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (thrown) {
    if (thrown instanceof TypeError) throw new UsageError(thrown.message, { cause: thrown });
    throw thrown;
  }
}

function explain(thrown: unknown, command: Command, terminal: Terminal): ExitCode {
  if (thrown instanceof UsageError) {
    terminal.err(`synoptic: ${thrown.message}\nUsage: synoptic ${command.usage}\n`);
    return 2;
  }
  const { message, hint } = toErrorShape(thrown);
  terminal.err(`synoptic: ${message}${hint ? ` ${hint}` : ''}\n`);
  // At one's own prompt the reason is worth more than secrecy.
  if (!(thrown instanceof SynopticError))
    terminal.err(`${thrown instanceof Error ? thrown.stack : thrown}\n`);
  return 1;
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length)) + 2;
  const lines = Object.keys(COMMANDS).map(
    (name, index) => `  ${name.padEnd(width)}${commands[index]?.summary ?? ''}\n`,
  );
  return (
    'Usage: synoptic COMMAND …\n\n' +
    lines.join('') +
    '\n“synoptic COMMAND --help” tells more. Exit codes: 0 all done, 1 something failed, 2 not understood.\n'
  );
}

function help({ summary, usage, details }: Command): string {
  const shared = ['--json      print JSON instead of text', '--help, -h  print this'];
  const lines = [...details, ...shared].map((line) => `  ${line}\n`);
  return `${summary}\n\nUsage: synoptic ${usage}\n\n${lines.join('')}`;
}

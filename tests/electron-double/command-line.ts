import type { CommandLine } from 'electron';
import { only } from './unimplemented.ts';

/** Switches of a command line, `null` for those without a value. */
export type Switches = Map<string, string | null>;

/** `--name`, `--name=value`; what follows a bare `--` is no switch any more. */
export function switchesOf(args: readonly string[]): Switches {
  const switches: Switches = new Map();
  for (const arg of args) {
    if (arg === '--') break;
    const parts = /^--?([^=]+)(?:=(.*))?$/su.exec(arg);
    if (parts?.[1] !== undefined) switches.set(parts[1], parts[2] ?? null);
  }
  return switches;
}

const switches = switchesOf(process.argv.slice(1));

/**
 * https://www.electronjs.org/docs/latest/api/command-line: reads and changes Chromium's switches; it does
 * not affect `process.argv`, and what is appended after Chromium has started reaches nobody.
 */
export const commandLine: CommandLine = only<CommandLine>('app.commandLine', {
  appendSwitch(name, value) {
    switches.set(name, value ?? null);
  },
  hasSwitch: (name) => switches.has(name),
  getSwitchValue: (name) => switches.get(name) ?? '',
  removeSwitch(name) {
    switches.delete(name);
  },
});

/** Of the command line, but not for Chromium: who starts it knows its own folder. */
const OURS: ReadonlySet<string> = new Set(['user-data-dir']);

/** The switches as they are now, for the Chromium that is about to start. */
export const chromiumSwitches = (): ReadonlyMap<string, string | null> =>
  new Map([...switches].filter(([name]) => !OURS.has(name)));

export const switchValue = (name: string): string | null => switches.get(name) ?? null;

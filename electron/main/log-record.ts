import * as v from 'valibot';
import { SynopticError } from '../api/index.ts';

/**
 * What the log may hold: words of the program's own, numbers, and where in the program. Never a message of an
 * error, which may quote an article, a title, a path or a query; those are dropped here, before a record leaves
 * the process that makes it.
 */
const word = (longest: number) =>
  v.pipe(v.string(), v.maxLength(longest), v.regex(/^[A-Za-z_$][\w$.:/+-]*$/));
const frame = v.pipe(v.string(), v.maxLength(240), v.regex(/^[\w$.<>#\-[\] ]* ?\([\w$./:<>+-]*\)$/));

export const logRecord = v.strictObject({
  level: v.picklist(['info', 'warn', 'error']),
  /** The part of the program: `engine`, `browse`. */
  where: word(60),
  /** What happened: an error's code or class, or what a part has done. */
  code: word(80),
  /** Where in the program, innermost first: `function (dist/main/main.js:1:2)`. */
  frames: v.optional(v.pipe(v.array(frame), v.maxLength(12))),
  facts: v.optional(v.record(word(30), v.union([v.number(), v.boolean(), word(40)]))),
});

export type LogRecord = v.InferOutput<typeof logRecord>;

/** Files of the program itself; what comes before is where on this computer it is. */
const PROGRAM = /(?:^|\/)((?:dist|electron|tests)\/[\w$./-]+)$/;
const FRAME = /^\s+at (?:(?<what>[\w$.<>#\-[\] ]+) \((?<place>.+)\)|(?<bare>.+))$/;
const POSITION = /:(\d+):(\d+)$/;

function placeOf(text: string): string {
  const [, line, column] = POSITION.exec(text) ?? [];
  const file = text.replace(POSITION, '').replaceAll('\\', '/');
  if (/^node:[\w/.-]+$/.test(file)) return `${file}:${line}:${column}`;
  const own = PROGRAM.exec(file)?.[1];
  return own !== undefined && line !== undefined ? `${own}:${line}:${column}` : '';
}

/** The frames of an error's stack, without its message and without the places that are not the program's. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const message = stack.indexOf(error.message);
  const frames: string[] = [];
  // From the end: what an error says comes before, however many lines it has.
  const lines = stack.slice(message < 0 ? 0 : message + error.message.length).split('\n');
  for (const line of lines.reverse()) {
    const groups = FRAME.exec(line)?.groups;
    if (!groups) break;
    frames.unshift(`${groups['what'] ?? ''} (${placeOf(groups['place'] ?? groups['bare'] ?? '')})`.trim());
  }
  return frames.filter((each) => v.is(frame, each)).slice(0, 12);
}

const OWN_NAME = /^[A-Za-z_$][\w$]{0,40}$/;
/** Node's and the system's codes: `ENOENT`, `ERR_INVALID_ARG_TYPE`. */
const SYSTEM_CODE = /^E[A-Z0-9_]{1,60}$/;

/** An error by its class and code alone. */
function codeOf(thrown: unknown): string {
  if (thrown instanceof SynopticError) {
    return thrown.cause === undefined ? thrown.code : `${thrown.code}/${codeOf(thrown.cause)}`;
  }
  if (!(thrown instanceof Error)) return `thrown-${typeof thrown}`;
  // Not `name`, which whoever throws may set to anything.
  const named = thrown.constructor.name;
  const name = OWN_NAME.test(named) ? named : 'Error';
  const code: unknown = 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' && SYSTEM_CODE.test(code) ? `${name}:${code}` : name;
}

/** What the log is told of an error. */
export function recordOf(level: LogRecord['level'], where: string, thrown: unknown): LogRecord {
  const place = where.replaceAll(' ', '-');
  const frames = thrown instanceof Error ? framesOf(thrown) : [];
  return {
    level,
    where: v.is(logRecord.entries.where, place) ? place : 'elsewhere',
    code: codeOf(thrown).slice(0, 80),
    ...(frames.length > 0 && { frames }),
  };
}

/** A record as lines of the file. */
export function linesOf({ level, where, code, frames = [], facts = {} }: LogRecord, at: Date): string {
  const told = Object.entries(facts).map(([name, value]) => ` ${name}=${value}`);
  const first = `${at.toISOString()} ${level.padEnd(5)} ${where} ${code}${told.join('')}`;
  return [first, ...frames.map((each) => `    at ${each}`)].join('\n') + '\n';
}

import * as v from 'valibot';
import { logRecord } from './log-record.ts';

/**
 * What main posts to the engine's process: `host` and `page` each come with one port, to be served with
 * the rights of that side; `stop` asks it to put things away and end.
 */
export type EngineMessage = 'host' | 'page' | 'stop';

/** What the engine's process tells main: that it is there, and what belongs into the log. */
export const engineReport = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({ kind: v.literal('log'), record: logRecord }),
]);

export type EngineReport = v.InferOutput<typeof engineReport>;

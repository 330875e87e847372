import type { MessagePortMain } from 'electron';
import { serve } from '../api/index.ts';
import { createEngine } from '../engine/engine.ts';
import type { EngineMessage, EngineReport } from './engine-messages.ts';
import { recordOf } from './log-record.ts';
import { portChannel } from './port-channel.ts';

/** The entry of the engine's own process. */

/** How long a last report may take to leave the process, in ms. */
const LAST_WORD_MS = 50;

function report(message: EngineReport): void {
  process.parentPort.postMessage(message);
}

/** The log is main's; nothing of an error but what may stand there leaves this process. */
function logError(where: string, thrown: unknown): void {
  report({ kind: 'log', record: recordOf('error', where, thrown) });
}

/** Node's own way would print the error's message. */
function fatal(thrown: unknown): void {
  logError('engine', thrown);
  setTimeout(() => process.exit(1), LAST_WORD_MS);
}

process.on('uncaughtException', fatal);
process.on('unhandledRejection', fatal);
// Interrupting at a prompt reaches every process at once. Main then asks this one to put things away.
process.on('SIGINT', () => undefined);

/** A page has one port, and another after each reload. One that asks for ever more loses the oldest. */
const PAGE_PORTS = 8;
const pagePorts: MessagePortMain[] = [];

function keepFew(port: MessagePortMain): void {
  pagePorts.push(port);
  if (pagePorts.length > PAGE_PORTS) pagePorts.shift()?.close();
}

// The one argument that main gives: where to keep what the reader makes.
const [, , dataFolder] = process.argv;
const engine = await createEngine({ dataFolder, onError: logError });

// Messages wait for this listener, so none is lost while the engine is being made.
process.parentPort.on('message', ({ data, ports }) => {
  const message = data as EngineMessage;
  if (message === 'stop') {
    void engine.close().finally(() => process.exit(0));
    return;
  }
  const [port] = ports;
  if (!port) return;
  if (message === 'page') keepFew(port);
  serve(portChannel(port), engine, { privileged: message === 'host', onError: logError });
});
report({ kind: 'ready' });

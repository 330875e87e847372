import { serve } from '../api/index.ts';
import { createEngine } from '../engine/engine.ts';
import type { EngineMessage } from './engine-messages.ts';
import { portChannel } from './port-channel.ts';

/** The entry of the engine's own process. */

function log(where: string, thrown: unknown): void {
  process.stderr.write(
    `${where}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`,
  );
}

const engine = await createEngine({ onError: log });

// Messages wait for this listener, so none is lost while the engine is being made.
process.parentPort.on('message', ({ data, ports }) => {
  const message = data as EngineMessage;
  if (message === 'stop') {
    void engine.close().finally(() => process.exit(0));
    return;
  }
  const [port] = ports;
  if (port) serve(portChannel(port), engine, { privileged: message === 'host', onError: log });
});

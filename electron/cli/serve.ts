import { mark } from '../api/marks.ts';
import { startBrowserHost } from '../browser/server.ts';
import { createEngine } from '../engine/engine.ts';
import { StoreProblem } from '../engine/store/problems.ts';
import { UsageError, type Command, type Terminal } from './command.ts';
import { dataFolder } from './data-folder.ts';
import { theFolder } from './paths.ts';

export const serve: Command = {
  summary: 'Open a folder in a browser on this machine.',
  usage: 'serve DIR [--port N] [--open] [--json]',
  details: [
    '--port N    listen on this port instead of a free one',
    '--open      open the default browser',
    'The folder in the environment variable SYNOPTIC_DATA keeps what you correct, if it is set.',
  ],
  options: { port: { type: 'string' }, open: { type: 'boolean' } },
  async run(positionals, values, terminal) {
    const folder = theFolder(positionals);
    const port = portOf(values['port']);
    const onError = (where: string, thrown: unknown) => {
      const reason = thrown instanceof Error ? thrown.name : 'failed';
      // What a problem of the store says is for the reader; errors may quote what is nobody's business.
      terminal.err(`synoptic: ${thrown instanceof StoreProblem ? thrown.message : `${where}: ${reason}`}\n`);
    };
    const engine = await createEngine({ library: folder, dataFolder: dataFolder(), onError });
    try {
      const host = await startBrowserHost({ engine, pageFolder: terminal.pageFolder, port, onError });
      mark('listening');
      const stopped = stopSignal();
      if (values['json']) terminal.out(`${JSON.stringify({ address: host.address, port: host.port })}\n`);
      else terminal.out(`Synoptic shows ${folder} at ${host.address}\nCtrl-C stops it.\n`);
      if (values['open']) await openBrowser(host.address, terminal);
      await stopped;
      await host.close();
    } finally {
      await engine.close();
    }
    return 0;
  },
};

function portOf(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new UsageError('--port takes a number from 1 to 65535.');
}

/** Resolves at the first Ctrl-C or request to end; a second one ends at once, as it does by default. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

async function openBrowser(address: string, terminal: Terminal): Promise<void> {
  const { default: open } = await import('open');
  const failed = () => terminal.err('synoptic: no browser could be opened; open the address yourself.\n');
  try {
    const child = await open(address);
    child.once('error', failed);
  } catch {
    failed();
  }
}

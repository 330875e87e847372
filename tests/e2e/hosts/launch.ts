import type * as Electron from 'electron';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Outside } from '../../electron-double/control.ts';
import { DoubleApplication } from '../../electron-double/launch.ts';
import type { Folders } from './host.ts';

/** How the app is launched in each of the three hosts, and nothing else. */

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** The app that the shells start: this project, or another copy of it, such as one that is broken on purpose. */
const APP = process.env['SYNOPTIC_APP'] ?? ROOT;

/** The desktop shell on the double or on Electron itself, in the shape that Playwright gives the latter. */
export interface ShellApplication {
  evaluate<R, A>(work: (electron: typeof Electron, argument: A) => R | Promise<R>, argument: A): Promise<R>;
  firstWindow(): Promise<Page>;
  close(): Promise<void>;
  process(): ChildProcess;
  output(): string;
  /** Only on the double. */
  outside?<R, A>(work: (outside: Outside, argument: A) => R | Promise<R>, argument: A): Promise<R>;
}

export interface ShellLaunch {
  readonly folders: Folders;
  /** What follows the app's folder on the command line. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/**
 * On folders of its own, so that nothing of the person who runs the tests is read or written. Electron asks
 * Windows for the home folder and the documents, whatever the variables say: what would write there is tagged
 * `@own-home`. The trash and the list of recent documents are the person's on Windows and macOS.
 */
function surroundings({ folders, args, env, cwd }: ShellLaunch) {
  const { home, userData } = folders;
  return {
    args: [`--user-data-dir=${userData}`, APP, ...args],
    ...(cwd !== undefined && { cwd }),
    env: {
      ...(process.env as Record<string, string>),
      HOME: home,
      // What macOS heeds instead, and Node on Windows.
      CFFIXED_USER_HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: path.join(home, '.config'),
      XDG_DATA_HOME: path.join(home, '.local', 'share'),
      ...env,
    },
  };
}

export function launchDouble(launch: ShellLaunch): Promise<ShellApplication> {
  return Promise.resolve(new DoubleApplication(surroundings(launch)) as ShellApplication);
}

export async function launchElectron(launch: ShellLaunch): Promise<ShellApplication> {
  const executablePath = process.env['SYNOPTIC_ELECTRON'];
  if (!executablePath) throw new Error('Electron’s program was not found; “npm run test:electron” says why.');
  const { args, ...others } = surroundings(launch);
  const log = process.env['SYNOPTIC_DOUBLE_NETLOG'];
  const app: ElectronApplication = await _electron.launch({
    executablePath,
    // Playwright would start it without.
    chromiumSandbox: true,
    args: [...(log ? [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'] : []), ...args],
    ...others,
  });
  let output = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return {
    evaluate: (work, argument) => app.evaluate(work as never, argument) as Promise<never>,
    firstWindow: () => app.firstWindow(),
    close: () => app.close(),
    process: () => app.process(),
    output: () => output,
  };
}

/** Starts the app once more beside one that runs: nobody drives it, and it is expected to end by itself. */
export async function startBeside(host: 'electron double' | 'electron', launch: ShellLaunch) {
  const { args, ...options } = surroundings(launch);
  const double = path.join(ROOT, 'tests', 'electron-double', 'run.ts');
  const child =
    host === 'electron'
      ? spawn(process.env['SYNOPTIC_ELECTRON'] ?? '', args, { ...options, stdio: 'ignore' })
      : spawn(process.execPath, [double, ...args], { ...options, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

export interface Server {
  readonly address: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** The built command-line tool's `serve`, as a process of its own, on the test's own folders. */
export async function startServer({ library, userData }: Folders, port?: number): Promise<Server> {
  const cli = path.join(ROOT, 'dist', 'cli', 'cli.js');
  const chosen = port === undefined ? [] : ['--port', String(port)];
  const child = spawn(process.execPath, [cli, 'serve', library, '--json', ...chosen], {
    env: { ...process.env, SYNOPTIC_DATA: userData },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const line = await firstLine(child).catch(() => {
    throw new Error(`The host did not start. Run “node build/build.mjs cli renderer” first.\n${complaints}`);
  });
  return {
    ...(JSON.parse(line) as { address: string; port: number }),
    async stop() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', reject);
    child.once('error', reject);
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });
}

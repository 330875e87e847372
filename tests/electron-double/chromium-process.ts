import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumSandbox, findChromium } from '../../electron/browser/chromium.ts';
import { CdpConnection } from './cdp.ts';

/**
 * The Chromium inside the double. Electron has Chromium's content layer only; what Chrome adds to it is
 * switched off here, and popups are not blocked, because Electron does not block them.
 */
const OWN_SWITCHES = [
  '--headless',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-client-side-phishing-detection',
  '--disable-popup-blocking',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--password-store=basic',
  '--use-mock-keychain',
  // “MessagePorts in Electron › Extension: close event”: Electron has it, Chrome does not.
  '--enable-blink-features=MessagePortCloseEvent',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
] as const;

interface Running {
  readonly child: ChildProcess;
  readonly connection: CdpConnection;
  readonly address: string;
}

export interface ChromiumOptions {
  /** What the app appended to its command line, with or without a value. */
  readonly switches: ReadonlyMap<string, string | null>;
  /** The app's own folder: storage of the pages is kept in a folder of it. */
  readonly userData: string;
}

let running: Running | null = null;
let stopping = false;

/** @throws Error where there is no Chromium or it does not start. */
export async function launchChromium({ switches, userData }: ChromiumOptions): Promise<void> {
  const program = await findChromium();
  if (!program) throw new Error('No Chromium found; SYNOPTIC_CHROMIUM may name its program.');
  const child = spawn(
    program,
    [...chromiumArguments(switches), `--user-data-dir=${path.join(userData, 'chromium')}`],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const address = await listening(child);
  running = { child, connection: new CdpConnection(child), address };
  child.on('exit', (code, signal) => {
    running = null;
    if (!stopping) throw new Error(`Chromium ended by itself (${String(signal ?? code)}).`);
  });
}

/** Ends it in its own way, so that what pages have stored is on disk. */
export async function endChromium(): Promise<void> {
  stopping = true;
  if (!running) return;
  const { child, connection } = running;
  const ended = once(child, 'exit');
  await connection.browser.send('Browser.close').catch(() => child.kill());
  await ended;
}

/** For a second client of the same pages, such as Playwright's `connectOverCDP`. */
export function debuggingAddress(): string {
  return current().address;
}

export function chromium(): CdpConnection {
  return current().connection;
}

function current(): Running {
  if (running) return running;
  throw new Error('Chromium is not running: the app is not ready yet, or has quit.');
}

function chromiumArguments(switches: ReadonlyMap<string, string | null>): string[] {
  const appended = [...switches].map(([name, value]) =>
    value === null ? `--${name}` : `--${name}=${value}`,
  );
  const log = process.env['SYNOPTIC_DOUBLE_NETLOG'];
  return [
    ...OWN_SWITCHES,
    ...(chromiumSandbox() ? [] : ['--no-sandbox']),
    ...(log ? [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'] : []),
    ...appended,
  ];
}

/** The address it says on its error output. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Chromium did not start.\n${said}`)));
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      said += `${line}\n`;
      const [, address] = /^DevTools listening on (\S+)$/.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
}

import { chromium, type Browser, type Page } from 'playwright';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromiumSandbox, findChromium } from '../../electron/browser/chromium.ts';
import { DoubleApplication } from '../electron-double/launch.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SHOWN = 'synoptic:story-shown';
const VIEWPORT = { width: 1360, height: 860 };

/** The marks of one process, in milliseconds since the epoch: one clock for all of them. */
export type Marks = ReadonlyMap<string, number>;

/** One start, from before the first process was asked for until the first article was painted. */
export interface Run {
  readonly begun: number;
  readonly page: Marks;
  /** Of each Node process. */
  readonly others: readonly Marks[];
}

const now = (): number => performance.timeOrigin + performance.now();

interface Told {
  readonly timeOrigin: number;
  readonly marks: readonly (readonly [string, number])[];
}

const onOneClock = ({ timeOrigin, marks }: Told): Marks =>
  new Map([['origin', timeOrigin], ...marks.map(([name, at]) => [name, timeOrigin + at] as const)]);

/** A folder for one run: the library, and what its processes leave. */
async function within<T>(work: (folder: string, env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-start-'));
  const keep = pathToFileURL(path.join(import.meta.dirname, 'keep-marks.mjs')).href;
  try {
    await cp(path.join(ROOT, 'seeds'), path.join(folder, 'library'), { recursive: true });
    const env = {
      ...process.env,
      SYNOPTIC_MARKS: folder,
      SYNOPTIC_DATA: folder,
      NODE_OPTIONS: `--import=${keep}`,
    };
    return await work(folder, env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keptMarks(folder: string): Promise<Marks[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return Promise.all(
    files.map(async (name) =>
      onOneClock(JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Told),
    ),
  );
}

/** Waits for the mark, and gives all marks of the page. */
async function pageMarks(page: Page, awaited: string): Promise<Marks> {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, awaited, {
    polling: 50,
  });
  return onOneClock(
    await page.evaluate(() => ({
      timeOrigin: performance.timeOrigin,
      marks: performance
        .getEntriesByType('mark')
        .map(({ name, startTime }) => [name, startTime] as const)
        .concat(
          performance.getEntriesByType('paint').map(({ name, startTime }) => [name, startTime] as const),
        ),
    })),
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** The first line that a program prints. */
async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('It has no output.');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return line;
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === null) throw new Error('No Chromium found; SYNOPTIC_CHROMIUM may name its program.');
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath, chromiumSandbox: chromiumSandbox(), args });
}

/** What a program serves, in a tab of a browser that runs already. */
async function served(
  browser: Browser,
  program: readonly string[],
  { env, awaited, address }: { env: NodeJS.ProcessEnv; awaited: string; address: (line: string) => string },
): Promise<{ begun: number; page: Marks }> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const begun = now();
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await page.goto(address(await firstLine(child)), { waitUntil: 'commit' });
    return { begun, page: await pageMarks(page, awaited) };
  } finally {
    await context.close();
    await stop(child);
  }
}

export function startInBrowser(browser: Browser): Promise<Run> {
  return within(async (folder, env) => {
    const program = [path.join(ROOT, 'dist/cli/cli.js'), 'serve', path.join(folder, 'library'), '--json'];
    const address = (line: string) => (JSON.parse(line) as { address: string }).address;
    const run = await served(browser, program, { env, awaited: SHOWN, address });
    return { ...run, others: await keptMarks(folder) };
  });
}

/** The peer: a page with one line of text, painted when it says so. */
const EMPTY_PAGE =
  '<!doctype html><meta charset="utf-8"><title>Empty</title><p>Text</p><script>' +
  'requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();' +
  `port1.onmessage = () => performance.mark('painted'); port2.postMessage(null); })</script>`;

const EMPTY_SERVER =
  `require('node:http').createServer((_, answer) => answer.setHeader('content-type', 'text/html')` +
  `.end(${JSON.stringify(EMPTY_PAGE)})).listen(0, '127.0.0.1', function () { ` +
  `console.log('http://127.0.0.1:' + this.address().port); })`;

/** Milliseconds until an empty page of a bare server is painted. */
export async function emptyInBrowser(browser: Browser): Promise<number> {
  const { begun, page } = await served(browser, ['-e', EMPTY_SERVER], {
    env: process.env,
    awaited: 'painted',
    address: (line) => line,
  });
  return (page.get('painted') ?? NaN) - begun;
}

/** Milliseconds until a browser has started and painted an empty page. */
export async function emptyWithBrowser(): Promise<number> {
  const begun = now();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.goto(`data:text/html,${encodeURIComponent(EMPTY_PAGE)}`, { waitUntil: 'commit' });
    return ((await pageMarks(page, 'painted')).get('painted') ?? NaN) - begun;
  } finally {
    await browser.close();
  }
}

/** The built shell on the double of Electron: main, preload, engine and page as they are shipped. */
export function startOnDouble(): Promise<Run> {
  return within(async (folder, env) => {
    const begun = now();
    const app = new DoubleApplication({
      args: [`--user-data-dir=${path.join(folder, 'user-data')}`, ROOT, path.join(folder, 'library')],
      env: { ...env, HOME: folder, XDG_CONFIG_HOME: path.join(folder, '.config') },
    });
    let page: Marks;
    try {
      page = await pageMarks(await app.firstWindow(), SHOWN);
    } finally {
      await app.close();
    }
    return { begun, page, others: await keptMarks(folder) };
  });
}

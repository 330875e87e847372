import { expect, test as base, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Synoptic as its user has it: the built host on a library of its own, and the page open in a browser. */
export interface App {
  /** A copy of the sample library; the test may do to it what it likes. */
  readonly libraryDir: string;
  /** Where the host serves the page, with the key: for a second tab or another browser. */
  readonly address: string;
  readonly origin: string;
  readonly page: Page;
  /** Addresses of all requests and sockets the browser's pages have opened so far. */
  readonly requests: readonly string[];
  /** What went wrong in the page: uncaught errors and breaches of its policy. Must be empty at the end. */
  readonly faults: string[];
}

interface Options {
  /** Copied to make the library. */
  readonly librarySource: string;
}

export const test = base.extend<Options & { app: App }>({
  librarySource: [path.join(ROOT, 'seeds'), { option: true }],

  app: async ({ context, page, librarySource }, use) => {
    const parent = await mkdtemp(path.join(tmpdir(), 'synoptic-e2e-'));
    const libraryDir = path.join(parent, 'library');
    await cp(librarySource, libraryDir, { recursive: true });
    const { address, stop } = await startHost(libraryDir);
    const { origin } = new URL(address);

    const requests: string[] = [];
    const faults: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    context.on('weberror', (error) => faults.push(String(error.error())));
    context.on('console', (message) => {
      const ours = message.page()?.url().startsWith(origin);
      if (ours && /Content Security Policy/i.test(message.text())) faults.push(message.text());
    });
    context.on('page', (opened) => opened.on('websocket', (socket) => requests.push(socket.url())));
    page.on('websocket', (socket) => requests.push(socket.url()));

    try {
      await page.goto(address);
      await use({ libraryDir, address, origin, page, requests, faults });
      expect(faults, 'errors in the page').toEqual([]);
    } finally {
      await page.close();
      await stop();
      await rm(parent, { recursive: true, force: true });
    }
  },
});

export { expect } from '@playwright/test';

/** The built command-line tool's `serve`, as a process of its own. */
async function startHost(libraryDir: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const cli = path.join(ROOT, 'dist', 'cli', 'cli.js');
  const child = spawn(process.execPath, [cli, 'serve', libraryDir, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const address = await firstLine(child).catch(() => {
    throw new Error(`The host did not start. Run “node build/build.mjs cli renderer” first.\n${complaints}`);
  });
  return {
    address: (JSON.parse(address) as { address: string }).address,
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

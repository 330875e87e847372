import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CLI = path.join(ROOT, 'dist', 'cli', 'cli.js');

/** The built command-line tool as a process of its own, away from the project's folder. */
async function synoptic(...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
}

const seeds = path.join(ROOT, 'seeds');

test.describe('the command line', { tag: '@cli' }, () => {
  test('prints the result to the standard output and what failed to the standard error', async () => {
    const { code, out, err } = await synoptic('brief', seeds, 'missing.txt', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ failures: [{ path: 'missing.txt', code: 'not-found' }] });
    expect(err).toBe('synoptic: missing.txt: There is no file or folder of this name.\n');
  });

  test('exits with 2 where it does not understand', async () => {
    expect(await synoptic('brief', '--length', '3')).toMatchObject({ code: 2, out: '' });
  });

  test('does not mind a reader that has had enough', async () => {
    const child = spawn(process.execPath, [CLI, 'read', seeds, seeds, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    const [err] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(err).toBe('');
    expect(child.exitCode).toBe(0);
  });

  test('writes the brief as PDF', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-pdf-'));
    const file = path.join(folder, 'brief.pdf');
    expect(await synoptic('brief', seeds, '--pdf', file, '--paper', 'Letter')).toMatchObject({
      code: 0,
      err: '',
    });
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    await rm(folder, { recursive: true });
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`serve stops cleanly at ${signal}`, async () => {
      test.skip(process.platform === 'win32', 'Windows has no such signals.');
      const child = spawn(process.execPath, [CLI, 'serve', seeds], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, SYNOPTIC_DATA: path.join(tmpdir(), 'synoptic-e2e-no-data') },
      });
      const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
      expect(said).toMatch(/at http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}\n/);
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number | null];
      expect(code).toBe(0);
    });
  }
});

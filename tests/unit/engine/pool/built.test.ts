import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterEach, expect, test } from 'vitest';
import { PARTS, ROOT } from '../../../../build/parts.mjs';
import { nodeConfig } from '../../../../build/vite/node.mjs';

const HERE = path.relative(ROOT, import.meta.dirname);

let folder = '';

afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a host prints that is built as those that ship are. */
async function printedBy(entries: Readonly<Record<string, string>>): Promise<string> {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-built-'));
  await build({ ...nodeConfig(ROOT, folder, { ...entries, ...PARTS.engine.beside }), logLevel: 'error' });
  const file = path.join(folder, 'a.html');
  // Markup, so that a parser is loaded that nothing else needs.
  await writeFile(
    file,
    '<html><title>Talks end</title><body><p>The talks ended on Monday.</p></body></html>',
  );
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, 'host.js'), file]);
  return stdout.trim();
}

test.each(['engine', 'cli'] as const)('the part %s has the worker beside its entry', (part) => {
  expect(PARTS[part].beside).toEqual({ 'worker.js': 'electron/engine/pool/worker.ts' });
});

test(
  'a built host whose entry holds the pool finds its workers, and they the parts they load',
  { timeout: 60_000 },
  async () => {
    expect(await printedBy({ 'host.js': `${HERE}/built-host.ts` })).toBe('Talks end');
    expect(await readFile(path.join(folder, 'host.js'), 'utf8')).toContain('The pool of workers is closed.');
  },
);

test('and so does one whose chunks hold it', { timeout: 60_000 }, async () => {
  const entries = { 'host.js': `${HERE}/built-host.ts`, 'beside.js': `${HERE}/built-host-beside.ts` };
  expect(await printedBy(entries)).toBe('Talks end');
  expect(await readFile(path.join(folder, 'host.js'), 'utf8')).not.toContain(
    'The pool of workers is closed.',
  );
  expect(existsSync(path.join(folder, 'chunks'))).toBe(true);
});

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { findChromium } from '../../../electron/browser/chromium.ts';
import { printPdf } from '../../../electron/browser/print.ts';

afterEach(() => vi.unstubAllEnvs());

it('takes the program that SYNOPTIC_CHROMIUM names', async () => {
  vi.stubEnv('SYNOPTIC_CHROMIUM', process.execPath);
  expect(await findChromium()).toBe(process.execPath);
});

it('takes no other where SYNOPTIC_CHROMIUM names none', async () => {
  vi.stubEnv('SYNOPTIC_CHROMIUM', '/nowhere/chromium');
  expect(await findChromium()).toBeNull();
});

it.runIf(process.platform === 'linux')('finds the system’s on the path', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-path-'));
  const program = path.join(folder, 'chromium');
  await writeFile(program, '');
  await chmod(program, 0o755);
  vi.stubEnv('SYNOPTIC_CHROMIUM', '');
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', folder);
  vi.stubEnv('PATH', folder);
  expect(await findChromium()).toBe(program);
  await rm(folder, { recursive: true });
});

it.each([
  ['there is no Chromium', '/nowhere/chromium'],
  ['what is named is no Chromium', process.execPath],
])('says what to do where %s', async (_why, program) => {
  vi.stubEnv('SYNOPTIC_CHROMIUM', program);
  await expect(printPdf('<p>Text</p>', 'A4')).rejects.toMatchObject({
    code: 'no-printer',
    hint: expect.stringContaining('install Chromium') as string,
  });
});

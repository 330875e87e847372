import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { argvAsTold, SingleInstance, type Handover } from '../../../electron-double/instance.ts';

const mine: Handover = { argv: ['electron', '.', 'a.txt'], workingDirectory: '/tmp', additionalData: null };
const nobody = () => expect.unreachable('nobody started a second time');
let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'double-instance-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('the second one is refused, and the first is told with what it was started', async () => {
  const first = new SingleInstance(folder);
  const told = Promise.withResolvers<Handover>();
  expect(first.request(mine, told.resolve)).toBe(true);
  const second = new SingleInstance(folder);
  expect(second.request({ ...mine, argv: ['electron', '.', 'b.txt'] }, nobody)).toBe(false);
  expect((await told.promise).argv).toEqual(['electron', '.', 'b.txt']);
  await second.handedOver;
  expect(second.isHeld).toBe(false);
  first.release();
});

test('whoever comes after the first has ended is the first', () => {
  const first = new SingleInstance(folder);
  first.request(mine, nobody);
  first.release();
  const next = new SingleInstance(folder);
  expect(next.request(mine, nobody)).toBe(true);
  next.release();
  expect(existsSync(path.join(folder, 'SingletonLock'))).toBe(false);
});

test('the lock of a process that was killed holds nobody up', () => {
  // No process has this number: it is above every system's limit.
  writeFileSync(path.join(folder, 'SingletonLock'), '99999999');
  const next = new SingleInstance(folder);
  expect(next.request(mine, nobody)).toBe(true);
  next.release();
});

test('the arguments come with the switches first and one of Chromium’s own', () => {
  expect(argvAsTold(['electron', '.', '--flag', 'a.txt'], 12)).toEqual([
    'electron',
    '--flag',
    '--original-process-start-time=12',
    '.',
    'a.txt',
  ]);
});

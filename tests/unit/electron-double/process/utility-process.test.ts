import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { MessagePortMain, UtilityProcess } from 'electron';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { app, appDouble } from '../../../electron-double/app.ts';
import { MessageChannelMain } from '../../../electron-double/message-ports.ts';
import { utilityProcess } from '../../../electron-double/utility-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'double-utility-'));
const module = path.join(folder, 'echo.mjs');
/** Answers through the ports it is given, and does as it is told. */
const ECHO = `process.parentPort.on('message', ({ data, ports }) => {
  if (data === 'end') process.exit(4);
  if (data === 'who') {
    const { type, versions, argv } = process;
    process.parentPort.postMessage([type, typeof versions.electron, argv.slice(2)]);
  }
  const [port] = ports;
  if (!port) return;
  port.on('message', (event) => port.postMessage(['heard', event.data]));
  port.on('close', () => process.parentPort.postMessage('closed'));
  port.start();
});
console.log('up');
`;

beforeAll(() => {
  writeFileSync(module, ECHO);
  expect(() => utilityProcess.fork(module)).toThrow(/before app is ready/);
  appDouble.becomeReady();
});
afterAll(() => rmSync(folder, { recursive: true }));

const next = (child: UtilityProcess): Promise<unknown> =>
  new Promise((resolve) => child.once('message', resolve));
const ended = (child: UtilityProcess): Promise<number> =>
  new Promise((resolve) => child.once('exit', resolve));

test('a module runs in a process of its own, which is one of Electron’s to it', async () => {
  const child = utilityProcess.fork(module, ['a'], { serviceName: 'Echo', stdio: 'pipe' });
  const said = child.stdout && text(child.stdout as NodeJS.ReadableStream);
  child.postMessage('who');
  expect(await next(child)).toEqual(['utility', 'string', ['a']]);
  expect(app.getAppMetrics().find(({ name }) => name === 'Echo')?.pid).toBe(child.pid);
  child.postMessage('end');
  expect(await ended(child)).toBe(4);
  expect(child.pid).toBeUndefined();
  expect(await said).toBe('up\n');
});

test('bytes go through a port that it was given, both ways, and closing is heard', async () => {
  const child = utilityProcess.fork(module, [], { stdio: 'pipe' });
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage('port', [port1 as unknown as MessagePortMain]);
  const answer = new Promise((resolve) => port2.once('message', ({ data }) => resolve(data)));
  port2.start();
  port2.postMessage(new Uint8Array([1, 2, 3]));
  expect(await answer).toEqual(['heard', new Uint8Array([1, 2, 3])]);
  const told = next(child);
  port2.close();
  expect(await told).toBe('closed');
  const end = ended(child);
  child.kill();
  await end;
});

test('the ports of a process that was killed close, and the app is told', async () => {
  const child = utilityProcess.fork(module, [], { stdio: 'pipe', serviceName: 'Echo' });
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage('port', [port1 as unknown as MessagePortMain]);
  const closed = new Promise((resolve) => port2.once('close', () => resolve('closed')));
  const gone = new Promise((resolve) =>
    app.once('child-process-gone', (_event, details) => resolve(details)),
  );
  await new Promise((resolve) => child.once('spawn', () => resolve(undefined)));
  const end = ended(child);
  process.kill(child.pid ?? 0, 'SIGKILL');
  expect(await end).toBe(9);
  expect(await closed).toBe('closed');
  expect(await gone).toMatchObject({ type: 'Utility', reason: 'killed', name: 'Echo' });
});

test('an option that the double does not heed is an error', () => {
  expect(() => utilityProcess.fork(module, [], { allowLoadingUnsignedLibraries: true })).toThrow(
    /“allowLoadingUnsignedLibraries” of utilityProcess.fork/,
  );
});

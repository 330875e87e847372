import type { MessagePortMain } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connect, type HostApi } from '../../../electron/api/index.ts';
import { portChannel } from '../../../electron/main/port-channel.ts';
import { FakeParentPort, MessageChannelMain, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const close = vi.fn(() => Promise.resolve());
vi.mock('../../../electron/engine/engine.ts', () => ({
  createEngine: () =>
    Promise.resolve({
      close,
      on: () => () => undefined,
      libraryState: () => Promise.resolve(null),
      rescan: () => Promise.reject(new RangeError('quoted')),
      openLibrary: ({ path }: { path: string }) => Promise.resolve({ root: path }),
    }),
}));

const parent = new FakeParentPort();
const NAMES = ['uncaughtException', 'unhandledRejection', 'SIGINT'] as const;
let own: Map<string, (...args: never[]) => void>;
beforeEach(async () => {
  own = new Map();
  vi.spyOn(process, 'on').mockImplementation(function (this: typeof process, name, listener) {
    if ((NAMES as readonly unknown[]).includes(name)) own.set(String(name), listener);
    return this;
  });
  parent.posted.splice(0);
  resetElectron();
  vi.resetModules();
  parent.removeAllListeners();
  Object.assign(process, { parentPort: parent });
  await import('../../../electron/main/engine-process.ts');
});
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(process, 'parentPort');
});

function connected(rights: 'host' | 'page') {
  const { port1, port2 } = new MessageChannelMain();
  parent.deliver(rights, port1 as unknown as MessagePortMain);
  return connect<HostApi>(portChannel(port2 as unknown as MessagePortMain));
}

it('serves main with the rights of a host', async () => {
  const { api, close: end } = connected('host');
  await expect(api.openLibrary({ path: '/texts' })).resolves.toEqual({ root: '/texts' });
  end();
});

it('serves a page without them', async () => {
  const { api, close: end } = connected('page');
  await expect(api.libraryState()).resolves.toBeNull();
  await expect(api.openLibrary({ path: '/texts' })).rejects.toMatchObject({ code: 'not-permitted' });
  end();
});

it('lets a page that asks for ports without end have the last few', async () => {
  const host = connected('host');
  const pages = Array.from({ length: 12 }, () => connected('page'));
  const answers = await Promise.allSettled(pages.map(({ api }) => api.libraryState()));
  const served = answers.map(({ status }) => status === 'fulfilled');
  expect(served).toEqual([...Array<boolean>(4).fill(false), ...Array<boolean>(8).fill(true)]);
  await expect(host.api.openLibrary({ path: '/texts' })).resolves.toEqual({ root: '/texts' });
  for (const { close: end } of [host, ...pages]) end();
});

it('puts the engine away before it ends', async () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  parent.deliver('stop');
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(close).toHaveBeenCalledOnce();
  exit.mockRestore();
});

it('says when it is there', () => {
  expect(parent.posted).toEqual([{ kind: 'ready' }]);
});

it('tells of errors without what they say', async () => {
  const { api, close: end } = connected('host');
  await expect(api.rescan()).rejects.toMatchObject({ code: 'internal' });
  expect(parent.posted[1]).toMatchObject({
    kind: 'log',
    record: { level: 'error', where: 'rescan', code: 'RangeError' },
  });
  expect(JSON.stringify(parent.posted)).not.toContain('quoted');
  end();
});

it.each(['uncaughtException', 'unhandledRejection'])('ends after an %s, which it tells of', async (name) => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  own.get(name)?.(new TypeError('quoted') as never);
  expect(parent.posted[1]).toMatchObject({ record: { where: 'engine', code: 'TypeError' } });
  expect(exit).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
});

it('leaves it to main to end it when it is interrupted at a prompt', () => {
  expect(own.has('SIGINT')).toBe(true);
});

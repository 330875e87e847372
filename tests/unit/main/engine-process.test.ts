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
      openLibrary: ({ path }: { path: string }) => Promise.resolve({ root: path }),
    }),
}));

const parent = new FakeParentPort();
beforeEach(async () => {
  resetElectron();
  vi.resetModules();
  parent.removeAllListeners();
  Object.assign(process, { parentPort: parent });
  await import('../../../electron/main/engine-process.ts');
});
afterEach(() => void Reflect.deleteProperty(process, 'parentPort'));

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

it('puts the engine away before it ends', async () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  parent.deliver('stop');
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(close).toHaveBeenCalledOnce();
  exit.mockRestore();
});

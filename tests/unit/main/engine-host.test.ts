import type { MessagePortMain } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve, type EventSource, type HostApi, type LibraryState } from '../../../electron/api/index.ts';
import { EngineHost } from '../../../electron/main/engine-host.ts';
import { portChannel } from '../../../electron/main/port-channel.ts';
import { app, FakeContents, resetElectron, seen, type FakeProcess } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const onGivenUp = vi.fn();
const onError = vi.fn();
let host: EngineHost;

beforeEach(() => {
  resetElectron();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  host = new EngineHost({ entry: '/app/engine.js', dataFolder: '/data', onGivenUp, onError });
  host.start();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function latest(): FakeProcess {
  const process = seen.processes.at(-1);
  if (!process) throw new Error('no process');
  return process;
}

/** Plays the engine in the latest process; returns the libraries it was asked to open. */
function playEngine(answer: (path: string) => Promise<LibraryState>): string[] {
  const asked: string[] = [];
  const engine = {
    on: () => () => undefined,
    openLibrary: ({ path }: { path: string }) => {
      asked.push(path);
      return answer(path);
    },
  };
  const port = latest().posted.find(({ message }) => message === 'host')?.port;
  serve(portChannel(port as MessagePortMain), engine as unknown as HostApi & EventSource, {
    privileged: true,
  });
  return asked;
}

/** Crashes until it is not started any more. */
function giveUp(): void {
  for (const wait of [0, 500, 2000, 8000, 0]) {
    latest().emit('exit', 1);
    vi.advanceTimersByTime(wait + 1);
  }
  expect(onGivenUp).toHaveBeenCalledOnce();
}

const state = (path: string) => Promise.resolve({ root: path } as LibraryState);

describe('the engine’s process', () => {
  it('is started with a port for main and answers through it', async () => {
    expect(latest().entry).toBe('/app/engine.js');
    expect(latest().posted.map(({ message }) => message)).toEqual(['host']);
    const asked = playEngine(state);
    await expect(host.openLibrary('/texts')).resolves.toEqual({ root: '/texts' });
    expect(asked).toEqual(['/texts']);
  });

  it('is told where to keep what the reader makes', () => {
    expect(latest().args).toEqual(['/data']);
  });

  it('gives each page a port of its own, without the rights of main', () => {
    const page = new FakeContents();
    host.connectPage(page.asContents());
    expect(latest().posted.map(({ message }) => message)).toEqual(['host', 'page']);
    expect(page.postMessage).toHaveBeenCalledWith('synoptic:port', null, [expect.anything()]);
  });

  it('leaves no page with a port that its process did not take', async () => {
    const page = new FakeContents();
    host.connectPage(page.asContents());
    const [port] = page.postMessage.mock.calls[0]?.[2] ?? [];
    const closed = new Promise((resolve) => (port as MessagePortMain).once('close', () => resolve('closed')));
    (port as MessagePortMain).start();
    latest().emit('exit', 1);
    await expect(closed).resolves.toBe('closed');
  });

  it('is started again after ever longer waits, and given up when it keeps crashing', () => {
    for (const wait of [0, 500, 2000, 8000]) {
      const before = seen.processes.length;
      latest().emit('exit', 1);
      if (wait > 0) {
        vi.advanceTimersByTime(wait - 1);
        expect(seen.processes).toHaveLength(before);
      }
      vi.advanceTimersByTime(1);
      expect(seen.processes).toHaveLength(before + 1);
    }
    expect(onGivenUp).not.toHaveBeenCalled();
    latest().emit('exit', 1);
    vi.advanceTimersByTime(60_000);
    expect(onGivenUp).toHaveBeenCalledOnce();
    expect(seen.processes).toHaveLength(5);
  });

  it('forgets crashes once it has run well for a minute', () => {
    for (let crash = 0; crash < 8; crash++) {
      vi.advanceTimersByTime(61_000);
      latest().emit('exit', 1);
      vi.advanceTimersByTime(1);
    }
    expect(seen.processes).toHaveLength(9);
    expect(onGivenUp).not.toHaveBeenCalled();
  });

  it('has its library again after a crash', async () => {
    playEngine(state);
    await host.openLibrary('/texts');
    latest().emit('exit', 1);
    vi.advanceTimersByTime(1);
    const asked = playEngine(state);
    await vi.waitFor(() => expect(asked).toEqual(['/texts']));
    expect(onError).not.toHaveBeenCalled();
  });

  it('opens the library that was being opened when it crashed', async () => {
    playEngine(() => new Promise(() => undefined));
    const opening = host.openLibrary('/texts');
    latest().emit('exit', 1);
    await expect(opening).rejects.toMatchObject({ code: 'engine-stopped' });
    vi.advanceTimersByTime(1);
    const asked = playEngine(state);
    await vi.waitFor(() => expect(asked).toEqual(['/texts']));
    expect(onError).not.toHaveBeenCalled();
  });

  it('keeps to the library it has where another cannot be opened, and tells when that is gone too', async () => {
    playEngine((path) => (path === '/texts' ? state(path) : Promise.reject(new Error('gone'))));
    await host.openLibrary('/texts');
    await expect(host.openLibrary('/gone')).rejects.toMatchObject({ code: 'internal' });
    latest().emit('exit', 1);
    vi.advanceTimersByTime(1);
    const asked = playEngine(() => Promise.reject(new Error('gone')));
    await vi.waitFor(() => expect(onError).toHaveBeenCalledWith('/texts', expect.anything()));
    expect(asked).toEqual(['/texts']);
  });

  it('is back when it runs and has its library again', async () => {
    playEngine(state);
    await host.openLibrary('/texts');
    const order: string[] = [];
    latest().emit('exit', 1);
    const back = host.back().then(() => order.push('back'));
    vi.advanceTimersByTime(1);
    playEngine((path) => {
      order.push(`open ${path}`);
      return state(path);
    });
    await back;
    await host.back();
    expect(order).toEqual(['open /texts', 'back']);
  });

  it('is not back when it crashes once more before it has its library', async () => {
    playEngine(state);
    await host.openLibrary('/texts');
    latest().emit('exit', 1);
    let isBack = false;
    const back = host.back().then(() => (isBack = true));
    vi.advanceTimersByTime(1);
    playEngine(() => new Promise(() => undefined));
    latest().emit('exit', 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(isBack).toBe(false);
    vi.advanceTimersByTime(501);
    playEngine(state);
    await back;
    expect(host.api).toBeDefined();
  });

  it('keeps nobody waiting when it is given up', async () => {
    latest().emit('exit', 1);
    const back = host.back();
    vi.advanceTimersByTime(1);
    for (const wait of [500, 2000, 8000, 0]) {
      latest().emit('exit', 1);
      vi.advanceTimersByTime(wait);
    }
    await back;
    await host.back();
    expect(() => host.api).toThrow();
  });

  it('is started again when the user wishes, with all its chances', async () => {
    playEngine(state);
    await host.openLibrary('/texts');
    giveUp();
    host.retry();
    const asked = playEngine(state);
    await vi.waitFor(() => expect(asked).toEqual(['/texts']));
    host.retry();
    expect(seen.processes).toHaveLength(6);
    latest().emit('exit', 1);
    vi.advanceTimersByTime(1);
    expect(seen.processes).toHaveLength(7);
  });

  it('is started again for another library, and not with the one it could not bear', async () => {
    playEngine(state);
    await host.openLibrary('/texts');
    giveUp();
    const opened = host.openLibrary('/other');
    const asked = playEngine(state);
    await opened;
    expect(asked).toEqual(['/other']);
  });

  it('has its crashes in the log, and what it reports if it may stand there', () => {
    const printed = vi.mocked(process.stderr.write);
    latest().emit('message', { kind: 'log', record: { level: 'warn', where: 'engine', code: 'TypeError' } });
    latest().emit('message', {
      kind: 'log',
      record: { level: 'warn', where: 'engine', code: 'Talks in Berlin' },
    });
    latest().emit('exit', 7);
    const lines = printed.mock.calls.map(([line]) => String(line).replace(/^\S+ /, ''));
    expect(lines).toEqual([
      'warn  engine TypeError\n',
      'warn  engine unknown-report\n',
      'error engine ended code=7 crashes=1 restarted=true\n',
    ]);
  });

  it.each([
    [true, 'ignore'],
    [false, 'inherit'],
  ])('prints nothing where users are (packaged: %s)', (isPackaged, stdio) => {
    app.isPackaged = isPackaged;
    new EngineHost({ entry: '/app/engine.js', dataFolder: '/data', onGivenUp, onError }).start();
    expect(latest().options).toMatchObject({ stdio });
  });

  it('rejects what was asked when it crashed, and what is asked before it runs again', async () => {
    playEngine(() => new Promise(() => undefined));
    const asked = host.openLibrary('/texts');
    latest().emit('exit', 1);
    await expect(asked).rejects.toMatchObject({ code: 'engine-stopped' });
    expect(() => host.api).toThrow(expect.objectContaining({ code: 'engine-stopped' }));
  });

  it('serves pages that asked while it was down, unless they are gone by then', () => {
    const page = new FakeContents();
    const gone = new FakeContents();
    latest().emit('exit', 1);
    host.connectPage(page.asContents());
    host.connectPage(gone.asContents());
    expect(page.postMessage).not.toHaveBeenCalled();
    gone.destroyed = true;
    vi.advanceTimersByTime(1);
    expect(page.postMessage).toHaveBeenCalledOnce();
    expect(gone.postMessage).not.toHaveBeenCalled();
  });

  it('puts things away before it ends, and is not started again', async () => {
    const stopped = host.stop();
    expect(latest().posted.at(-1)?.message).toBe('stop');
    latest().emit('exit', 0);
    await stopped;
    vi.advanceTimersByTime(60_000);
    expect(seen.processes).toHaveLength(1);
    expect(latest().kill).not.toHaveBeenCalled();
  });

  it('is ended by force when it does not end by itself', () => {
    void host.stop();
    vi.advanceTimersByTime(2999);
    expect(latest().kill).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(latest().kill).toHaveBeenCalledOnce();
  });

  it('keeps nobody from quitting when it cannot be ended', async () => {
    const stopped = host.stop();
    vi.advanceTimersByTime(4000);
    await stopped;
    host.retry();
    expect(seen.processes).toHaveLength(1);
  });

  it('is not started by a restart that was waiting when Synoptic quit', async () => {
    latest().emit('exit', 1);
    await host.stop();
    vi.advanceTimersByTime(60_000);
    expect(seen.processes).toHaveLength(1);
  });
});

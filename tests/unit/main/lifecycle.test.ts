import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setupLifecycle } from '../../../electron/main/lifecycle.ts';
import { app, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const open = vi.fn();
const engine = { stop: vi.fn(() => Promise.resolve()) };
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let isOpen: boolean;
let others: Map<string, NodeJS.SignalsListener[]>;

beforeEach(() => {
  resetElectron();
  isOpen = true;
  others = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));
  setupLifecycle(engine, open, () => isOpen);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const signal of SIGNALS) {
    for (const listener of process.listeners(signal)) {
      if (!others.get(signal)?.includes(listener)) process.off(signal, listener);
    }
  }
});

describe('the life of the shell', () => {
  it.each([
    ['linux', 1],
    ['win32', 1],
    ['darwin', 0],
  ])('ends with its window on %s: %i', (platform, quits) => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue(platform as NodeJS.Platform);
    app.emit('window-all-closed');
    expect(app.quit).toHaveBeenCalledTimes(quits);
  });

  it('opens a window again when there is none', () => {
    app.emit('activate');
    expect(open).not.toHaveBeenCalled();
    isOpen = false;
    app.emit('activate');
    expect(open).toHaveBeenCalledOnce();
  });

  it('waits for the engine before it quits, once', async () => {
    const first = vi.fn();
    app.emit('will-quit', { preventDefault: first });
    expect(first).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
    const second = vi.fn();
    app.emit('will-quit', { preventDefault: second });
    expect(second).not.toHaveBeenCalled();
    expect(engine.stop).toHaveBeenCalledOnce();
  });

  it.each(SIGNALS)('ends in the same way on %s', (signal) => {
    const listener = process.listeners(signal).find((each) => !others.get(signal)?.includes(each));
    listener?.(signal);
    expect(app.quit).toHaveBeenCalledOnce();
  });
});

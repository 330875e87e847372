import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineHost } from '../../../electron/main/engine-host.ts';
import { showError } from '../../../electron/main/errors.ts';
import { engineGivenUp, setupLifecycle, setupPageCrash } from '../../../electron/main/lifecycle.ts';
import { app, dialog, FakeContents, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const open = vi.fn();
const engine = { stop: vi.fn(() => Promise.resolve()) };
let isOpen: boolean;

beforeEach(() => {
  resetElectron();
  isOpen = true;
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  setupLifecycle(engine as unknown as EngineHost, open, () => isOpen);
});
afterEach(() => void vi.restoreAllMocks());

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
});

describe('what went wrong', () => {
  it('is shown', () => {
    showError(new TypeError('odd'));
    expect(dialog.showErrorBox).toHaveBeenCalledWith(
      'Something went wrong inside Synoptic.',
      'TypeError: odd',
    );
    engineGivenUp();
    expect(dialog.showErrorBox).toHaveBeenLastCalledWith(
      expect.stringContaining('engine'),
      expect.any(String),
    );
  });

  it.each([
    ['crashed', 0, 1, 0],
    ['oom', 1, 0, 1],
    ['clean-exit', 0, 0, 0],
  ])('with the page (%s, button %i) is put right or ends', (reason, button, reloads, quits) => {
    const contents = new FakeContents();
    setupPageCrash(contents.asContents());
    dialog.showMessageBoxSync.mockReturnValueOnce(button);
    contents.emit('render-process-gone', {}, { reason });
    expect(contents.reload).toHaveBeenCalledTimes(reloads);
    expect(app.quit).toHaveBeenCalledTimes(quits);
    dialog.showMessageBoxSync.mockReset();
  });
});

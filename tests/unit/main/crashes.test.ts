import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { engineGivenUp, setupPageCrash } from '../../../electron/main/crashes.ts';
import { setupErrors, showError } from '../../../electron/main/errors.ts';
import { app, BrowserWindow, dialog, FakeContents, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

beforeEach(() => {
  resetElectron();
  vi.spyOn(process, 'on').mockReturnThis();
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => void vi.restoreAllMocks());

describe('an engine that was given up', () => {
  const retry = vi.fn();
  const chooseLibrary = vi.fn(() => Promise.resolve());

  async function answer(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      dialog.showMessageBox.mockImplementationOnce((_window, options) =>
        Promise.resolve({ response: options?.buttons?.indexOf(label) ?? -1 }),
      );
    }
    await engineGivenUp({ window: () => new BrowserWindow().asWindow(), retry, chooseLibrary });
  }

  it('is started again when the user wishes', async () => {
    await answer('Try Again');
    expect(retry).toHaveBeenCalledOnce();
    expect(app.quit).not.toHaveBeenCalled();
  });

  it('may be the library’s fault, so that another is offered', async () => {
    await answer('Open Another Library…');
    expect(chooseLibrary).toHaveBeenCalledOnce();
    expect(retry).not.toHaveBeenCalled();
  });

  it('stays a question while the log is looked at', async () => {
    await answer('Show Log File', 'Show Log File', 'Quit');
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(3);
    expect(app.quit).toHaveBeenCalledOnce();
  });

  it('is asked about without a window too', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    await engineGivenUp({ window: () => null, retry, chooseLibrary });
    expect(dialog.showMessageBox.mock.calls[0]).toHaveLength(1);
  });
});

describe('what went wrong', () => {
  it('is shown', () => {
    showError(new TypeError('odd'));
    expect(dialog.showErrorBox).toHaveBeenCalledWith(
      'Something went wrong inside Synoptic.',
      'TypeError: odd',
    );
  });

  it('and was foreseen by nobody ends Synoptic', () => {
    setupErrors();
    const [, fatal] =
      vi.mocked(process.on).mock.calls.find(([name]) => String(name) === 'uncaughtException') ?? [];
    (fatal as (thrown: unknown) => void)(new TypeError('odd'));
    expect(app.exit).toHaveBeenCalledWith(1);
  });

  it('and can be printed nowhere, as the terminal is closed, ends nothing', () => {
    const before = process.stderr.listeners('error');
    setupErrors();
    const added = process.stderr.listeners('error').filter((each) => !before.includes(each));
    expect(added).toHaveLength(1);
    for (const each of added) {
      (each as (thrown: unknown) => void)(new Error('EPIPE'));
      process.stderr.off('error', each as () => void);
    }
    expect(app.exit).not.toHaveBeenCalled();
  });

  it.each([
    ['crashed', 0, 1, 0],
    ['oom', 1, 0, 1],
    ['clean-exit', 0, 0, 0],
  ])('with the page (%s, button %i) is put right or ends', async (reason, button, reloads, quits) => {
    const contents = new FakeContents();
    setupPageCrash(contents.asContents());
    dialog.showMessageBox.mockResolvedValueOnce({ response: button });
    contents.emit('render-process-gone', {}, { reason, exitCode: 5 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(contents.reload).toHaveBeenCalledTimes(reloads);
    expect(app.quit).toHaveBeenCalledTimes(quits);
    dialog.showMessageBox.mockReset();
  });
});

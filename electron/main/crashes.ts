import { app, dialog, type BrowserWindow, type WebContents } from 'electron';
import { logEvent, logError, showLog } from './log.ts';

/** What the person can do about an engine that was given up. */
interface EngineRescue {
  readonly window: () => BrowserWindow | null;
  readonly retry: () => void;
  /** Asks for another library: the files of this one may be what the engine cannot bear. */
  readonly chooseLibrary: () => Promise<void>;
}

const RESCUE = ['Try Again', 'Open Another Library…', 'Show Log File', 'Quit'] as const;

/** The engine crashed again and again: says so until something is done about it. */
export async function engineGivenUp({ window, retry, chooseLibrary }: EngineRescue): Promise<void> {
  const options = {
    type: 'error',
    message: 'The reader’s engine stopped several times in a row.',
    detail: 'Your files are untouched. The log says where it stopped; it holds nothing of your articles.',
    buttons: [...RESCUE],
    defaultId: 0,
    cancelId: 3,
    noLink: true,
  } as const satisfies Electron.MessageBoxOptions;
  for (;;) {
    const parent = window();
    const { response } = await (parent
      ? dialog.showMessageBox(parent, options)
      : dialog.showMessageBox(options));
    const chosen = RESCUE[response] ?? 'Quit';
    if (chosen === 'Show Log File') {
      showLog();
      continue;
    }
    if (chosen === 'Quit') app.quit();
    else if (chosen === 'Try Again') retry();
    else await chooseLibrary().catch((thrown: unknown) => logError('library', thrown));
    return;
  }
}

/** A page that crashed is shown again if the user wishes. */
export function setupPageCrash(contents: WebContents): void {
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    logEvent('error', 'page', reason, { code: exitCode });
    // Not the kind that waits: main has an engine to look after meanwhile.
    dialog
      .showMessageBox({
        type: 'error',
        message: 'The window stopped working.',
        detail: `Your files are untouched. (${reason})`,
        buttons: ['Show it again', 'Quit'],
        defaultId: 0,
        cancelId: 1,
      })
      .then(({ response }) => {
        if (response !== 0) app.quit();
        else if (!contents.isDestroyed()) contents.reload();
      })
      .catch((thrown: unknown) => logError('page', thrown));
  });
  contents.on('preload-error', (_event, _path, error) => logError('preload', error));
}

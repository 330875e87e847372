import electron from './electron.ts';
import { appDouble } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { answerNext } from './dialog.ts';
import { openPopup } from './menu.ts';
import { setSystemTheme } from './native-theme.ts';
import { answerNextPrint } from './print.ts';
import { records } from './records.ts';
import { setDisplays } from './screen.ts';
import { knowFiles } from './web-contents.ts';

/** What only a double can do: things that a person or the system does to a real Electron. */
export const outside = {
  setSystemTheme,
  setDisplays,
  answerNext,
  /** What becomes of the next print; otherwise the person closes its dialog. */
  answerNextPrint,
  /** The person is about to drag files in, or to choose them in a page's own field. */
  knowFiles,
  /** macOS opens a file with the app. */
  openFile: (file: string) => appDouble.openFile(file),
  /** Labels of the context menu that is open; null where none is. */
  popup: () => openPopup()?.items.map(({ label }) => label) ?? null,
  /** Clicks an item of the context menu, which then is closed. */
  clickPopup: (label: string) => {
    const open = openPopup();
    const item = open?.items.find((each) => each.label === label);
    if (!item) throw new Error(`electron double: there is no “${label}” to click`);
    open?.closePopup();
    const window = BrowserWindow.getFocusedWindow();
    item.click({}, window as never, window?.webContents as never);
  },
  /** What was asked of the system so far. */
  records: () => records,
};

export type Outside = typeof outside;

/** A function to be run in main, as `ElectronApplication.evaluate` of Playwright has it. */
export interface Question {
  readonly id: number;
  /** Source of a function of Electron's module and `argument`; of {@link outside} and `argument` with `ofOutside`. */
  readonly source: string;
  readonly argument: unknown;
  readonly ofOutside: boolean;
}

export type Told =
  | { readonly kind: 'chromium'; readonly address: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'thrown'; readonly id: number; readonly message: string };

const tell = (message: Told): void => {
  if (process.connected) process.send?.(message);
};

export const tellChromium = (address: string): void => tell({ kind: 'chromium', address });

/** Answers whoever started this process with a channel to it. Does not keep the process alive. */
export function listenToControl(): void {
  if (!process.channel) return;
  process.on('message', (question: Question) => void answer(question));
  // Whoever started it is gone: nobody else would end it.
  process.on('disconnect', () => appDouble.exit(1));
  process.channel.unref();
}

async function answer({ id, source, argument, ofOutside }: Question): Promise<void> {
  try {
    const written = new Function(`return (${source});`)() as (module: unknown, argument: unknown) => unknown;
    tell({ kind: 'answer', id, value: await written(ofOutside ? outside : electron, argument) });
  } catch (thrown) {
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    tell({ kind: 'thrown', id, message });
  }
}

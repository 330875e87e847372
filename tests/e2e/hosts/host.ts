import type * as Electron from 'electron';
import type { Page } from '@playwright/test';
import type { SaveRequest } from '../../../electron/api/index.ts';
import type { Outside } from '../../electron-double/control.ts';

/** What a test hears from the pages, from whichever host: it is filled while the app runs. */
export interface Heard {
  readonly requests: string[];
  readonly faults: string[];
}

/** Folders that belong to one test. */
export interface Folders {
  /** All others are in it. */
  readonly parent: string;
  readonly library: string;
  /** The home folder as a shell sees it. */
  readonly home: string;
  /** Where the app keeps its own files. */
  readonly userData: string;
}

/** How a shell is started; the browser host heeds none of it. */
export interface Start {
  /** Arguments instead of the library's folder. */
  readonly args?: (folders: Folders) => readonly string[];
  /** Puts things in the folders before the app starts. */
  readonly prepare?: (folders: Folders) => Promise<void>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The app in one host. */
export interface Running {
  /** The window's page; another one after a restart. */
  readonly page: Page;
  /** The page's origin as the page sees it. */
  readonly origin: string;
  /** Answers the next dialog that asks for files. */
  chooseFiles(paths: readonly string[]): Promise<void>;
  /** Presses something that saves a file, and gives the file's path. */
  saved(press: () => Promise<void>): Promise<string>;
  /** Lets the next saving of a PDF fail, and gives what the page is then to say. */
  refuseSaving(): Promise<string>;
  /** A brief as PDF, asked for as the page asks its host. */
  briefPdf(request: SaveRequest): Promise<Uint8Array>;
  /** Whether an address is one that the host itself answers. */
  isOwn(address: string): boolean;
  /** The engine ends as in a crash, or the line to it does. */
  killEngine(): Promise<void>;
  /** Ends and starts the app, as its user would, on the same folders. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Only in the browser host. */
  readonly web?: Web;
  /** Only in a shell. */
  readonly shell?: Shell;
}

export interface Web {
  /** Where the host serves the page, with the key: for a second tab or another browser. */
  readonly address: string;
}

type Dialogs = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showMessageBoxSync';
type Answer<Name extends Dialogs> = Awaited<ReturnType<(typeof Electron.dialog)[Name]>>;

/** The app's main process and what surrounds it. */
export interface Shell {
  readonly folders: Folders;
  /**
   * Runs a function in main with Electron's module, as Playwright's `ElectronApplication.evaluate`: its
   * source is sent, so it may use its arguments only, and what it gives must be cloneable.
   */
  evaluate<R>(work: (electron: typeof Electron) => R | Promise<R>): Promise<R>;
  evaluate<R, A>(work: (electron: typeof Electron, argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** Clicks an item of the application's menu by the labels on the way to it, as shown: `File`, `Quit`. */
  clickMenu(...labels: readonly string[]): Promise<void>;
  /** What the person answers to every dialog of this kind from now on. */
  answer<Name extends Dialogs>(dialog: Name, answer: Answer<Name>): Promise<void>;
  /** From now on calls of `module.method` are noted and not carried out; gives the arguments of each so far. */
  note(module: 'shell' | 'dialog' | 'app', method: string): Promise<() => Promise<unknown[][]>>;
  /** Starts the app a second time on the same folders; resolves when that second one has ended, with its code. */
  startSecond(args: readonly string[], cwd?: string): Promise<number | null>;
  /** Resolves with the exit code when the app has ended, whatever ends it. */
  ended(): Promise<number | null>;
  /** What main and the engine have printed so far. */
  output(): string;
  /** What only the double can do: the person or the system acts. Such tests are tagged `@double`. */
  outside<R>(work: (outside: Outside) => R | Promise<R>): Promise<R>;
  outside<R, A>(work: (outside: Outside, argument: A) => R | Promise<R>, argument: A): Promise<R>;
}

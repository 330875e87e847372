import type {
  AppCommand,
  ArticleId,
  Channel,
  ImportOutcome,
  NotesRequest,
  PictureRequest,
  Platform,
  ReaderApi,
  SaveRequest,
  SaveResult,
  ShellTheme,
} from '../../electron/api/index.ts';
import type { Dropped } from './dropped.ts';

/** What a host needs to import on the page's behalf, and whom it tells how far it is. */
export interface ImportSession {
  readonly api: ReaderApi;
  /** `total` may grow while folders are being walked. */
  onProgress(done: number, total: number): void;
}

/** What the page asks of the program it runs in. Failures reject with a SynopticError. */
export interface Host {
  readonly kind: 'electron' | 'browser';
  readonly platform: Platform;
  /** A new channel to the engine. Called again whenever the one before has closed. */
  connect(): Promise<Channel>;
  /** Copies dropped files and folders into the library; one outcome for each file. */
  importFiles(dropped: Dropped, session: ImportSession): Promise<readonly ImportOutcome[]>;
  /** Lets the user choose files, then imports them. Null when the user cancelled. */
  chooseFiles(session: ImportSession): Promise<readonly ImportOutcome[] | null>;
  readonly canChooseLibrary: boolean;
  /** False when the user cancelled. */
  chooseLibrary(): Promise<boolean>;
  saveBrief(request: SaveRequest, api: ReaderApi): Promise<SaveResult>;
  printBrief(request: SaveRequest): Promise<void>;
  savePicture(request: PictureRequest): Promise<SaveResult>;
  saveNotes(request: NotesRequest): Promise<SaveResult>;
  readonly canShowInFolder: boolean;
  showInFolder(id: ArticleId): Promise<void>;
  readonly canTrash: boolean;
  /** Asks, then moves the article's file to the system's trash. False when the user kept it. */
  trash(id: ArticleId): Promise<boolean>;
  /** Puts the file that was moved to the trash last back into its place. False where there is none left to. */
  undoTrash(): Promise<boolean>;
  readonly canOpenSample: boolean;
  openSample(): Promise<void>;
  /** Tells the system how to draw what is not the page. */
  setTheme(theme: ShellTheme): void;
  /** Menu commands of the system. Returns a function that stops listening. */
  onCommand(listener: (command: AppCommand) => void): () => void;
  /** What became of files that the system handed over. Returns a function that stops listening. */
  onImported(listener: (outcomes: readonly ImportOutcome[]) => void): () => void;
}

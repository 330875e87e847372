import type { BriefRequest } from './brief.ts';
import type { ArticleId } from './ids.ts';
import type { ImportOutcome } from './library.ts';
import type { Envelope } from './rpc.ts';

export type Platform = 'mac' | 'windows' | 'linux';

/** What a menu or a shortcut of the system asks of the page. */
export type AppCommand =
  | 'choose-library'
  | 'choose-files'
  | 'find'
  | 'palette'
  | 'export'
  | 'print'
  | 'copy-summary'
  | 'toggle-library'
  | 'text-larger'
  | 'text-smaller'
  | 'text-reset'
  | 'rescan'
  | 'show-file'
  | 'trash'
  | 'undo'
  | 'keys';

/** How the system draws what is not the page: menus, dialogs, the window before the page is there. */
export type ShellTheme = 'system' | 'light' | 'dark';

/** A brief to be written to a file of the user's choice. */
export type SaveRequest = Omit<BriefRequest, 'format'> & { readonly format: BriefRequest['format'] | 'pdf' };

/** `path` is absent where the browser keeps its downloads to itself. */
export type SaveResult = { readonly saved: true; readonly path?: string } | { readonly saved: false };

/** A picture that the page has drawn, to be written to a file of the user's choice. */
export interface PictureRequest {
  /** Without an extension; the host makes a file's name of it. */
  readonly title: string;
  /** An SVG document. */
  readonly svg: string;
}

/** Everything the reader has made in a library, to be written to a file of the user's choice. */
export interface NotesRequest {
  /** The library's name; the host makes a file's name of it. */
  readonly title: string;
  /** What {@link ReaderApi.exportAnnotations} gave. */
  readonly json: string;
}

/** The one object the preload gives the page, as `window.synopticHost`. Every answer is an envelope. */
export interface PreloadBridge {
  readonly platform: Platform;
  /** Asks for a port to the engine. It arrives as a window message whose data is {@link PORT_MESSAGE}. */
  connect(): void;
  /** Copies dropped files and folders into the library. */
  importFiles(files: readonly File[]): Promise<Envelope<readonly ImportOutcome[]>>;
  /** The system's open dialog, then import. Null when the user cancelled. */
  chooseFiles(): Promise<Envelope<readonly ImportOutcome[] | null>>;
  /** The system's folder dialog, then that folder is the library. False when the user cancelled. */
  chooseLibrary(): Promise<Envelope<boolean>>;
  /** The system's save dialog, then the brief is written. */
  saveBrief(request: SaveRequest): Promise<Envelope<SaveResult>>;
  printBrief(request: SaveRequest): Promise<Envelope<undefined>>;
  /** The system's save dialog, then the picture is written. */
  savePicture(request: PictureRequest): Promise<Envelope<SaveResult>>;
  /** The system's save dialog, then the reader's annotations are written. */
  saveNotes(request: NotesRequest): Promise<Envelope<SaveResult>>;
  showInFolder(id: ArticleId): Promise<Envelope<undefined>>;
  /** Asks, then moves the article's file to the system's trash. False when the user kept it. */
  trash(id: ArticleId): Promise<Envelope<boolean>>;
  /** Writes the file that was moved to the trash last back to its place. False where there is none left to. */
  undoTrash(): Promise<Envelope<boolean>>;
  /** Opens the sample library, copied again if it is not there any more. */
  openSample(): Promise<Envelope<undefined>>;
  /** Told at the start and at each change of the page's theme, and remembered for the next start. */
  setTheme(theme: ShellTheme): void;
  /** Returns a function that stops listening. */
  onCommand(listener: (command: AppCommand) => void): () => void;
  /**
   * What became of files that the system or another start of Synoptic handed over; what is in the library
   * already comes as `duplicate` with its id. Those from before the first listener come with it. Returns a
   * function that stops listening.
   */
  onImported(listener: (outcomes: readonly ImportOutcome[]) => void): () => void;
}

export const PORT_MESSAGE = 'synoptic:engine-port';

import type { ImportOutcome } from '../api/index.ts';
import { isStopped, type EngineHost } from './engine-host.ts';
import { firstLibrary, sampleLibrary, type FirstLibrary } from './first-run.ts';
import type { GivenPaths } from './given-paths.ts';
import { importFiles } from './importing.ts';
import { logError } from './log.ts';
import { failedBy, failedOutcome } from './outcomes.ts';
import type { Recents } from './recents.ts';
import type { SettingsFile } from './settings.ts';

interface LibraryOpeningOptions {
  readonly engine: Pick<EngineHost, 'openLibrary' | 'api' | 'back'>;
  readonly settings: SettingsFile;
  readonly recents: Recents;
  /** Asked when they are needed: not every system has them. */
  readonly places: () => FirstLibrary;
  /** To the page: what became of what was handed over. */
  readonly tell: (outcomes: readonly ImportOutcome[]) => void;
}

/** Which library is open, from the shell's side: at the start, and when the system or a menu names one. */
export class LibraryOpening {
  readonly #options: LibraryOpeningOptions;
  /** One after the other, so that files given with a folder end up in it. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: LibraryOpeningOptions) {
    this.#options = options;
  }

  /** Opens what was given, or what was open last, or the sample. The page is told of what failed. */
  start(given: GivenPaths): Promise<void> {
    return this.#next(async () => {
      const { library, refused } =
        given.library === null ? this.#first() : { library: given.library, refused: [] };
      await this.#take({ ...given, library, refused: [...refused, ...given.refused] });
    });
  }

  /** Paths that another start of Synoptic, or the file manager, handed over. */
  take(given: GivenPaths): Promise<void> {
    return this.#next(() => this.#take(given));
  }

  /** @throws SynopticError `library-unavailable` where it cannot be opened; then the one before stays open. */
  open(library: string): Promise<void> {
    return this.#next(() => this.#open(library));
  }

  /** @throws SynopticError where the sample cannot be copied or opened. */
  openSample(): Promise<void> {
    return this.#next(async () => {
      const library = sampleLibrary(this.#options.places());
      this.#options.settings.update({ sampleCopied: true });
      await this.#open(library);
    });
  }

  /** The engine was started again and could not open the library it had. */
  lost(library: string, thrown: unknown): void {
    logError('library', thrown);
    this.#options.tell([failedBy(library, thrown)]);
  }

  #first(): Pick<GivenPaths, 'library' | 'refused'> {
    try {
      return { library: firstLibrary(this.#options.places, this.#options.settings), refused: [] };
    } catch (thrown) {
      logError('library', thrown);
      return { library: null, refused: [failedBy('Sample library', thrown)] };
    }
  }

  async #open(library: string): Promise<void> {
    await this.#options.engine.openLibrary(library);
    this.#options.recents.opened(library);
  }

  /** All is told at once: what comes together is read together. */
  async #take({ library, files, refused }: GivenPaths): Promise<void> {
    this.#options.tell([
      ...refused,
      ...(library === null ? [] : await this.#tryToOpen(library)),
      ...(files.length === 0 ? [] : await this.#import(files)),
    ]);
  }

  async #tryToOpen(library: string): Promise<readonly ImportOutcome[]> {
    try {
      await this.#open(library);
    } catch (thrown) {
      // Then it is opened when the engine is there again.
      if (isStopped(thrown)) return [];
      logError('library', thrown);
      return [failedOutcome(library, 'not-found', GONE)];
    }
    return [];
  }

  async #import(files: readonly string[]): Promise<readonly ImportOutcome[]> {
    try {
      return await importFiles(this.#options.engine, files);
    } catch (thrown) {
      logError('import', thrown);
      return files.map((file) => failedBy(file, thrown));
    }
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

const GONE =
  'This library cannot be opened. If it is on another disk, connect that and open it again; otherwise choose another folder.';

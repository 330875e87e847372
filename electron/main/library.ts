import type { EngineHost } from './engine-host.ts';
import { showError } from './errors.ts';
import { firstLibrary, sampleLibrary, type FirstLibrary } from './first-run.ts';
import type { GivenPaths } from './given-paths.ts';
import type { SettingsFile } from './settings.ts';

/** Which library is open, from the shell's side: at the start, and when the system hands over paths. */
export class LibraryOpening {
  readonly #engine: EngineHost;
  readonly #settings: SettingsFile;
  /** One after the other, so that files given with a folder end up in it. */
  #last: Promise<void> = Promise.resolve();

  constructor(engine: EngineHost, settings: SettingsFile) {
    this.#engine = engine;
    this.#settings = settings;
  }

  /** Opens what was given, or what was open last, or the sample. */
  start(given: GivenPaths, places: FirstLibrary): Promise<void> {
    return this.#next(async () => {
      const library = given.library ?? firstLibrary(places, this.#settings);
      if (library !== null) await this.#open(library);
      await this.#import(given.files);
    });
  }

  /** Paths that another start of Synoptic, or the file manager, handed over. */
  take({ library, files }: GivenPaths): Promise<void> {
    return this.#next(async () => {
      if (library !== null) await this.#open(library);
      await this.#import(files);
    });
  }

  /** @throws SynopticError where it cannot be copied or opened. */
  openSample(places: FirstLibrary): Promise<void> {
    const opened = this.#last.then(async () => {
      const library = sampleLibrary(places);
      this.#settings.update({ sampleCopied: true });
      await this.#open(library);
    });
    this.#last = opened.catch(() => undefined);
    return opened;
  }

  remember(library: string): void {
    this.#settings.update({ library });
  }

  async #open(library: string): Promise<void> {
    await this.#engine.openLibrary(library);
    this.remember(library);
  }

  async #import(paths: readonly string[]): Promise<void> {
    if (paths.length > 0) await this.#engine.api.importPaths({ paths: [...paths] });
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch(showError);
    return this.#last;
  }
}

import { toErrorShape, type ErrorShape, type LibraryState } from '../../electron/api/index.ts';
import { mark } from '../../electron/api/marks.ts';
import type { Client } from './client.ts';

/** The open library: its folder, how far it has been read, what could not be. */
export class Library {
  readonly #client: Client;
  #state = $state.raw<LibraryState | null>(null);
  #loaded = $state(false);
  #error = $state.raw<ErrorShape | null>(null);

  constructor(client: Client) {
    this.#client = client;
  }

  /** Null while none is open, or while it is not known: see {@link loaded}. */
  get state(): LibraryState | null {
    return this.#state;
  }
  get loaded(): boolean {
    return this.#loaded;
  }
  /** Why the library could not be asked for. */
  get error(): ErrorShape | null {
    return this.#error;
  }
  get isEmpty(): boolean {
    const state = this.#state;
    return state !== null && state.articleCount === 0 && !state.progress;
  }

  async load(): Promise<void> {
    try {
      this.update(await this.#client.api.libraryState());
      this.#error = null;
    } catch (thrown) {
      this.#fail(thrown);
    } finally {
      this.#loaded = true;
    }
  }

  /** Asks the engine to look through the folder again. */
  async rescan(): Promise<void> {
    try {
      this.update(await this.#client.api.rescan());
      this.#error = null;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** Lets the reading of files rest, or go on. */
  async pause(paused: boolean): Promise<void> {
    try {
      this.update(await this.#client.api.pause({ paused }));
      this.#error = null;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  update(state: LibraryState | null): void {
    if (state) mark('library-known');
    this.#state = state;
  }

  #fail(thrown: unknown): void {
    const error = toErrorShape(thrown);
    // The next channel loads again.
    if (error.code !== 'engine-stopped') this.#error = error;
  }
}

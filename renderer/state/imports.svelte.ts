import {
  toErrorShape,
  type ErrorShape,
  type ImportOutcome,
  type Progress,
} from '../../electron/api/index.ts';
import { takeFiles, takeLink, takeText, type Dropped, type DroppedText } from '../host/dropped.ts';
import { failed } from '../host/importing.ts';
import type { Host, ImportSession } from '../host/index.ts';
import type { Client } from './client.ts';

/** With more files than this the list opens at once, to show how far it is. */
const MANY = 10;

/** What is being brought into the library, and what became of each file. */
export class Imports {
  readonly #host: Host;
  readonly #client: Client;
  readonly #onAnswer: () => void;
  #outcomes = $state.raw<readonly ImportOutcome[]>([]);
  #progress = $state.raw<Progress | null>(null);
  #error = $state.raw<ErrorShape | null>(null);
  #running = 0;
  /** Of the imports that overlap: they are answered for together. */
  #batch: readonly ImportOutcome[] = [];

  /** `onAnswer` is called when there is something to show: at the start of a long import, and at the end. */
  constructor(host: Host, client: Client, onAnswer: () => void) {
    this.#host = host;
    this.#client = client;
    this.#onAnswer = onAnswer;
  }

  get outcomes(): readonly ImportOutcome[] {
    return this.#outcomes;
  }
  /** Null when nothing is under way. */
  get progress(): Progress | null {
    return this.#progress;
  }
  /** Why an import as a whole failed. */
  get error(): ErrorShape | null {
    return this.#error;
  }

  /** Takes a drop or a paste. Must be called while its event is being handled. False: nothing to import in it. */
  take(transfer: DataTransfer): boolean {
    const dropped = takeFiles(transfer);
    if (dropped.files.length + dropped.entries.length > 0) {
      void this.importFiles(dropped);
      return true;
    }
    const link = takeLink(transfer);
    if (link !== null) {
      const why = 'It is a link, and Synoptic fetches nothing. Save the page and drop the file.';
      void this.#run(() => Promise.resolve([failed(link, 'unsupported-type', why)]));
      return true;
    }
    const text = takeText(transfer);
    if (text) void this.importText(text);
    return text !== null;
  }

  async importFiles(dropped: Dropped): Promise<void> {
    await this.#run((session) => this.#host.importFiles(dropped, session));
  }

  async importText({ text, html }: DroppedText): Promise<void> {
    await this.#run(async ({ api }) => [
      await api.importText(html.trim() === '' ? { text } : { text, html }),
    ]);
  }

  async chooseFiles(): Promise<void> {
    await this.#run((session) => this.#host.chooseFiles(session));
  }

  /** Takes what became of files that were imported without being asked for here. */
  receive(outcomes: readonly ImportOutcome[]): void {
    if (this.#running === 0) this.#batch = [];
    this.#answer(outcomes, null);
  }

  async #run(work: (session: ImportSession) => Promise<readonly ImportOutcome[] | null>): Promise<void> {
    if (this.#running === 0) this.#batch = [];
    this.#running += 1;
    try {
      const outcomes = await work({
        api: this.#client.api,
        onProgress: (done, total) => this.#advance(done, total),
      });
      if (outcomes) this.#answer(outcomes, null);
    } catch (thrown) {
      this.#answer([], toErrorShape(thrown));
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#progress = null;
    }
  }

  #advance(done: number, total: number): void {
    this.#progress = { done, total };
    if (done > 0 || total <= MANY) return;
    this.#outcomes = this.#batch;
    this.#error = null;
    this.#onAnswer();
  }

  #answer(outcomes: readonly ImportOutcome[], error: ErrorShape | null): void {
    this.#batch = [...this.#batch, ...outcomes];
    this.#outcomes = this.#batch;
    this.#error = error;
    this.#onAnswer();
  }
}

import type { ReaderApi, Undoable } from '../../electron/api/index.ts';

/** What has just been done, and whether it can be taken back. */
export interface Toast {
  readonly message: string;
  readonly undoable: boolean;
}

interface Options {
  readonly api: Pick<ReaderApi, 'undo'>;
  /** Writes the file that was trashed last back; false where there is none. */
  readonly undoTrash: () => Promise<boolean>;
  /** Calls back after so many milliseconds; returns what calls that off. */
  readonly after?: (milliseconds: number, work: () => void) => () => void;
}

/** Milliseconds for which a toast stays. */
export const TOAST = 8000;

function later(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/** Offers to take back what the reader has just done, and takes it back. */
export class Undoing {
  readonly #options: Options;
  readonly #after: NonNullable<Options['after']>;
  #toast = $state.raw<Toast | null>(null);
  #undoable: Undoable | null = null;
  /** Changes of this window under way, and whether the engine is still to tell how one of them is called. */
  #under = 0;
  #told = 0;
  #owed = false;
  /** What was done here, in turn: a file moved to the trash, which is the host's to take back, or null. */
  readonly #done: (string | null)[] = [];
  #held = false;
  #callOff: () => void = () => undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#after = options.after ?? later;
  }

  get toast(): Toast | null {
    return this.#toast;
  }

  /** What the engine would take back now; null where nothing. */
  tell(undoable: Undoable | null): void {
    this.#undoable = undoable;
    this.#told += 1;
    if (!undoable || (this.#under === 0 && !this.#owed)) return;
    // Other windows tell of what was done there.
    this.#owed = false;
    this.#done.push(null);
    this.#show({ message: undoable.label, undoable: true });
  }

  /** Does something that can be taken back, and offers that once it is done. */
  async follow<T>(work: () => Promise<T>): Promise<T> {
    const told = this.#told;
    this.#owed = false;
    this.#under += 1;
    try {
      const result = await work();
      this.#owed = this.#told === told;
      return result;
    } finally {
      this.#under -= 1;
    }
  }

  /** An article's file was moved to the trash. */
  trashed(title: string): void {
    const message = `“${title}” moved to the trash`;
    this.#done.push(message);
    this.#show({ message, undoable: true });
  }

  /** Says something where changes are told, without an offer. */
  say(message: string): void {
    this.#show({ message, undoable: false });
  }

  /** Takes back what was done last. Says what that was, or that there is nothing. */
  async undo(): Promise<void> {
    this.dismiss();
    this.#owed = false;
    const trashed = this.#done.pop() ?? null;
    if (trashed !== null) {
      const back = await this.#options.undoTrash();
      this.say(back ? `Undone: ${trashed}` : 'The file can only be put back from the trash itself.');
      return;
    }
    const done = await this.#options.api.undo();
    this.say(done ? `Undone: ${done.label}` : 'There is nothing to undo.');
  }

  /** Whether there is something to take back. */
  get isPossible(): boolean {
    return this.#undoable !== null || this.#done.some((each) => each !== null);
  }

  dismiss(): void {
    this.#callOff();
    this.#held = false;
    this.#toast = null;
  }

  /** The pointer or the focus is on it: it stays. */
  hold(): void {
    this.#callOff();
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    this.#count();
  }

  #show(toast: Toast): void {
    this.#toast = toast;
    if (!this.#held) this.#count();
  }

  #count(): void {
    this.#callOff();
    if (this.#toast) this.#callOff = this.#after(TOAST, () => (this.#toast = null));
  }
}

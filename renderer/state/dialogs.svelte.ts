export type DialogName =
  'export' | 'imports' | 'failures' | 'palette' | 'keys' | 'view' | 'notes' | 'tags' | 'join';

/** Which dialog is open: at most one. */
export class Dialogs {
  #open = $state<DialogName | null>(null);

  get current(): DialogName | null {
    return this.#open;
  }

  show(name: DialogName): void {
    this.#open = name;
  }

  /** Closes whichever is open. */
  dismiss(): void {
    this.#open = null;
  }

  /** Closes `name` if it is the one that is open. */
  close(name: DialogName): void {
    if (this.#open === name) this.#open = null;
  }
}

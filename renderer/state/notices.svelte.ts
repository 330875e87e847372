import type { LibraryState, Notice } from '../../electron/api/index.ts';
import { setOf } from './reading-collections.ts';

/** What the reader is told of the library until they have seen it: once a visit for each kind. */
export class Notices {
  readonly #state: () => LibraryState | null;
  #seen = $state.raw(setOf<Notice['code']>());

  constructor(state: () => LibraryState | null) {
    this.#state = state;
  }

  #open = $derived.by(() => (this.#state()?.notices ?? []).filter(({ code }) => !this.#seen.has(code)));

  /** Those not closed yet. */
  get open(): readonly Notice[] {
    return this.#open;
  }

  close(code: Notice['code']): void {
    this.#seen = setOf([...this.#seen, code]);
  }
}

/** Whether something of the reader's own is at stake, so that it is told at once. */
export const isGrave = ({ code }: Notice): boolean =>
  code === 'store-damaged' || code === 'store-newer' || code === 'store-unavailable';

import { toErrorShape, type ErrorShape } from '../../electron/api/index.ts';

/** What was tried on the reader's behalf and has no place of its own to say that it failed. */
export class Attempts {
  #error = $state.raw<ErrorShape | null>(null);

  /** Why the last one failed, until the reader has seen it or another one succeeds. */
  get error(): ErrorShape | null {
    return this.#error;
  }

  /** Never rejects. */
  async make(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.#error = null;
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** Tells of what failed without having been asked for. */
  fail(thrown: unknown): void {
    this.#error = toErrorShape(thrown);
  }

  dismiss(): void {
    this.#error = null;
  }
}

import type { Entry } from '../entries.ts';

/** What is to be written with the next transaction; null is to be removed. */
export class Pending {
  readonly files = new Map<string, Entry | null>();
  readonly bodies = new Map<string, string>();
  readonly sketches = new Map<string, Uint8Array>();
  readonly segments = new Map<string, Uint8Array | null>();
  readonly derived = new Map<string, string>();

  get size(): number {
    return this.#all().reduce((sum, { size }) => sum + size, 0);
  }

  clear(): void {
    for (const each of this.#all()) each.clear();
  }

  #all(): readonly Map<string, unknown>[] {
    return [this.files, this.bodies, this.sketches, this.segments, this.derived];
  }
}

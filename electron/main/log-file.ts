import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

interface LogFileOptions {
  /** Bytes after which another file is begun. */
  readonly maxBytes?: number;
  /** Files in all, the oldest of which is given up for a new one. */
  readonly files?: number;
}

/**
 * The log on disk: `synoptic.log` and the ones before it, `synoptic.1.log` being the newest of these. Written at
 * once: the last lines before a crash are those that matter, and streams, which is what the libraries for
 * rotating logs give, lose just these.
 */
export class LogFile {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #files: number;
  #size: number;

  constructor(folder: string, { maxBytes = 1_000_000, files = 5 }: LogFileOptions = {}) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#files = files;
    this.#size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }

  get path(): string {
    return this.#numbered(0);
  }

  /** A log that cannot be written stops nothing. */
  append(text: string): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      if (this.#size > 0 && this.#size + text.length > this.#maxBytes) this.#rotate();
      appendFileSync(this.path, text, { mode: 0o600 });
      this.#size += text.length;
    } catch {
      // There is nowhere left to say so.
    }
  }

  #numbered(number: number): string {
    return path.join(this.#folder, number === 0 ? 'synoptic.log' : `synoptic.${number}.log`);
  }

  #rotate(): void {
    rmSync(this.#numbered(this.#files - 1), { force: true });
    for (let number = this.#files - 2; number >= 0; number--) {
      const there = statSync(this.#numbered(number), { throwIfNoEntry: false }) !== undefined;
      if (there) renameSync(this.#numbered(number), this.#numbered(number + 1));
    }
    this.#size = 0;
  }
}

import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

function mount(...args: string[]): void {
  execFileSync('mount', args, { stdio: 'pipe' });
}

/** Why no disks can be made here for tests; null where they can. */
export function obstacle(): string | null {
  if (process.platform !== 'linux') return 'small disks are made with Linux’s tmpfs';
  if (process.geteuid?.() !== 0) return 'only the superuser may mount a disk';
  const disks = new Disks();
  try {
    disks.small('probe', 64);
    return null;
  } catch (thrown) {
    return `a disk cannot be mounted: ${thrown instanceof Error ? thrown.message.trim() : String(thrown)}`;
  } finally {
    disks.remove();
  }
}

/** Small and read-only disks below a temporary folder, all gone at the end. */
export class Disks {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'synoptic-disks-'));
  readonly #mounted: string[] = [];

  /** An empty folder. */
  plain(name: string): string {
    const folder = path.join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** An empty disk of so many KiB. */
  small(name: string, kib: number): string {
    const folder = this.plain(name);
    mount('-t', 'tmpfs', '-o', `size=${kib}k,mode=700`, 'tmpfs', folder);
    this.#mounted.push(folder);
    return folder;
  }

  /** From now on a folder can only be read. */
  freeze(folder: string): void {
    mount('--bind', folder, folder);
    this.#mounted.push(folder);
    mount('-o', 'remount,ro,bind', folder);
  }

  /** Takes the last disk that was put on a folder off again, as a stick is pulled. */
  release(folder: string): void {
    execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
    this.#mounted.splice(this.#mounted.lastIndexOf(folder), 1);
  }

  remove(): void {
    for (const folder of [...this.#mounted].reverse()) this.release(folder);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const FILLER = '.filler';

/** Takes all room but so many bytes. */
export function fill(folder: string, leave = 0): void {
  const file = openSync(path.join(folder, FILLER), 'w');
  const part = Buffer.alloc(4096, 1);
  let size = 0;
  try {
    for (;;) size += writeSync(file, part);
  } catch {
    // It is full.
  } finally {
    closeSync(file);
  }
  if (leave > 0)
    execFileSync('truncate', ['-s', String(Math.max(0, size - leave)), path.join(folder, FILLER)]);
}

export function makeRoom(folder: string): void {
  rmSync(path.join(folder, FILLER), { force: true });
}

import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';

/** Copies that are being written, as the engine names them. */
const TEMPORARY = /^\.synoptic-.*\.tmp$/;

/** What was to come into the library, and what was there before. */
export class Imports {
  /** By path below the library: what must be there, byte for byte. */
  readonly #kept = new Map<string, string>();
  /** Asked for, and not answered when the engine was killed: may be there under any name, whole. */
  readonly #open: string[] = [];
  #done = 0;

  constructor(before: ReadonlyMap<string, string>) {
    for (const [name, content] of before) this.#kept.set(name, content);
  }

  /** Imports that were answered for. */
  get done(): number {
    return this.#done;
  }

  begin(contents: readonly string[]): void {
    this.#open.push(...contents);
  }

  /** Answered for: those that were added, with their places. The others are not to be there. */
  answered(contents: readonly string[], added: ReadonlyMap<string, string>): void {
    this.#done++;
    for (const content of contents) this.#open.splice(this.#open.indexOf(content), 1);
    for (const [place, content] of added) this.#kept.set(place, content);
  }

  /** What is wrong with the folder; empty where all is as it must be. */
  faults(library: string): string[] {
    const faults: string[] = [];
    const there = visibleFiles(library);
    for (const [name, content] of this.#kept) {
      const file = path.join(library, name);
      if (!existsSync(file)) faults.push(`import lost: “${name}” is not in the library`);
      else if (readFileSync(file, 'utf8') !== content)
        faults.push(`import spoilt: “${name}” has other bytes`);
    }
    const open = [...this.#open];
    for (const name of there) {
      if (this.#kept.has(name)) continue;
      const at = open.indexOf(readFileSync(path.join(library, name), 'utf8'));
      if (at < 0) faults.push(`import half done: “${name}” is nothing that was asked for`);
      else open.splice(at, 1);
    }
    return faults;
  }
}

function visibleFiles(library: string): string[] {
  return allFiles(library).filter((name) => !TEMPORARY.test(path.basename(name)));
}

/** What is left of copies whose writing was cut short, as absolute paths. */
export function leftovers(library: string): string[] {
  const names = allFiles(library).filter((name) => TEMPORARY.test(path.basename(name)));
  return names.map((name) => path.join(library, name));
}

/** Makes leftovers look old: those that may still be written to are left alone for some minutes. */
export function ageLeftovers(library: string): void {
  const hourAgo = Date.now() / 1000 - 3600;
  for (const file of leftovers(library)) utimesSync(file, hourAgo, hourAgo);
}

function allFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

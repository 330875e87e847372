import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const integer = v.pipe(v.number(), v.integer());
const bounds = v.object({ x: integer, y: integer, width: integer, height: integer });

const settings = v.object({
  version: v.literal(1),
  /** Of the window when it is neither maximised nor full screen, in DIP. */
  bounds: v.nullable(bounds),
  maximised: v.boolean(),
  /** Absolute path of the library opened last. */
  library: v.nullable(v.string()),
  /** The sample is offered once: whoever deletes it does not want it back. */
  sampleCopied: v.boolean(),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
});

type ShellSettings = v.InferOutput<typeof settings>;

const DEFAULTS: ShellSettings = {
  version: 1,
  bounds: null,
  maximised: false,
  library: null,
  sampleCopied: false,
  theme: 'system',
};

/** What the shell itself remembers: a small file in the user's data folder, written as a whole. */
export class SettingsFile {
  readonly #file: string;
  #current: ShellSettings;

  constructor(folder: string) {
    this.#file = path.join(folder, 'shell.json');
    this.#current = this.#read();
  }

  get current(): ShellSettings {
    return this.#current;
  }

  /** @throws where the file cannot be written; what was to be remembered holds until the end all the same. */
  update(changes: Partial<Omit<ShellSettings, 'version'>>): void {
    this.#current = { ...this.#current, ...changes };
    mkdirSync(path.dirname(this.#file), { recursive: true });
    // Whoever pulls the plug finds the old file or the new one, never half of it.
    const draft = `${this.#file}.new`;
    writeFileSync(draft, `${JSON.stringify(this.#current, null, 2)}\n`);
    renameSync(draft, this.#file);
  }

  /** A missing or damaged file is as good as a first start: nothing in it cannot be chosen again. */
  #read(): ShellSettings {
    try {
      return v.parse(settings, JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return DEFAULTS;
    }
  }
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const VERSION = 1;

const integer = v.pipe(v.number(), v.integer());
const bounds = v.object({ x: integer, y: integer, width: integer, height: integer });

const fields = {
  /** Of the window when it is neither maximised nor full screen, in DIP. */
  bounds: v.nullable(bounds),
  maximised: v.boolean(),
  /** Absolute path of the library opened last. */
  library: v.nullable(v.string()),
  /** The sample is offered once: whoever deletes it does not want it back. */
  sampleCopied: v.boolean(),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  /** Absolute paths of libraries, the newest first. */
  recent: v.optional(v.array(v.string()), []),
} as const;

const settings = v.object({ version: v.literal(VERSION), ...fields });

type ShellSettings = v.InferOutput<typeof settings>;

const DEFAULTS: ShellSettings = {
  version: VERSION,
  bounds: null,
  maximised: false,
  library: null,
  sampleCopied: false,
  theme: 'system',
  recent: [],
};

/** What may be the matter with the file, for the log. */
type SettingsProblem = 'damaged' | 'newer-version' | 'not-read' | 'not-written';

interface SettingsOptions {
  readonly onProblem?: (problem: SettingsProblem, thrown?: unknown) => void;
}

/** What the shell itself remembers: a small file in the user's data folder, written as a whole. */
export class SettingsFile {
  readonly #file: string;
  readonly #onProblem: NonNullable<SettingsOptions['onProblem']>;
  /** The file is another Synoptic's, which understands more of it. */
  #foreign = false;
  #current: ShellSettings;

  constructor(folder: string, { onProblem = () => undefined }: SettingsOptions = {}) {
    this.#file = path.join(folder, 'shell.json');
    this.#onProblem = onProblem;
    this.#current = this.#read();
  }

  get current(): ShellSettings {
    return this.#current;
  }

  /** Where the file cannot be written, what was to be remembered holds until the end all the same. */
  update(changes: Partial<Omit<ShellSettings, 'version'>>): void {
    this.#current = { ...this.#current, ...changes };
    if (this.#foreign) return;
    // Whoever pulls the plug finds the old file or the new one, never half of it.
    const draft = `${this.#file}.new`;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(draft, `${JSON.stringify(this.#current, null, 2)}\n`, { flush: true });
      renameSync(draft, this.#file);
    } catch (thrown) {
      this.#onProblem('not-written', thrown);
    }
  }

  /** Without a file, or with one that cannot be understood, it is a first start. */
  #read(): ShellSettings {
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch (thrown) {
      const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
      if (!missing) this.#onProblem('not-read', thrown);
      return DEFAULTS;
    }
    const content = parsed(text);
    const known = v.safeParse(settings, content);
    if (known.success) return known.output;
    if (isNewer(content)) {
      this.#foreign = true;
      this.#onProblem('newer-version');
      return understood(content);
    }
    this.#setAside();
    return DEFAULTS;
  }

  #setAside(): void {
    this.#onProblem('damaged');
    try {
      renameSync(this.#file, `${this.#file}.damaged`);
    } catch (thrown) {
      this.#onProblem('not-written', thrown);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const versioned = v.looseObject({ version: v.pipe(v.number(), v.gtValue(VERSION)) });

function isNewer(content: unknown): content is Readonly<Record<string, unknown>> {
  return v.is(versioned, content);
}

/** The fields of a newer version that still mean what they meant. */
function understood(content: Readonly<Record<string, unknown>>): ShellSettings {
  const found = Object.entries(fields).flatMap(([name, schema]) => {
    const result = v.safeParse(schema, content[name]);
    return result.success ? [[name, result.output] as const] : [];
  });
  return { ...DEFAULTS, ...Object.fromEntries(found) };
}

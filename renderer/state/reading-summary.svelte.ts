import {
  toErrorShape,
  type ArticleId,
  type Budget,
  type ErrorShape,
  type ReaderApi,
  type Summary,
} from '../../electron/api/index.ts';
import type { LengthUnit, Preferences } from './reading-memory.ts';

/** What the length control offers, by unit. */
export const LENGTHS: Readonly<Record<LengthUnit, { least: number; most: number; step: number }>> = {
  words: { least: 25, most: 400, step: 5 },
  sentences: { least: 1, most: 20, step: 1 },
  percent: { least: 1, most: 50, step: 1 },
};

/** Milliseconds without a change after which a new length is asked for. */
const PAUSE = 40;

/** The summary of a set of articles at the length the reader set. A late answer never replaces a newer one. */
export class StorySummary {
  readonly #api: Pick<ReaderApi, 'summarise'>;
  readonly #changed: () => void;
  #unit = $state<LengthUnit>('words');
  #lengths = $state.raw<Readonly<Record<LengthUnit, number>>>({ words: 100, sentences: 5, percent: 5 });
  #summary = $state.raw<Summary | null>(null);
  #problem = $state.raw<ErrorShape | null>(null);
  #ids: readonly ArticleId[] = [];
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed`: called when the reader changed the length. */
  constructor(
    api: Pick<ReaderApi, 'summarise'>,
    { unit, lengths }: Pick<Preferences, 'unit' | 'lengths'>,
    changed: () => void,
  ) {
    this.#api = api;
    this.#unit = unit;
    this.#lengths = lengths;
    this.#changed = changed;
  }

  get unit(): LengthUnit {
    return this.#unit;
  }

  get lengths(): Readonly<Record<LengthUnit, number>> {
    return this.#lengths;
  }

  /** In the unit chosen, within what {@link LENGTHS} offers. */
  get length(): number {
    const { least, most } = LENGTHS[this.#unit];
    return Math.max(least, Math.min(most, this.#lengths[this.#unit]));
  }

  /** "100 words" */
  get lengthText(): string {
    if (this.#unit === 'percent') return `${this.length}% of the text`;
    const one = this.#unit === 'words' ? 'word' : 'sentence';
    return `${this.length} ${one}${this.length === 1 ? '' : 's'}`;
  }

  get budget(): Budget {
    if (this.#unit === 'words') return { words: this.length };
    if (this.#unit === 'sentences') return { sentences: this.length };
    return { ratio: this.length / 100 };
  }

  /** Null until the first answer for these articles. */
  get summary(): Summary | null {
    return this.#summary;
  }

  get problem(): ErrorShape | null {
    return this.#problem;
  }

  setLength(length: number): void {
    this.#lengths = { ...this.#lengths, [this.#unit]: length };
    this.#askSoon();
  }

  /** One notch more or less than a quarter of the length, so that a few presses go a long way. */
  lengthen(by: 1 | -1): void {
    const { least, most, step } = LENGTHS[this.#unit];
    const notch = Math.max(step, Math.round(this.length / 4 / step) * step);
    this.setLength(Math.max(least, Math.min(most, this.length + by * notch)));
  }

  setUnit(unit: LengthUnit): void {
    this.#unit = unit;
    this.#askSoon();
  }

  /** Forgets the articles before and summarises these. */
  async show(ids: readonly ArticleId[]): Promise<void> {
    this.#summary = null;
    await this.update(ids);
  }

  /** Summarises these; what is shown stays until the answer is there. */
  async update(ids: readonly ArticleId[]): Promise<void> {
    this.#ids = ids;
    await this.#ask();
  }

  #askSoon(): void {
    this.#changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const asked = (this.#asked += 1);
    if (this.#ids.length === 0) {
      this.#summary = null;
      return;
    }
    try {
      const summary = await this.#api.summarise({ articleIds: [...this.#ids], budget: this.budget });
      if (asked !== this.#asked) return;
      this.#summary = summary;
      this.#problem = null;
    } catch (thrown) {
      if (asked === this.#asked) this.#problem = toErrorShape(thrown);
    }
  }
}

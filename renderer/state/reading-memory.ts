import * as v from 'valibot';
import type { ArticleId, SentenceId } from '../../electron/api/index.ts';
import { PANELS, type PanelName } from './reading-panels.svelte.ts';

/** Where a column stands: this sentence's first line is `offset` pixels below the top of the view. */
export interface Place {
  readonly sentenceId: SentenceId;
  readonly offset: number;
}

/** What is remembered of one set of articles. */
export interface SetMemory {
  /** Open columns in their order; null where the reader never chose. */
  readonly open: readonly ArticleId[] | null;
  /** Relative widths; 1 where absent. */
  readonly weights: Readonly<Record<string, number>>;
  readonly places: Readonly<Record<string, Place>>;
  readonly selection: { readonly articleId: ArticleId; readonly sentenceId: SentenceId } | null;
  readonly panel: PanelName;
  /** The place of each article's letter, from 0. */
  readonly letters: Readonly<Record<string, number>>;
}

export type LengthUnit = 'words' | 'sentences' | 'percent';

/** What holds for every set. */
export interface Preferences {
  readonly unit: LengthUnit;
  readonly lengths: Readonly<Record<LengthUnit, number>>;
  /** Whether aligned sentences are underlined while nothing is selected. */
  readonly lines: boolean;
  /** Whether the story strip is folded, in a wide window and in a narrow one. */
  readonly folded: { readonly wide: boolean; readonly narrow: boolean };
  /** How high the strip's panel may get, as a share of the window's height; null while the reader has not set it. */
  readonly stripShare: number | null;
}

export const PREFERENCES: Preferences = {
  unit: 'words',
  lengths: { words: 100, sentences: 5, percent: 5 },
  lines: true,
  folded: { wide: false, narrow: true },
  stripShare: null,
};

/** More sets than this are forgotten, the longest unseen first. */
const REMEMBERED_SETS = 40;
const KEY = 'synoptic.reading';

const text = v.string();
const count = v.pipe(v.number(), v.finite(), v.minValue(1));
const place = v.object({ sentenceId: text, offset: v.pipe(v.number(), v.finite()) });
const setMemory = v.object({
  open: v.nullable(v.array(text)),
  weights: v.record(text, v.pipe(v.number(), v.minValue(0.05), v.maxValue(20))),
  places: v.record(text, place),
  selection: v.nullable(v.object({ articleId: text, sentenceId: text })),
  // Earlier versions knew the summary only.
  panel: v.optional(v.picklist(PANELS), 'summary'),
  letters: v.optional(v.record(text, v.pipe(v.number(), v.integer(), v.minValue(0))), {}),
});
const stored = v.object({
  preferences: v.object({
    unit: v.picklist(['words', 'sentences', 'percent']),
    lengths: v.object({ words: count, sentences: count, percent: count }),
    lines: v.boolean(),
    folded: v.object({ wide: v.boolean(), narrow: v.boolean() }),
    stripShare: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), null),
  }),
  sets: v.array(v.tuple([text, setMemory])),
});
type Stored = v.InferOutput<typeof stored>;

export type ReadingStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The page's own storage, or null where there is none. */
export function pageStorage(): ReadingStorage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null;
  }
}

/** How the reading was left, kept in the page's own storage. What cannot be read there counts as nothing. */
export class Memory {
  readonly #storage: ReadingStorage | null;
  #stored: Stored;

  constructor(storage: ReadingStorage | null) {
    this.#storage = storage;
    this.#stored = this.#read() ?? { preferences: PREFERENCES, sets: [] };
  }

  get preferences(): Preferences {
    return this.#stored.preferences;
  }

  prefer(preferences: Preferences): void {
    this.#write({ ...this.#stored, preferences });
  }

  of(set: string): SetMemory | null {
    const found = this.#stored.sets.find(([key]) => key === set);
    return found ? (found[1] as unknown as SetMemory) : null;
  }

  remember(set: string, memory: SetMemory): void {
    const others = this.#stored.sets.filter(([key]) => key !== set);
    const entry = [set, memory as unknown as Stored['sets'][number][1]] as [
      string,
      Stored['sets'][number][1],
    ];
    this.#write({ ...this.#stored, sets: [entry, ...others].slice(0, REMEMBERED_SETS) });
  }

  #read(): Stored | null {
    try {
      const parsed = v.safeParse(stored, JSON.parse(this.#storage?.getItem(KEY) ?? 'null'));
      return parsed.success ? parsed.output : null;
    } catch {
      // Not JSON, or the browser keeps no storage for this page: start afresh.
      return null;
    }
  }

  #write(next: Stored): void {
    this.#stored = next;
    try {
      this.#storage?.setItem(KEY, JSON.stringify(next));
    } catch {
      // Full or forbidden: the place is then lost with the window, and nothing else is.
    }
  }
}

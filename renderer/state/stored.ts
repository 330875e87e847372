import type { FacetName, Filters, ShellTheme, StoryId } from '../../electron/api/index.ts';

/** What the page keeps between two visits: how it looks and where its reader was. */
export interface Stored {
  readonly theme: Theme;
  /** Multiplies the sizes of serif text; one of {@link TEXT_SIZES}. */
  readonly textSize: number;
  readonly libraryOpen: boolean;
  /** CSS pixels; null while the reader has not set it. */
  readonly libraryWidth: number | null;
  readonly storyId: StoryId | null;
  readonly filters: Filters;
}

export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];
/** High contrast strengthens the page's ink and lines; light or dark, it stays with the system. */
export const shellTheme = (theme: Theme): ShellTheme => (theme === 'contrast' ? 'system' : theme);
export const TEXT_SIZES: readonly number[] = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
export const LIBRARY_WIDTH = { min: 180, max: 480 } as const;
export const NO_FILTERS: Filters = { values: {}, match: 'all' };

export const DEFAULTS: Stored = {
  theme: 'system',
  textSize: 1,
  libraryOpen: true,
  libraryWidth: null,
  storyId: null,
  filters: NO_FILTERS,
};

const FACETS: readonly FacetName[] = [
  'topic',
  'person',
  'place',
  'source',
  'language',
  'year',
  'tag',
  'mark',
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what an earlier visit, perhaps of an earlier version, left; a field that is not sound is the default. */
export function parseStored(text: string | null): Stored {
  let value: unknown;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    return DEFAULTS;
  }
  if (!isRecord(value)) return DEFAULTS;
  const { theme, textSize, libraryOpen, libraryWidth, storyId, filters } = value;
  return {
    theme: THEMES.find((known) => known === theme) ?? DEFAULTS.theme,
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? DEFAULTS.textSize,
    libraryOpen: typeof libraryOpen === 'boolean' ? libraryOpen : DEFAULTS.libraryOpen,
    libraryWidth: typeof libraryWidth === 'number' ? clampWidth(libraryWidth) : DEFAULTS.libraryWidth,
    storyId: typeof storyId === 'string' ? (storyId as StoryId) : null,
    filters: parseFilters(filters),
  };
}

function parseFilters(value: unknown): Filters {
  if (!isRecord(value) || !isRecord(value['values'])) return NO_FILTERS;
  const values: Partial<Record<FacetName, readonly string[]>> = {};
  for (const facet of FACETS) {
    const chosen = value['values'][facet];
    if (!Array.isArray(chosen)) continue;
    const words = chosen.filter((entry): entry is string => typeof entry === 'string');
    if (words.length > 0) values[facet] = words;
  }
  return { values, match: value['match'] === 'any' ? 'any' : 'all' };
}

/** A width the library pane can have. */
export function clampWidth(width: number): number {
  if (!Number.isFinite(width)) return LIBRARY_WIDTH.min;
  return Math.round(Math.min(Math.max(width, LIBRARY_WIDTH.min), LIBRARY_WIDTH.max));
}

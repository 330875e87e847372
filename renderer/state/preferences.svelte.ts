import { clampWidth, parseStored, TEXT_SIZES, type Stored, type Theme } from './stored.ts';

const KEY = 'synoptic';

/** How the page looks and where the reader was, kept in the browser's own storage. */
export class Preferences {
  #stored = $state.raw<Stored>(parseStored(null));
  readonly #storage: Storage | null;

  constructor(storage: Storage | null) {
    this.#storage = storage;
    this.#stored = parseStored(storage?.getItem(KEY) ?? null);
  }

  get theme(): Theme {
    return this.#stored.theme;
  }
  get textSize(): number {
    return this.#stored.textSize;
  }
  get libraryOpen(): boolean {
    return this.#stored.libraryOpen;
  }
  get libraryWidth(): number | null {
    return this.#stored.libraryWidth;
  }
  get storyId(): Stored['storyId'] {
    return this.#stored.storyId;
  }
  get filters(): Stored['filters'] {
    return this.#stored.filters;
  }

  setTheme(theme: Theme): void {
    this.#keep({ theme });
  }

  /** One step up or down the sizes, or back to the first. */
  stepTextSize(step: 1 | -1 | 0): void {
    const at = TEXT_SIZES.indexOf(step === 0 ? 1 : this.textSize) + step;
    const textSize = TEXT_SIZES[Math.min(Math.max(at, 0), TEXT_SIZES.length - 1)] ?? 1;
    this.#keep({ textSize });
  }

  setLibraryOpen(libraryOpen: boolean): void {
    this.#keep({ libraryOpen });
  }

  setLibraryWidth(width: number | null): void {
    this.#keep({ libraryWidth: width === null ? null : clampWidth(width) });
  }

  rememberStory(storyId: Stored['storyId']): void {
    if (storyId !== this.storyId) this.#keep({ storyId });
  }

  rememberFilters(filters: Stored['filters']): void {
    this.#keep({ filters });
  }

  #keep(change: Partial<Stored>): void {
    this.#stored = { ...this.#stored, ...change };
    try {
      this.#storage?.setItem(KEY, JSON.stringify(this.#stored));
    } catch {
      // A full or forbidden storage costs the memory of this visit, nothing else.
    }
  }
}

/** The browser's storage, or null where it is forbidden. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

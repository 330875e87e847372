import { setOf } from './reading-collections.ts';

/** What the strip above the columns can show, in the order of its tabs. */
export const PANELS = ['summary', 'differences', 'quotations', 'timeline', 'facts'] as const;
export type PanelName = (typeof PANELS)[number];

/** Which panel of the story is shown, and how it stands. */
export class Panels {
  readonly #changed: () => void;
  #chosen = $state<PanelName>('summary');
  #speaker = $state<string | null>(null);
  #wanted = $state(false);
  #asideShown = $state(false);
  #onlyOneShown = $state(false);
  #whole = $state.raw(setOf<PanelName>());
  readonly #scrolled = new Map<PanelName, number>();

  /** `changed`: called when the reader chooses another panel. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get chosen(): PanelName {
    return this.#chosen;
  }

  /** The speaker whose quotations alone are shown; empty for those nobody is named for, null for all. */
  get speaker(): string | null {
    return this.#speaker;
  }
  set speaker(speaker: string | null) {
    this.#speaker = speaker;
  }

  /** Whether the differences that were put aside are shown too. */
  get asideShown(): boolean {
    return this.#asideShown;
  }
  set asideShown(shown: boolean) {
    this.#asideShown = shown;
  }

  /** Whether what only one account says stands below the summary. */
  get onlyOneShown(): boolean {
    return this.#onlyOneShown;
  }
  set onlyOneShown(shown: boolean) {
    this.#onlyOneShown = shown;
  }

  choose(panel: PanelName): void {
    if (panel === this.#chosen) return;
    this.#chosen = panel;
    this.#changed();
  }

  /** Chooses a panel and asks for the focus to go to its tab. */
  enter(panel: PanelName): void {
    this.choose(panel);
    this.#wanted = true;
  }

  /** Whether the chosen panel's tab should take the focus. */
  get wanted(): boolean {
    return this.#wanted;
  }

  gotFocus(): void {
    this.#wanted = false;
  }

  /** Whether a panel shows all of its rows, however many. */
  isWhole(panel: PanelName): boolean {
    return this.#whole.has(panel);
  }

  showWhole(panel: PanelName): void {
    this.#whole = setOf([...this.#whole, panel]);
  }

  /** Pixels from its top at which a panel was left. */
  scrolledTo(panel: PanelName): number {
    return this.#scrolled.get(panel) ?? 0;
  }

  keepScroll(panel: PanelName, pixels: number): void {
    this.#scrolled.set(panel, pixels);
  }

  /** Takes over how another set was left. */
  restore(panel: PanelName): void {
    this.#chosen = panel;
    this.#speaker = null;
    this.#asideShown = false;
    this.#onlyOneShown = false;
    this.#whole = setOf();
    this.#scrolled.clear();
  }
}

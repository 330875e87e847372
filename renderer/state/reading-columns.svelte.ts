import type { ArticleId } from '../../electron/api/index.ts';
import { setOf } from './reading-collections.ts';

/** More columns than this are not read side by side. */
export const MOST_COLUMNS = 6;
/** How many are open at first, even where one of them has to fold. */
const FIRST_COLUMNS = 3;
/** Closed accounts beyond these have no spine. */
const MOST_SPINES = 10;
/** The narrowest a column may be dragged, as a share of all columns' widths. */
const LEAST_SHARE = 0.14;

/**
 * Which articles stand open as columns, in which order and how wide. Open columns that the window has no
 * room for are folded: the most recently used stay unfolded.
 */
export class Columns {
  readonly #all: () => readonly ArticleId[];
  readonly #changed: () => void;
  #chosen = $state.raw<readonly ArticleId[] | null>(null);
  #recent = $state.raw<readonly ArticleId[]>([]);
  #weights = $state.raw<Readonly<Record<string, number>>>({});
  #capacity = $state(FIRST_COLUMNS);
  #entry = $state.raw<{ readonly id: ArticleId } | null>(null);

  /** `all`: the articles of the set in order. `changed`: called after every change the reader made. */
  constructor(all: () => readonly ArticleId[], changed: () => void) {
    this.#all = all;
    this.#changed = changed;
  }

  #open = $derived.by(() => {
    const all = this.#all();
    const chosen = this.#chosen?.filter((id) => all.includes(id));
    if (chosen && chosen.length > 0) return chosen;
    return all.slice(0, Math.min(MOST_COLUMNS, Math.max(FIRST_COLUMNS, this.#capacity)));
  });
  #unfolded = $derived.by(() => {
    const open = this.#open;
    if (open.length <= this.#capacity) return open;
    const recent = this.#recent.filter((id) => open.includes(id));
    const byUse = [...recent, ...open.filter((id) => !recent.includes(id))];
    const kept = setOf(byUse.slice(0, this.#capacity));
    return open.filter((id) => kept.has(id));
  });

  /** Open columns in order, folded ones included. */
  get open(): readonly ArticleId[] {
    return this.#open;
  }

  /** Columns that stand with their text. */
  get unfolded(): readonly ArticleId[] {
    return this.#unfolded;
  }

  /** What stands beside the columns without its text: folded columns, and with room for it closed ones. */
  spines(closedToo: boolean): readonly ArticleId[] {
    const standing = this.#all().filter(
      (id) => !this.#unfolded.includes(id) && (closedToo || this.#open.includes(id)),
    );
    return standing.slice(0, MOST_SPINES);
  }

  /** The column used last, which keys act upon. */
  get active(): ArticleId | null {
    return this.#recent.find((id) => this.#unfolded.includes(id)) ?? this.#unfolded[0] ?? null;
  }

  /** The column that was entered last; a new object each time. */
  get entry(): { readonly id: ArticleId } | null {
    return this.#entry;
  }

  get capacity(): number {
    return this.#capacity;
  }

  get chosen(): readonly ArticleId[] | null {
    return this.#chosen;
  }

  get weights(): Readonly<Record<string, number>> {
    return this.#weights;
  }

  weightOf(id: ArticleId): number {
    return this.#weights[id] ?? 1;
  }

  /** The column's share of the width of the unfolded ones, 0 to 1. */
  shareOf(id: ArticleId): number {
    const sum = this.#unfolded.reduce((total, each) => total + this.weightOf(each), 0);
    return sum === 0 ? 0 : this.weightOf(id) / sum;
  }

  /**
   * Tells the room there is. `least`: the narrowest column that reads well. `spine`: the width of a column
   * without its text. `spines`: whether closed columns stand as spines too.
   */
  fit(width: number, { least, spine, spines }: { least: number; spine: number; spines: boolean }): void {
    if (width <= 0 || least <= 0) return;
    const count = this.#all().length;
    const chosen = this.#chosen?.length ?? Math.min(count, FIRST_COLUMNS);
    let capacity = MOST_COLUMNS;
    const needed = () =>
      capacity * least + spine * Math.max(0, (spines ? Math.min(count, MOST_SPINES) : chosen) - capacity);
    while (capacity > 1 && needed() > width) capacity -= 1;
    this.#capacity = capacity;
  }

  restore(open: readonly ArticleId[] | null, weights: Readonly<Record<string, number>>): void {
    this.#chosen = open;
    this.#weights = weights;
    this.#recent = [];
  }

  /** Opens a column, or unfolds it, and makes it the active one. Beyond six, the one longest unused closes. */
  add(id: ArticleId): void {
    if (!this.#all().includes(id)) return;
    if (!this.#open.includes(id)) {
      const order = this.#all();
      const room = this.#open.length < MOST_COLUMNS ? this.#open : this.#without(this.#leastUsed());
      // In order of letters unless the reader ordered them otherwise.
      const at = room.findIndex((each) => order.indexOf(each) > order.indexOf(id));
      const inOrder = room.every(
        (each, index) => index === 0 || order.indexOf(room[index - 1] ?? each) < order.indexOf(each),
      );
      this.#chosen = inOrder && at >= 0 ? room.toSpliced(at, 0, id) : [...room, id];
    }
    this.use(id);
    this.#changed();
  }

  /** Opens a column and asks for the focus to go there. */
  enter(id: ArticleId): void {
    this.add(id);
    this.#entry = { id };
  }

  /** Closes a column. The last one stays. */
  remove(id: ArticleId): void {
    if (this.#open.length < 2) return;
    this.#chosen = this.#without(id);
    this.#recent = this.#recent.filter((each) => each !== id);
    this.#changed();
  }

  /** Moves a column by so many places among the unfolded ones. */
  move(id: ArticleId, by: number): void {
    const index = this.#unfolded.indexOf(id);
    if (index < 0) return;
    this.moveTo(id, index + by);
  }

  /** Moves a column to a place among the unfolded ones, counted from 0. */
  moveTo(id: ArticleId, index: number): void {
    const target = this.#unfolded[Math.max(0, Math.min(this.#unfolded.length - 1, index))];
    if (!target || target === id || !this.#open.includes(id)) return;
    const to = this.#open.indexOf(target);
    this.#chosen = this.#without(id).toSpliced(to, 0, id);
    this.#changed();
  }

  /** Moves the line between two neighbours by a share of the whole width. */
  resize(left: ArticleId, right: ArticleId, by: number): void {
    const [one, other] = [this.shareOf(left), this.shareOf(right)];
    const least = Math.min(LEAST_SHARE, one, other);
    const moved = Math.max(least - one, Math.min(other - least, by));
    const sum = this.#unfolded.reduce((total, id) => total + this.weightOf(id), 0);
    this.#weights = { ...this.#weights, [left]: (one + moved) * sum, [right]: (other - moved) * sum };
    this.#changed();
  }

  equalise(): void {
    this.#weights = {};
    this.#changed();
  }

  /** Notes that the reader is in this column. */
  use(id: ArticleId): void {
    if (this.#recent[0] !== id) this.#recent = [id, ...this.#recent.filter((each) => each !== id)];
  }

  rename(name: (id: ArticleId) => ArticleId): void {
    this.#chosen = this.#chosen?.map(name) ?? null;
    this.#recent = this.#recent.map(name);
    this.#weights = Object.fromEntries(
      Object.entries(this.#weights).map(([id, weight]) => [name(id as ArticleId), weight]),
    );
  }

  #without(id: ArticleId | null): readonly ArticleId[] {
    return this.#open.filter((each) => each !== id);
  }

  #leastUsed(): ArticleId | null {
    return this.#open.find((id) => !this.#recent.includes(id)) ?? this.#recent.at(-1) ?? null;
  }
}

import type {
  ArticleId,
  ArticleSummary,
  Budget,
  Citation,
  Comparison,
  Dating,
  Discrepancy,
  ErrorShape,
  LibraryChange,
  ReaderApi,
  SentenceId,
  StoryId,
} from '../../electron/api/index.ts';
import { ReaderAnnotations } from './annotations.svelte.ts';
import type { Counterpart } from './reading-alignment.ts';
import { mapOf, mapWith, setOf } from './reading-collections.ts';
import { Columns } from './reading-columns.svelte.ts';
import { Compared } from './reading-comparison.svelte.ts';
import { ReaderCorrections } from './reading-corrections.svelte.ts';
import { followed } from './reading-following.ts';
import { assignPlaces, colourAt, letterAt } from './reading-letters.ts';
import { Memory, pageStorage, type Place, type Preferences, type ReadingStorage } from './reading-memory.ts';
import { NoteEditing } from './reading-notes.svelte.ts';
import { Panels } from './reading-panels.svelte.ts';
import { Reasons } from './reading-reasons.svelte.ts';
import { Selection } from './reading-selection.svelte.ts';
import { Shelf } from './reading-shelf.svelte.ts';
import { StorySummary } from './reading-summary.svelte.ts';
import { accountsLine, type Voice } from './reading-support.ts';
import { comparable } from './stories.ts';

export interface ReadingSet {
  readonly title?: string;
  readonly articleIds: readonly ArticleId[];
  readonly storyId?: StoryId;
}

/** Milliseconds between scrolling and writing down where. */
const SAVING_PAUSE = 1000;

/** What a set is remembered by. */
function keyOf({ storyId, articleIds }: ReadingSet): string {
  return storyId ?? [...articleIds].sort().join(' ');
}

/** Several articles seen together: what the reading area shows, and what the reader may do there. */
export class Reading {
  readonly annotations: ReaderAnnotations;
  readonly columns: Columns;
  readonly corrections: ReaderCorrections;
  readonly notes: NoteEditing;
  readonly panels: Panels;
  readonly reasons: Reasons;
  readonly selection: Selection;
  readonly shelf: Shelf;
  readonly story: StorySummary;
  readonly #compared: Compared;
  readonly #memory: Memory;
  #set = $state.raw<ReadingSet>({ articleIds: [] });
  #seats = $state.raw(mapOf<ArticleId, number>());
  #gone = $state.raw(setOf<ArticleId>());
  /** How many articles the set was too large for. */
  #left = $state(0);
  #preferences: Preferences = $state.raw({} as Preferences);
  #places = mapOf<ArticleId, Place>();
  #turn = 0;
  #saving: ReturnType<typeof setTimeout> | undefined;

  #ids = $derived(
    [...this.#set.articleIds].sort(
      (one, other) => (this.#seats.get(one) ?? 0) - (this.#seats.get(other) ?? 0),
    ),
  );
  /** `follow`: is given what can be taken back while it is being done. */
  constructor(
    client: { readonly api: ReaderApi },
    storage: ReadingStorage | null = pageStorage(),
    annotations: ReaderAnnotations = new ReaderAnnotations(client.api),
    follow?: <T>(work: () => Promise<T>) => Promise<T>,
  ) {
    this.annotations = annotations;
    this.notes = new NoteEditing(annotations, this);
    this.#memory = new Memory(storage);
    this.#preferences = this.#memory.preferences;
    this.shelf = new Shelf(client.api);
    this.#compared = new Compared(client.api, this.shelf);
    this.columns = new Columns(
      () => this.#ids,
      () => {
        this.remember();
        void this.#fill();
      },
    );
    this.selection = new Selection(() => this.remember());
    this.panels = new Panels(() => this.remember());
    this.corrections = new ReaderCorrections(client.api, follow);
    this.reasons = new Reasons(client.api, () => this.presentIds);
    this.story = new StorySummary(client.api, this.#preferences, () =>
      this.#prefer({ unit: this.story.unit, lengths: this.story.lengths }),
    );
  }

  /** The articles of the set in the order of their letters. */
  get articleIds(): readonly ArticleId[] {
    return this.#ids;
  }

  /** Those still in the library. */
  get presentIds(): readonly ArticleId[] {
    return this.#ids.filter((id) => !this.#gone.has(id));
  }

  get title(): string {
    const [first, ...others] = this.#set.articleIds;
    // Before it is compared, an article alone says itself what it is about.
    const own = first !== undefined && others.length === 0 ? this.summaryOf(first)?.title : undefined;
    return this.#set.title ?? this.comparison?.title ?? own ?? '';
  }

  get storyId(): StoryId | null {
    return this.#set.storyId ?? null;
  }

  get budget(): Budget {
    return this.story.budget;
  }

  /** Null until the articles have been compared. */
  get comparison(): Comparison | null {
    return this.#compared.comparison;
  }

  /** Why the articles could not be compared. */
  get problem(): ErrorShape | null {
    return this.#compared.problem;
  }

  /** "5 articles, 4 independent: B and E rewrite one text" */
  get accountsText(): string {
    if (this.#ids.length === 0) return '';
    const { accounts = [] } = this.comparison ?? {};
    const line = accountsLine(this.presentIds.length, accounts, (id) => this.letterOf(id));
    return this.#left === 0 ? line : `The first ${line}; ${this.#left} more are left out`;
  }

  /** Whether underlines rest under aligned sentences. */
  get lines(): boolean {
    return this.#preferences.lines;
  }

  letterOf(id: ArticleId): string | null {
    const seat = this.#seats.get(id);
    return seat === undefined ? null : letterAt(seat);
  }

  /** The number of the account's colour, from 1. */
  colourOf(id: ArticleId): number {
    return colourAt(this.#seats.get(id) ?? 0);
  }

  /** What is known of an article before its text is there. */
  summaryOf(id: ArticleId): ArticleSummary | null {
    return this.shelf.article(id) ?? this.#compared.summaryOf(id);
  }

  /** Whether the article's file has left the library since it was opened here. */
  isGone(id: ArticleId): boolean {
    return this.#gone.has(id);
  }

  isUnique(sentenceId: SentenceId): boolean {
    return this.#compared.isUnique(sentenceId);
  }

  /** What accounts differ about in this sentence, the gravest first. */
  disputesOn(sentenceId: SentenceId): readonly Discrepancy[] {
    return this.#compared.disputesOn(sentenceId);
  }

  /** How the article's date is known; null until the articles have been compared. */
  datingOf(id: ArticleId): Dating | null {
    return this.comparison?.datings.find(({ articleId }) => articleId === id) ?? null;
  }

  /** Sentences of other articles that report the same, by article, best first. */
  counterpartsOf(sentenceId: SentenceId): ReadonlyMap<ArticleId, readonly Counterpart[]> {
    return this.#compared.counterpartsOf(sentenceId);
  }

  /** Sentences of an article that one of these others reports too. */
  sharedIn(id: ArticleId, others: readonly ArticleId[]): ReadonlySet<SentenceId> {
    return this.#compared.sharedIn(id, others);
  }

  /** Every account's stance on a sentence, in the order of the letters. */
  voicesOn(own: Citation, others: readonly Citation[]): readonly Voice[] {
    return this.#compared.voicesOn(own, others, this.#ids);
  }

  isFolded(narrow: boolean): boolean {
    return this.#preferences.folded[narrow ? 'narrow' : 'wide'];
  }

  fold(narrow: boolean, folded: boolean): void {
    this.#prefer({ folded: { ...this.#preferences.folded, [narrow ? 'narrow' : 'wide']: folded } });
  }

  /** How high the strip's panel may get, as a share of the window's height; null while the reader has not set it. */
  get stripShare(): number | null {
    return this.#preferences.stripShare;
  }

  setStripShare(share: number | null): void {
    this.#prefer({ stripShare: share });
  }

  toggleLines(): void {
    this.#prefer({ lines: !this.lines });
  }

  /** Shows a set of articles as it was left, or in its first arrangement. */
  async show(wanted: ReadingSet): Promise<void> {
    const set = { ...wanted, articleIds: comparable(wanted.articleIds) };
    const related = this.#continues(set);
    this.remember();
    this.#turn += 1;
    const memory = this.#memory.of(keyOf(set));
    const letters = Object.entries(memory?.letters ?? {}) as [ArticleId, number][];
    this.#seats = assignPlaces(set.articleIds, related ? this.#seats : mapOf(letters));
    this.#set = set;
    this.#left = wanted.articleIds.length - set.articleIds.length;
    this.#gone = setOf();
    if (!related) this.#compared.forget();
    if (!related || memory) {
      this.columns.restore(memory?.open ?? null, memory?.weights ?? {});
      this.#places = mapOf(Object.entries(memory?.places ?? {}) as [ArticleId, Place][]);
      this.selection.restore(memory?.selection ?? null);
      this.panels.restore(memory?.panel ?? 'summary');
    }
    this.shelf.keep(set.articleIds);
    const turn = this.#turn;
    if (!related) await this.story.show([]);
    // What is read at once is asked for alone: to compare and summarise takes the engine some time.
    await this.shelf.load(this.columns.unfolded);
    if (turn !== this.#turn) return;
    await Promise.all([this.#fill(), this.story.update(this.#ids), this.#compare()]);
  }

  /** Opens an article's column, and goes to a sentence where one is named. An article outside the set is shown alone. */
  async openArticle(id: ArticleId, sentenceId?: SentenceId): Promise<void> {
    if (!this.#ids.includes(id)) await this.show({ articleIds: [id] });
    this.columns.add(id);
    if (!sentenceId) return;
    this.selection.select({ articleId: id, sentenceId }, 'bring');
    await this.shelf.load([id]);
  }

  /** Goes to the place of a citation. */
  goTo({ articleId, sentenceId }: Citation): void {
    void this.openArticle(articleId, sentenceId);
  }

  /** Follows the library: files changed, went or were renamed. */
  async refresh({ changed, removed, renamed }: Omit<LibraryChange, 'state'>): Promise<void> {
    const names = mapOf(renamed.map(({ from, to }) => [from, to] as const));
    if (![...changed, ...removed, ...names.keys()].some((id) => this.#ids.includes(id))) return;
    const turn = (this.#turn += 1);
    const name = (id: ArticleId) => names.get(id) ?? id;
    const ids = this.#ids.map(name);
    const anew = [...changed, ...names.values()].filter((id) => ids.includes(id));
    const before = this.shelf.articles;
    const delivery = await this.shelf.fetch(anew);
    if (turn !== this.#turn) return;
    // The place moves before the new text shows, so that the text comes up where it is read.
    const gone = setOf([...this.#gone, ...removed].filter((id) => ids.includes(id) && !anew.includes(id)));
    const standing = followed(
      { places: this.#places, selected: this.selection.selected },
      { before, after: mapOf(delivery.read), name, gone },
    );
    this.#gone = gone;
    this.#places = standing.places;
    this.selection.restore(standing.selected);
    this.shelf.adopt(delivery);
    this.#seats = mapOf([...this.#seats].map(([id, seat]) => [name(id), seat] as const));
    this.columns.rename(name);
    this.#set = { ...this.#set, articleIds: this.#set.articleIds.map(name) };
    this.shelf.keep(this.#set.articleIds);
    this.remember();
    await Promise.all([
      this.#compare(),
      this.story.update(this.presentIds),
      this.shelf.abstractAll(anew, true),
    ]);
  }

  /** Compares the articles anew: the reader corrected something, here or in another window. */
  async recompare(): Promise<void> {
    if (this.presentIds.length > 0) await this.#compare();
  }

  /** Closes a column; one whose article has gone leaves the set with it. */
  close(id: ArticleId): void {
    if (this.selection.selected?.articleId === id) this.selection.clear();
    this.columns.remove(id);
    if (this.#gone.has(id)) this.#takeOut(id);
  }

  /** Takes an article out of the set, its column with it. */
  async leaveOut(id: ArticleId): Promise<void> {
    if (!this.#ids.includes(id)) return;
    this.close(id);
    this.#takeOut(id);
    const ids = this.presentIds;
    if (ids.length > 0) await Promise.all([this.#compare(), this.story.update(ids), this.#fill()]);
  }

  /** Shows nothing. How the set stood is written down first. */
  clear(): void {
    this.remember();
    this.#turn += 1;
    this.#set = { articleIds: [] };
    this.#seats = mapOf();
    this.#gone = setOf();
    this.#places = mapOf();
    this.#left = 0;
    this.#compared.forget();
    this.columns.restore(null, {});
    this.selection.restore(null);
    this.panels.restore('summary');
    this.shelf.keep([]);
    void this.story.show([]);
  }

  /** Closes a column that stands with its text; opens or unfolds one that does not. */
  toggleColumn(id: ArticleId): void {
    if (this.columns.unfolded.includes(id)) this.close(id);
    else this.columns.add(id);
  }

  placeOf(id: ArticleId): Place | null {
    return this.#places.get(id) ?? null;
  }

  keepPlace(id: ArticleId, place: Place): void {
    this.#places = mapWith(this.#places, [[id, place]]);
    this.#saving ??= setTimeout(() => this.remember(), SAVING_PAUSE);
  }

  /** Writes down how the set stands, to come back to it. */
  remember(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    if (this.#set.articleIds.length === 0) return;
    this.#memory.remember(keyOf(this.#set), {
      open: this.columns.chosen,
      weights: this.columns.weights,
      places: Object.fromEntries(this.#places),
      selection: this.selection.selected,
      panel: this.panels.chosen,
      letters: Object.fromEntries(this.#seats),
    });
  }

  async #compare(): Promise<void> {
    await this.#compared.update(this.presentIds);
    this.reasons.forget();
  }

  #takeOut(id: ArticleId): void {
    const articleIds = this.#set.articleIds.filter((each) => each !== id);
    if (articleIds.length === 0) {
      this.clear();
      return;
    }
    this.#set = { ...this.#set, articleIds };
    this.shelf.keep(articleIds);
  }

  /** Whether a set is the one on screen, grown or shrunk: then everything stays where it is. */
  #continues({ storyId, articleIds }: ReadingSet): boolean {
    if (storyId !== undefined && storyId === this.#set.storyId) return true;
    const kept = articleIds.filter((id) => this.#set.articleIds.includes(id)).length;
    return kept > 0 && kept * 2 > Math.max(articleIds.length, this.#set.articleIds.length);
  }

  #prefer(change: Partial<Preferences>): void {
    this.#preferences = { ...this.#preferences, ...change };
    this.#memory.prefer(this.#preferences);
  }

  /** Reads what is not there yet: the open columns first, since somebody waits for them. */
  async #fill(): Promise<void> {
    const turn = this.#turn;
    const open = this.columns.unfolded;
    await Promise.all([this.shelf.load(open), this.shelf.abstractAll(open)]);
    if (turn === this.#turn) await this.shelf.load(this.presentIds);
  }
}

import {
  LIMITS,
  toErrorShape,
  type BrowseResult,
  type ErrorShape,
  type FacetName,
  type FacetValue,
  type Filters,
  type Hit,
  type QueryProblem,
  type StorySummary,
} from '../../electron/api/index.ts';
import type { Client } from './client.ts';
import { chosenCount, toggled } from './filters.ts';
import { NO_FILTERS } from './stored.ts';

/** Hits asked for at a time. */
const PAGE = 100;
/** Milliseconds after the last key before a query is asked: less than a word takes to type. */
const PAUSE = 90;

/** What the library pane lists: articles, stories and facets that match the query and the filters. */
export class Browse {
  readonly #client: Client;
  readonly #onFilters: (filters: Filters) => void;
  #query = $state('');
  #asked = $state('');
  #filters = $state.raw<Filters>(NO_FILTERS);
  #result = $state.raw<BrowseResult | null>(null);
  /** As many as match; those not yet loaded are absent. */
  #hits = $state.raw<readonly (Hit | undefined)[]>([]);
  #allStories = $state.raw<readonly StorySummary[]>([]);
  #error = $state.raw<ErrorShape | null>(null);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #pages = new Set<number>();
  /** The question asked last. It does not reject. */
  #last: Promise<void> | undefined;

  constructor(client: Client, filters: Filters, onFilters: (filters: Filters) => void) {
    this.#client = client;
    this.#filters = filters;
    this.#onFilters = onFilters;
  }

  /** As typed. */
  get query(): string {
    return this.#query;
  }
  /** The query that {@link hits} answers. */
  get answered(): string {
    return this.#asked;
  }
  get filters(): Filters {
    return this.#filters;
  }
  get isFiltering(): boolean {
    return chosenCount(this.#filters) > 0;
  }
  get isSearching(): boolean {
    return this.#asked.trim() !== '';
  }
  get loaded(): boolean {
    return this.#result !== null;
  }
  get total(): number {
    return this.#result?.total ?? 0;
  }
  get hits(): readonly (Hit | undefined)[] {
    return this.#hits;
  }
  get problem(): QueryProblem | undefined {
    return this.#result?.problem;
  }
  get error(): ErrorShape | null {
    return this.#error;
  }
  /** Those with matching articles. */
  get stories(): readonly StorySummary[] {
    return (this.#result?.stories ?? []).filter((story) => story.count > 0);
  }
  /** Every story of the library, whatever is searched or filtered. */
  get allStories(): readonly StorySummary[] {
    return this.#allStories;
  }

  facet(name: FacetName): readonly FacetValue[] {
    return this.#result?.facets[name] ?? [];
  }

  /** Takes what is in the search field, and asks once the typing pauses. */
  type(query: string): void {
    this.#query = query.slice(0, LIMITS.queryLength);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), PAUSE);
  }

  /** Takes a query as a whole, and asks at once. */
  async search(query: string): Promise<void> {
    this.#query = query;
    await this.refresh();
  }

  /** Asks at once for what was typed last, unless that is what is shown. */
  async settle(): Promise<void> {
    if (this.#query !== this.#asked) void this.refresh();
    // Another change of the library may overtake the question: then the answer to that one counts.
    let awaited: Promise<void> | undefined;
    while (awaited !== this.#last) {
      awaited = this.#last;
      await awaited;
    }
  }

  async toggle(facet: FacetName, value: string): Promise<void> {
    await this.#filterBy(toggled(this.#filters, facet, value));
  }

  async setMatch(match: Filters['match']): Promise<void> {
    await this.#filterBy({ ...this.#filters, match });
  }

  async clear(): Promise<void> {
    this.#query = '';
    await this.#filterBy(NO_FILTERS);
  }

  /** Forgets what was searched and filtered, without asking anew. */
  forget(): void {
    this.#query = '';
    this.#filters = NO_FILTERS;
    this.#onFilters(NO_FILTERS);
  }

  async #filterBy(filters: Filters): Promise<void> {
    this.#filters = filters;
    this.#onFilters(filters);
    await this.refresh();
  }

  /** Asks again. What is shown stays until the answer is there; an answer overtaken by another is dropped. */
  refresh(): Promise<void> {
    this.#last = this.#ask();
    return this.#last;
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const query = this.#query;
    const filters = this.#filters;
    try {
      const result = await this.#client.api.browse({ query, filters, offset: 0, limit: PAGE });
      const isWhole = query.trim() === '' && chosenCount(filters) === 0;
      const stories = isWhole ? result.stories : await this.#everyStory(result.version);
      if (turn !== this.#turn) return;
      this.#pages.clear();
      this.#pages.add(0);
      this.#asked = query;
      this.#result = result;
      this.#hits = place(new Array<Hit | undefined>(result.total).fill(undefined), 0, result.hits);
      if (stories) this.#allStories = stories;
      this.#version = result.version;
      this.#error = null;
    } catch (thrown) {
      if (turn === this.#turn) this.#fail(thrown);
    }
  }

  #version = -1;

  /** Nothing when the library is still the one whose stories are known. */
  async #everyStory(version: number): Promise<readonly StorySummary[] | undefined> {
    if (version === this.#version) return undefined;
    const whole = await this.#client.api.browse({ query: '', filters: NO_FILTERS, offset: 0, limit: 0 });
    return whole.stories;
  }

  /** Loads the page of hits that `index` is on, unless it is there or on its way. */
  async reach(index: number): Promise<void> {
    const page = Math.floor(index / PAGE);
    if (this.#pages.has(page)) return;
    this.#pages.add(page);
    const turn = this.#turn;
    const offset = page * PAGE;
    try {
      const { hits } = await this.#client.api.browse({
        query: this.#asked,
        filters: this.#filters,
        offset,
        limit: PAGE,
      });
      if (turn === this.#turn) this.#hits = place([...this.#hits], offset, hits);
    } catch (thrown) {
      this.#pages.delete(page);
      if (turn === this.#turn) this.#fail(thrown);
    }
  }

  #fail(thrown: unknown): void {
    const error = toErrorShape(thrown);
    // The next channel asks again.
    if (error.code !== 'engine-stopped') this.#error = error;
  }
}

function place(
  hits: (Hit | undefined)[],
  offset: number,
  page: readonly Hit[],
): readonly (Hit | undefined)[] {
  for (const [at, hit] of page.entries()) if (offset + at < hits.length) hits[offset + at] = hit;
  return hits;
}

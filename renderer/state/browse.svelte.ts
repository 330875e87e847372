import {
  LIMITS,
  toErrorShape,
  type ArticleId,
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

/** Hits asked for at a time: each has a snippet made for it, and few more than are in view are ever looked at. */
const PAGE = 50;
/** Rows that are in view at a time, at the most. */
const VIEW = 40;
/** Milliseconds after the last key before a query is asked: less than a word takes to type. */
const PAUSE = 90;

/** The first row of the list that is in view. */
interface Seen {
  readonly index: number;
  readonly id: ArticleId;
}

/** The article that stood at the list's top is elsewhere in the answer that has come. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/** What the library pane lists: articles, stories and facets that match the query and the filters. */
export class Browse {
  readonly #client: Client;
  readonly #onFilters: (filters: Filters) => void;
  #query = $state('');
  #asked = $state('');
  #filters = $state.raw<Filters>(NO_FILTERS);
  #result = $state.raw<BrowseResult | null>(null);
  /** As many as match; those not yet loaded are absent, and take no memory either. */
  #hits = $state.raw<readonly (Hit | undefined)[]>([]);
  #move = $state.raw<Move | null>(null);
  #stories = $state.raw<readonly StorySummary[]>([]);
  #allStories = $state.raw<readonly StorySummary[]>([]);
  #error = $state.raw<ErrorShape | null>(null);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Those loaded or, while null, on their way. */
  #pages = new Map<number, readonly Hit[] | null>();
  #seen: Seen | null = null;
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
  /** How the list is to scroll so that its reader goes on seeing the same articles; a new object each time. */
  get move(): Move | null {
    return this.#move;
  }
  get problem(): QueryProblem | undefined {
    return this.#result?.problem;
  }
  get error(): ErrorShape | null {
    return this.#error;
  }
  /** Those with matching articles. */
  get stories(): readonly StorySummary[] {
    return this.#stories;
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

  /** The list tells which article stands at its top; null where its beginning is in view. */
  look(seen: Seen | null): void {
    this.#seen = seen;
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const query = this.#query;
    const filters = this.#filters;
    // Asked again for another state of the library, and not for something else.
    const again = this.#result !== null && query === this.#asked && filters === this.#answeredFilters;
    try {
      const result = await this.#client.api.browse({ query, filters, offset: 0, limit: PAGE });
      const pages = new Map<number, readonly Hit[] | null>([[0, result.hits]]);
      const seen = again ? this.#seen : null;
      if (seen) await this.#loadAround(seen.index, result.total, pages, { query, filters });
      const isWhole = query.trim() === '' && chosenCount(filters) === 0;
      const stories = isWhole ? result.stories : await this.#everyStory(result.version);
      if (turn !== this.#turn) return;
      this.#pages = pages;
      this.#asked = query;
      this.#answeredFilters = filters;
      this.#result = result;
      this.#stories = result.stories.filter(({ count }) => count > 0);
      this.#hits = sparse(result.total, pages);
      this.#move = seen && moveOf(seen, pages);
      if (!again) this.#seen = null;
      if (stories) this.#allStories = stories;
      this.#version = result.version;
      this.#error = null;
    } catch (thrown) {
      if (turn === this.#turn) this.#fail(thrown);
    }
  }

  /** The pages where the article that is looked at can be now: where it was, and as far down as the list has grown. */
  async #loadAround(
    index: number,
    total: number,
    pages: Map<number, readonly Hit[] | null>,
    question: { readonly query: string; readonly filters: Filters },
  ): Promise<void> {
    const grown = Math.max(0, total - this.total);
    const wanted = new Set(
      [index, index + VIEW, index + grown, index + grown + VIEW].map((at) =>
        Math.floor(Math.min(at, total - 1) / PAGE),
      ),
    );
    await Promise.all(
      [...wanted]
        .filter((page) => page >= 0 && !pages.has(page))
        .map(async (page) => {
          const { hits } = await this.#client.api.browse({ ...question, offset: page * PAGE, limit: PAGE });
          pages.set(page, hits);
        }),
    );
  }

  #answeredFilters: Filters = NO_FILTERS;
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
    const pages = this.#pages;
    if (pages.has(page)) return;
    pages.set(page, null);
    const offset = page * PAGE;
    try {
      const { hits } = await this.#client.api.browse({
        query: this.#asked,
        filters: this.#answeredFilters,
        offset,
        limit: PAGE,
      });
      pages.set(page, hits);
      if (pages === this.#pages) this.#hits = sparse(this.total, pages);
    } catch (thrown) {
      pages.delete(page);
      if (pages === this.#pages) this.#fail(thrown);
    }
  }

  #fail(thrown: unknown): void {
    const error = toErrorShape(thrown);
    // The next channel asks again.
    if (error.code !== 'engine-stopped') this.#error = error;
  }
}

/** As long as all hits are many, and with those that are loaded: no work for the others. */
function sparse(
  total: number,
  pages: ReadonlyMap<number, readonly Hit[] | null>,
): readonly (Hit | undefined)[] {
  const hits: (Hit | undefined)[] = [];
  for (const [page, loaded] of pages) {
    for (const [at, hit] of (loaded ?? []).entries()) {
      if (page * PAGE + at < total) hits[page * PAGE + at] = hit;
    }
  }
  hits.length = total;
  return hits;
}

function moveOf({ index, id }: Seen, pages: ReadonlyMap<number, readonly Hit[] | null>): Move | null {
  for (const [page, hits] of pages) {
    const at = hits?.findIndex(({ article }) => article.id === id) ?? -1;
    if (at >= 0) return { from: index, to: page * PAGE + at };
  }
  return null;
}

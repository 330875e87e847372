import type {
  Article,
  ArticleId,
  ArticleSummary,
  BrowseResult,
  FacetName,
  FacetValue,
  Filters,
  Hit,
  StorySummary,
} from '../../api/index.ts';
import type { TopicIndex } from '../topics/find-topics.ts';
import { Bits } from './bits.ts';
import { Catalogue, FACETS, type BrowsedAnnotations, type BrowsedStory } from './catalogue.ts';
import { byLabel } from './facets.ts';
import { bestOf, type SearchHit } from './ranking.ts';
import type { SearchIndex, SearchResult } from './search-index.ts';
import { snippetOf } from './snippet.ts';

export type { BrowsedAnnotations, BrowsedStory } from './catalogue.ts';

/**
 * What is browsed. Topics and stories may be of an earlier version: articles they name and that are gone count
 * nowhere. An article that changed, topics and stories are told by being other objects than before.
 */
export interface Browsed {
  readonly version: number;
  readonly articles: ReadonlyMap<ArticleId, ArticleSummary>;
  readonly index: SearchIndex;
  readonly topics: TopicIndex;
  readonly stories: readonly BrowsedStory[];
  /** The whole article, where it is at hand: without it a hit has no snippet. Asked for the hits of a window only. */
  textOf(id: ArticleId): Article | null;
  annotationsOf(id: ArticleId): BrowsedAnnotations;
  /** While it is the same, so are all annotations; without it, they are asked for each time. */
  readonly annotationsVersion?: number;
}

export interface BrowseRequest {
  readonly query: string;
  readonly filters: Filters;
  readonly offset: number;
  readonly limit: number;
}

/** Values of one facet that are listed; chosen ones are listed beyond it. */
const LISTED = 40;

/** An article has at most one of these, so that choosing two can only mean either. */
const SINGLE: ReadonlySet<FacetName> = new Set(['source', 'language', 'year']);

interface Known {
  catalogue: Catalogue;
  browsed: Browsed | null;
}

const catalogues = new WeakMap<SearchIndex, Known>();

function catalogueOf(browsed: Browsed): Catalogue {
  let known = catalogues.get(browsed.index);
  if (!known || known.catalogue.isStale) {
    known = { catalogue: new Catalogue(), browsed: null };
    catalogues.set(browsed.index, known);
  }
  const { catalogue, browsed: before } = known;
  const { version, articles, annotationsVersion } = browsed;
  const changed = before?.version !== version || before.articles !== articles;
  if (changed) catalogue.setArticles(articles);
  catalogue.setTopics(browsed.topics);
  if (changed || annotationsVersion === undefined || before.annotationsVersion !== annotationsVersion) {
    catalogue.setAnnotations((id) => browsed.annotationsOf(id));
  }
  known.browsed = browsed;
  return catalogue;
}

function summaryOf(article: ArticleSummary): ArticleSummary {
  const { id, path, title, titleOrigin, source, publishedAt, language, wordCount } = article;
  return { id, path, title, titleOrigin, source, publishedAt, language, wordCount };
}

/** What the query and each facet's and the story's choice leave, each alone. */
interface Choices {
  readonly query: Bits;
  readonly facets: Readonly<Record<FacetName, Bits>>;
  readonly story: Bits;
}

/**
 * Answers what a reader browses: the articles that match, a window of them with snippets, and what they can
 * be filtered by further.
 *
 * Facets narrow one another. Within one facet, `match: 'all'` asks for every chosen value and `'any'` for at
 * least one; a source, a language or a year is always `'any'`, since an article has one of each. A value not
 * chosen shows how many articles there would be of it: with `'all'`, those left if it were chosen too; with `'any'`,
 * those it would contribute, that is, counted without the choices of its own facet. A chosen value is counted
 * in the same way. Values that would leave nothing are not listed unless chosen. A story's count ignores which story
 * is chosen.
 */
export class Browser {
  readonly #browsed: Browsed;

  constructor(browsed: Browsed) {
    this.#browsed = browsed;
  }

  browse({ query, filters, offset, limit }: BrowseRequest): BrowseResult {
    const { version, index, stories } = this.#browsed;
    const catalogue = catalogueOf(this.#browsed);
    const search = query.trim() === '' ? null : index.search(query, { typing: true });
    const found = search ? placed(catalogue, search) : null;
    const choices = choose(catalogue, stories, found, filters);
    const everything = [choices.story, ...FACETS.map((facet) => choices.facets[facet])];
    const matching = everything.reduce((left, right) => left.and(right), choices.query);
    const window = found
      ? best(catalogue, found, matching, offset, limit)
      : newest(catalogue, matching, offset, limit);
    return {
      version,
      hits: window.map(({ article, score }) => this.#hit(article, score, search)),
      total: matching.count(),
      facets: facetsOf(catalogue, choices, filters),
      stories: storiesOf(catalogue, stories, choices, filters),
      ...(search?.problem ? { problem: search.problem } : {}),
    };
  }

  #hit(summary: ArticleSummary, score: number, search: SearchResult | null): Hit {
    const article = search && this.#browsed.textOf(summary.id);
    return {
      article: summaryOf(summary),
      score,
      snippet: article ? snippetOf(article, search.finder, search.items(article)) : [],
      places: search?.places(summary.id) ?? 0,
    };
  }
}

interface Placed {
  readonly article: ArticleSummary;
  readonly score: number;
}

/** A hit with its number in the catalogue. */
interface Numbered extends SearchHit {
  readonly number: number;
}

function placed(catalogue: Catalogue, { found }: SearchResult): Numbered[] {
  const numbered: Numbered[] = [];
  for (const { id, score } of found) {
    const number = catalogue.numberOf(id);
    if (number !== undefined) numbered.push({ id, score, number });
  }
  return numbered;
}

function best(
  catalogue: Catalogue,
  found: readonly Numbered[],
  matching: Bits,
  offset: number,
  limit: number,
): Placed[] {
  const left = found.filter(({ number }) => matching.has(number));
  return bestOf(left, offset + limit)
    .slice(offset)
    .flatMap(({ number, score }) => {
      const article = catalogue.article(number);
      return article ? [{ article, score }] : [];
    });
}

function newest(catalogue: Catalogue, matching: Bits, offset: number, limit: number): Placed[] {
  const window: Placed[] = [];
  let passed = 0;
  for (const number of catalogue.order) {
    if (window.length >= limit) break;
    if (!matching.has(number) || passed++ < offset) continue;
    const article = catalogue.article(number);
    if (article) window.push({ article, score: 0 });
  }
  return window;
}

function isAny(facet: FacetName, filters: Filters): boolean {
  return filters.match === 'any' || SINGLE.has(facet);
}

function choose(
  catalogue: Catalogue,
  stories: readonly BrowsedStory[],
  found: readonly Numbered[] | null,
  filters: Filters,
): Choices {
  const { all } = catalogue;
  const bitsOf = (numbers: Iterable<number>): Bits => {
    const bits = new Bits();
    for (const number of numbers) bits.add(number);
    return bits.and(all);
  };
  const facets = Object.fromEntries(
    FACETS.map((facet) => {
      const chosen = filters.values[facet] ?? [];
      if (chosen.length === 0) return [facet, all];
      const bits = chosen.map((value) => catalogue.facets[facet].having(value));
      return [facet, bits.reduce((a, b) => (isAny(facet, filters) ? a.or(b) : a.and(b)))];
    }),
  ) as Record<FacetName, Bits>;
  const { storyId } = filters;
  const story = storyId === undefined ? null : stories.find(({ id }) => id === storyId);
  return {
    query: found ? bitsOf(found.map(({ number }) => number)) : all,
    facets,
    story: story === null ? all : bitsOf(story ? catalogue.articlesOf(story) : []),
  };
}

function facetsOf(catalogue: Catalogue, choices: Choices, filters: Filters): BrowseResult['facets'] {
  return Object.fromEntries(
    FACETS.map((facet) => {
      const others = FACETS.filter((each) => each !== facet || !isAny(facet, filters));
      const base = others
        .map((each) => choices.facets[each])
        .reduce((left, right) => left.and(right), choices.query.and(choices.story));
      const chosen = new Set(filters.values[facet] ?? []);
      const listed: FacetValue[] = catalogue.facets[facet]
        .count(base, chosen)
        .map((counted) => ({ ...counted, selected: chosen.delete(counted.value) }));
      // A value that the library no longer has must still be shown, or it could not be taken back.
      for (const value of chosen) listed.push({ value, label: value, count: 0, selected: true });
      // Marks are few and always the same: each stays in its place. Others of one number stay in the order of labels.
      if (facet !== 'mark') listed.sort((a, b) => b.count - a.count);
      return [facet, listed.filter(({ selected }, i) => selected || i < LISTED)];
    }),
  ) as unknown as BrowseResult['facets'];
}

/** Stories of at least two articles, or chosen, that have an article left: most first, then the newest. */
function storiesOf(
  catalogue: Catalogue,
  stories: readonly BrowsedStory[],
  choices: Choices,
  filters: Filters,
): StorySummary[] {
  const base = FACETS.reduce((left, facet) => left.and(choices.facets[facet]), choices.query);
  const { storyId } = filters;
  const several = catalogue.severalOf(stories);
  const chosen =
    storyId === undefined || several.some(({ story }) => story.id === storyId)
      ? undefined
      : stories.find(({ id }) => id === storyId);
  const listed: { story: BrowsedStory; newest: string; count: number }[] = [];
  for (const { story, numbers, newest } of chosen ? [...several, catalogue.listed(chosen)] : several) {
    const count = base.countOf(numbers);
    if (count > 0 || story.id === storyId) listed.push({ story, newest, count });
  }
  listed.sort(
    (a, b) =>
      b.count - a.count ||
      b.story.articleIds.length - a.story.articleIds.length ||
      (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : 0) ||
      byLabel(a.story.title, b.story.title),
  );
  return listed.map(({ story: { id, title, articleIds }, count }) => ({ id, title, articleIds, count }));
}

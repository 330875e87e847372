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
import { FACETS, makeCatalogue, type BrowsedStory, type Catalogue } from './catalogue.ts';
import type { SearchIndex, SearchResult } from './search-index.ts';
import { snippetOf } from './snippet.ts';

export type { BrowsedStory } from './catalogue.ts';

/** What is browsed. The topics and stories may be of an earlier version: articles they name and that are gone count nowhere. */
export interface Browsed {
  readonly version: number;
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly index: SearchIndex;
  readonly topics: TopicIndex;
  readonly stories: readonly BrowsedStory[];
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

const catalogues = new WeakMap<SearchIndex, Browsed & { readonly catalogue: Catalogue }>();

function catalogueOf(browsed: Browsed): Catalogue {
  const known = catalogues.get(browsed.index);
  const same =
    known?.version === browsed.version &&
    known.articles === browsed.articles &&
    known.topics === browsed.topics &&
    known.stories === browsed.stories;
  if (same) return known.catalogue;
  const catalogue = makeCatalogue(browsed.articles, browsed.topics, browsed.stories);
  catalogues.set(browsed.index, { ...browsed, catalogue });
  return catalogue;
}

export function summaryOf(article: Article): ArticleSummary {
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
    const { version, index } = this.#browsed;
    const catalogue = catalogueOf(this.#browsed);
    const search = query.trim() === '' ? null : index.search(query, { typing: true });
    const choices = choose(catalogue, search, filters);
    const everything = [choices.query, choices.story, ...FACETS.map((facet) => choices.facets[facet])];
    const matching = everything.reduce((left, right) => left.and(right));
    const ordered = search
      ? search.hits.flatMap(({ id, score }) => {
          const place = catalogue.placeOf.get(id);
          return place !== undefined && matching.has(place) ? [{ place, score }] : [];
        })
      : catalogue.articles.flatMap((_, place) => (matching.has(place) ? [{ place, score: 0 }] : []));
    const hits = ordered
      .slice(offset, offset + limit)
      .map(({ place, score }) => hitOf(catalogue.articles[place] as Article, score, search));
    return {
      version,
      hits,
      total: ordered.length,
      facets: facetsOf(catalogue, choices, filters),
      stories: storiesOf(catalogue, choices, filters),
      ...(search?.problem ? { problem: search.problem } : {}),
    };
  }
}

function hitOf(article: Article, score: number, search: SearchResult | null): Hit {
  const sought = search !== null && search.hits.length > 0;
  return {
    article: summaryOf(article),
    score,
    snippet: sought ? snippetOf(article, search.finder) : [],
    places: sought ? search.places(article.id) : 0,
  };
}

function isAny(facet: FacetName, filters: Filters): boolean {
  return filters.match === 'any' || SINGLE.has(facet);
}

function choose(catalogue: Catalogue, search: SearchResult | null, filters: Filters): Choices {
  const size = catalogue.articles.length;
  const all = Bits.all(size);
  let found = all;
  if (search) {
    found = new Bits(size);
    for (const { id } of search.hits) {
      const place = catalogue.placeOf.get(id);
      if (place !== undefined) found.add(place);
    }
  }
  const facets = Object.fromEntries(
    FACETS.map((facet) => {
      const chosen = filters.values[facet] ?? [];
      if (chosen.length === 0) return [facet, all];
      const bits = chosen.map(
        (value) => catalogue.facets[facet].find((each) => each.value === value)?.articles ?? new Bits(size),
      );
      return [facet, bits.reduce((a, b) => (isAny(facet, filters) ? a.or(b) : a.and(b)))];
    }),
  ) as Record<FacetName, Bits>;
  const { storyId } = filters;
  const story =
    storyId === undefined
      ? all
      : (catalogue.stories.find((each) => each.story.id === storyId)?.articles ?? new Bits(size));
  return { query: found, facets, story };
}

function facetsOf(catalogue: Catalogue, choices: Choices, filters: Filters): BrowseResult['facets'] {
  return Object.fromEntries(
    FACETS.map((facet) => {
      const others = FACETS.filter((each) => each !== facet || !isAny(facet, filters));
      const base = others
        .map((each) => choices.facets[each])
        .reduce((left, right) => left.and(right), choices.query.and(choices.story));
      const chosen = new Set(filters.values[facet] ?? []);
      const listed: FacetValue[] = [];
      for (const { value, label, articles } of catalogue.facets[facet]) {
        const selected = chosen.delete(value);
        const count = base.countAnd(articles);
        if (count > 0 || selected) listed.push({ value, label, count, selected });
      }
      // A value that the library no longer has must still be shown, or it could not be taken back.
      for (const value of chosen) listed.push({ value, label: value, count: 0, selected: true });
      listed.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'));
      return [facet, listed.filter(({ selected }, i) => selected || i < LISTED)];
    }),
  ) as unknown as BrowseResult['facets'];
}

/** Stories of at least two articles, or chosen, that have an article left: most first, then the newest. */
function storiesOf(catalogue: Catalogue, choices: Choices, filters: Filters): StorySummary[] {
  const base = FACETS.reduce((left, facet) => left.and(choices.facets[facet]), choices.query);
  const listed = catalogue.stories.flatMap(({ story, articles }) => {
    const { id, title, articleIds } = story;
    const selected = id === filters.storyId;
    const count = base.countAnd(articles);
    if (!selected && (count === 0 || articles.count() < 2)) return [];
    const newest = articleIds.reduce((latest, articleId) => {
      const date = catalogue.articles[catalogue.placeOf.get(articleId) ?? -1]?.publishedAt ?? '';
      return date > latest ? date : latest;
    }, '');
    return [{ summary: { id, title, articleIds, count }, newest }];
  });
  listed.sort(
    (a, b) =>
      b.summary.count - a.summary.count ||
      b.summary.articleIds.length - a.summary.articleIds.length ||
      (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : 0) ||
      a.summary.title.localeCompare(b.summary.title, 'en'),
  );
  return listed.map(({ summary }) => summary);
}

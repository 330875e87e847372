import type { Article, ArticleId, FacetName, StoryId } from '../../api/index.ts';
import type { Label, TopicIndex } from '../topics/find-topics.ts';
import { Bits } from './bits.ts';

export const FACETS = [
  'topic',
  'person',
  'place',
  'source',
  'language',
  'year',
] as const satisfies readonly FacetName[];

/** A story as the list of stories shows it. */
export interface BrowsedStory {
  readonly id: StoryId;
  readonly title: string;
  readonly articleIds: readonly ArticleId[];
}

/** A value of a facet with the articles that have it, by their place in the catalogue. */
export interface CatalogueValue {
  readonly value: string;
  readonly label: string;
  readonly articles: Bits;
}

/** A library's articles in their order without a query, with what they can be filtered by. */
export interface Catalogue {
  readonly articles: readonly Article[];
  readonly placeOf: ReadonlyMap<ArticleId, number>;
  readonly facets: Readonly<Record<FacetName, readonly CatalogueValue[]>>;
  readonly stories: readonly { readonly story: BrowsedStory; readonly articles: Bits }[];
}

const languageNames = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'code' });

function languageLabel(tag: string): string {
  if (tag === 'und') return 'Not recognised';
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag; // Not a well-formed tag: shown as the file has it.
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Newest first; undated last; then by path. */
export function byDate(a: Article, b: Article): number {
  return compareText(b.publishedAt ?? '', a.publishedAt ?? '') || compareText(a.path, b.path);
}

/** Values that articles state themselves: at most one each. */
function stated(
  articles: readonly Article[],
  valueOf: (article: Article) => string | null,
  labelOf: (value: string, article: Article) => string,
): CatalogueValue[] {
  const values = new Map<string, { value: string; label: string; articles: Bits }>();
  articles.forEach((article, place) => {
    const value = valueOf(article);
    if (!value) return;
    let entry = values.get(value);
    if (!entry) {
      entry = { value, label: labelOf(value, article), articles: new Bits(articles.length) };
      values.set(value, entry);
    }
    entry.articles.add(place);
  });
  return [...values.values()];
}

export function makeCatalogue(
  byId: ReadonlyMap<ArticleId, Article>,
  topics: TopicIndex,
  stories: readonly BrowsedStory[],
): Catalogue {
  const articles = [...byId.values()].sort(byDate);
  const placeOf = new Map(articles.map(({ id }, place) => [id, place]));
  const bitsOf = (ids: readonly ArticleId[]): Bits => {
    const bits = new Bits(articles.length);
    for (const id of ids) {
      const place = placeOf.get(id);
      if (place !== undefined) bits.add(place);
    }
    return bits;
  };
  const labelled = (labels: readonly Label[]): CatalogueValue[] =>
    labels.map(({ value, label, articleIds }) => ({ value, label, articles: bitsOf(articleIds) }));
  return {
    articles,
    placeOf,
    facets: {
      topic: labelled(topics.topics),
      person: labelled(topics.people),
      place: labelled(topics.places),
      source: stated(
        articles,
        ({ source }) => source?.trim().toLowerCase().slice(0, 200) ?? null,
        (_, { source }) => source?.trim() ?? '',
      ),
      language: stated(articles, ({ language }) => language, languageLabel),
      year: stated(
        articles,
        ({ publishedAt }) => publishedAt?.match(/^\d{4}/)?.[0] ?? null,
        (year) => year,
      ),
    },
    stories: stories.map((story) => ({ story, articles: bitsOf(story.articleIds) })),
  };
}

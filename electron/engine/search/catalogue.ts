import type { ArticleId, ArticleSummary, FacetName, StoryId } from '../../api/index.ts';
import type { TopicIndex } from '../topics/find-topics.ts';
import { Bits } from './bits.ts';
import { Column, Labels, Sets, type Facet } from './facets.ts';

export const FACETS = [
  'topic',
  'person',
  'place',
  'source',
  'language',
  'year',
  'tag',
  'mark',
] as const satisfies readonly FacetName[];

/** A story as the list of stories shows it. */
export interface BrowsedStory {
  readonly id: StoryId;
  readonly title: string;
  readonly articleIds: readonly ArticleId[];
}

/** A story with what its place in a list depends on. */
export interface ListedStory {
  readonly story: BrowsedStory;
  /** Of its articles, those included that are gone. */
  readonly numbers: Uint32Array;
  /** How many of them are there, and when the last of these was published: ISO 8601, or empty. */
  readonly present: number;
  readonly newest: string;
}

/** What the reader has said of an article, as far as one can filter by it. */
export interface BrowsedAnnotations {
  readonly tags: readonly string[];
  readonly marks: readonly ('starred' | 'unread' | 'highlighted' | 'noted')[];
}

const MARKS = { starred: 'Starred', unread: 'Unread', highlighted: 'Highlighted', noted: 'With notes' };

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
function byDate(a: ArticleSummary, b: ArticleSummary): number {
  return compareText(b.publishedAt ?? '', a.publishedAt ?? '') || compareText(a.path, b.path);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((each, i) => each === b[i]));
}

const NOTHING: BrowsedAnnotations = { tags: [], marks: [] };

/**
 * A library's articles in their order without a query, with what they can be filtered by. Each has a number that
 * it keeps, so that a change costs what changed.
 */
export class Catalogue {
  readonly #numberOf = new Map<ArticleId, number>();
  readonly #ids: ArticleId[] = [];
  readonly #articles: (ArticleSummary | undefined)[] = [];
  readonly #annotated: (BrowsedAnnotations | undefined)[] = [];
  readonly #storyArticles = new WeakMap<readonly ArticleId[], Uint32Array>();
  readonly #source = new Column();
  readonly #language = new Column();
  readonly #year = new Column();
  readonly #tag = new Sets();
  readonly #mark = new Sets(MARKS);
  readonly #topic = new Labels((id) => this.#number(id));
  readonly #person = new Labels((id) => this.#number(id));
  readonly #place = new Labels((id) => this.#number(id));
  #order: number[] = [];
  /** The stories of several articles, as long as neither stories nor articles have changed. */
  #several: { readonly of: readonly BrowsedStory[]; readonly listed: readonly ListedStory[] } | null = null;
  /** The articles there are: labels may name others. */
  readonly all = new Bits();
  readonly facets: Readonly<Record<FacetName, Facet>> = {
    topic: this.#topic,
    person: this.#person,
    place: this.#place,
    source: this.#source,
    language: this.#language,
    year: this.#year,
    tag: this.#tag,
    mark: this.#mark,
  };

  /** Numbers of all articles, newest first. */
  get order(): readonly number[] {
    return this.#order;
  }

  article(number: number): ArticleSummary | undefined {
    return this.#articles[number];
  }

  numberOf(id: ArticleId): number | undefined {
    return this.#numberOf.get(id);
  }

  /** The numbers of a story's articles, those included that are gone. */
  articlesOf({ articleIds }: BrowsedStory): Uint32Array {
    let numbers = this.#storyArticles.get(articleIds);
    if (!numbers) {
      numbers = Uint32Array.from(articleIds, (id) => this.#number(id));
      this.#storyArticles.set(articleIds, numbers);
    }
    return numbers;
  }

  /** Stories of at least two articles that are there. */
  severalOf(stories: readonly BrowsedStory[]): readonly ListedStory[] {
    if (this.#several?.of !== stories) {
      const listed = stories
        .filter(({ articleIds }) => articleIds.length > 1)
        .map((story) => this.listed(story))
        .filter(({ present }) => present > 1);
      this.#several = { of: stories, listed };
    }
    return this.#several.listed;
  }

  listed(story: BrowsedStory): ListedStory {
    const numbers = this.articlesOf(story);
    let present = 0;
    let newest = '';
    for (const number of numbers) {
      const article = this.#articles[number];
      if (!article) continue;
      present++;
      const date = article.publishedAt ?? '';
      if (date > newest) newest = date;
    }
    return { story, numbers, present, newest };
  }

  /** Whether most of the numbers are of articles that are gone, so that it is time to begin anew. */
  get isStale(): boolean {
    return this.#ids.length > 2 * this.#order.length + 1000;
  }

  /** Takes the articles as they are now; those that are the same objects as before cost next to nothing. */
  setArticles(articles: ReadonlyMap<ArticleId, ArticleSummary>): void {
    const changed = new Set<number>();
    for (const [id, article] of articles) {
      const number = this.#number(id);
      if (this.#articles[number] !== article) changed.add(number);
    }
    let gone = 0;
    for (const number of this.#order) {
      if (articles.has(this.#ids[number] as ArticleId)) continue;
      this.#forget(number);
      gone++;
    }
    if (changed.size === 0 && gone === 0) return;
    this.#several = null;
    const kept = this.#order.filter((number) => this.#articles[number] && !changed.has(number));
    for (const number of changed) this.#set(number, articles.get(this.#ids[number] as ArticleId));
    const added = [...changed].sort((a, b) => this.#compare(a, b));
    const order: number[] = [];
    let next = 0;
    for (const number of kept) {
      while (next < added.length && this.#compare(added[next] ?? 0, number) < 0)
        order.push(added[next++] ?? 0);
      order.push(number);
    }
    this.#order = order.concat(added.slice(next));
  }

  setTopics({ topics, people, places }: TopicIndex): void {
    this.#topic.set(topics);
    this.#person.set(people);
    this.#place.set(places);
  }

  setAnnotations(annotationsOf: (id: ArticleId) => BrowsedAnnotations): void {
    for (const number of this.#order) this.#annotate(number, annotationsOf(this.#ids[number] as ArticleId));
  }

  #number(id: ArticleId): number {
    let number = this.#numberOf.get(id);
    if (number === undefined) {
      number = this.#ids.length;
      this.#ids.push(id);
      this.#numberOf.set(id, number);
    }
    return number;
  }

  #compare(a: number, b: number): number {
    return byDate(this.#articles[a] as ArticleSummary, this.#articles[b] as ArticleSummary);
  }

  #set(number: number, article: ArticleSummary | undefined): void {
    this.#articles[number] = article;
    if (article) this.all.add(number);
    else this.all.remove(number);
    const { source = null, language = null, publishedAt = null } = article ?? {};
    this.#source.set(number, source?.trim().toLowerCase().slice(0, 200) ?? null, () => source?.trim() ?? '');
    this.#language.set(number, language, languageLabel);
    this.#year.set(number, publishedAt?.match(/^\d{4}/)?.[0] ?? null, (year) => year);
  }

  #forget(number: number): void {
    this.#set(number, undefined);
    this.#annotate(number, NOTHING);
  }

  #annotate(number: number, { tags, marks }: BrowsedAnnotations): void {
    const known = this.#annotated[number] ?? NOTHING;
    if (!same(known.marks, marks)) {
      for (const mark of known.marks) this.#mark.remove(number, mark);
      for (const mark of marks) this.#mark.add(number, mark, MARKS[mark]);
    }
    if (!same(known.tags, tags)) {
      for (const tag of known.tags) this.#tag.remove(number, tag.toLowerCase());
      for (const tag of tags) this.#tag.add(number, tag.toLowerCase(), tag);
    }
    this.#annotated[number] = { tags, marks };
  }
}

import type { ArticleId } from '../../../../electron/api/index.ts';
import { prepareArticle } from '../../../../electron/engine/search/prepare.ts';
import { SearchIndex, type SearchLabels } from '../../../../electron/engine/search/search-index.ts';
import { article } from '../articles.ts';

/** An article to be searched, told by what can be searched. */
export interface TestDocument {
  readonly id: ArticleId;
  readonly language: string;
  /** A paragraph a line. */
  readonly text: string;
  readonly title: string;
  readonly source: string | null;
  readonly date: string | null;
  readonly labels: SearchLabels;
}

export const id = (name: string) => name as ArticleId;

const NO_LABELS: SearchLabels = { topics: [], people: [], places: [], tags: [], notes: [] };

export function document(
  name: string,
  text: string,
  { labels = {}, ...more }: Partial<Omit<TestDocument, 'labels'>> & { labels?: Partial<SearchLabels> } = {},
  language = 'en',
): TestDocument {
  return {
    id: id(name),
    language,
    text,
    title: '',
    source: null,
    date: null,
    labels: { ...NO_LABELS, ...labels },
    ...more,
  };
}

export function prepared({ text, title, source, date, language }: TestDocument): Uint8Array {
  return prepareArticle(article('x', text.split('\n'), { title, source, publishedAt: date, language }));
}

export function put(index: SearchIndex, each: TestDocument): void {
  index.put(each.id, each.text, prepared(each));
  index.putLabels(each.id, each.labels);
}

export function indexOf(...documents: readonly TestDocument[]): SearchIndex {
  const index = new SearchIndex();
  for (const each of documents) put(index, each);
  return index;
}

import type { Annotations, ArticleId, ArticleMarks, Highlight, SentenceId } from '../../api/index.ts';
import type { AnnotationState, KeptHighlight } from './state.ts';

/** What is known of the library's articles, of those that are there. */
export interface There {
  /** Path and title as they are now; undefined where the article is gone. */
  readonly article: (id: ArticleId) => { readonly path: string; readonly title: string } | undefined;
  /** Whether all articles are known: before that, none counts as gone. */
  readonly all: boolean;
}

/** Annotations of some articles, or of all, as readers are given them. */
export function annotationsOf(
  state: AnnotationState,
  there: There,
  articleIds: Iterable<ArticleId> = new Set([...state.articles.keys(), ...highlighted(state)]),
): Annotations {
  const places = [...articleIds].map((id) => ({
    id,
    place: there.article(id) ?? state.articles.get(id) ?? { path: '', title: '' },
  }));
  places.sort((a, b) => compare(a.place.path, b.place.path));
  return {
    marks: places.flatMap(({ id }) => marksOf(state, id)),
    highlights: orphansLast(
      places.flatMap(({ id }) =>
        [...state.highlightsOf(id)]
          .sort((a, b) => a.position - b.position || compare(a.madeAt, b.madeAt))
          .map((each) => shown(each, state, there)),
      ),
    ),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function highlighted(state: AnnotationState): ArticleId[] {
  return [...state.highlights.values()].map(({ articleId }) => articleId);
}

function marksOf(state: AnnotationState, articleId: ArticleId): ArticleMarks[] {
  const known = state.articles.get(articleId);
  if (!known) return [];
  const { starred, read } = known;
  if (known.tags.size === 0 && !starred && !read) return [];
  return [{ articleId, tags: sortedTags(known.tags), starred, read }];
}

export function sortedTags(tags: ReadonlyMap<string, string>): string[] {
  return [...tags].sort(([a], [b]) => compare(a, b)).map(([, tag]) => tag);
}

export function shown(highlight: KeptHighlight, state: AnnotationState, there: There): Highlight {
  const { id, articleId, quote, note, madeAt, changedAt } = highlight;
  const place = there.article(articleId);
  const { path, title } = place ?? state.articles.get(articleId) ?? { path: '', title: '' };
  const sentenceId: SentenceId | null = place || !there.all ? highlight.sentenceId : null;
  return { id, articleId, sentenceId, quote, note, title, path, madeAt, changedAt };
}

function orphansLast(highlights: readonly Highlight[]): Highlight[] {
  return [
    ...highlights.filter(({ sentenceId }) => sentenceId !== null),
    ...highlights.filter(({ sentenceId }) => sentenceId === null),
  ];
}

import type { ArticleId } from '../../api/index.ts';
import type { AnnotationState } from './state.ts';
import { sortedTags } from './view.ts';

/** What an article can be found and filtered by, of what the reader made. */
export interface Labels {
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  readonly marks: readonly ('starred' | 'unread' | 'highlighted' | 'noted')[];
}

const NOTHING_SAID: Labels = { tags: [], notes: [], marks: ['unread'] };

/** Labels of articles, made once until something is said of them. */
export class ArticleLabels {
  readonly #made = new Map<ArticleId, Labels>();

  of(state: AnnotationState, id: ArticleId): Labels {
    const known = this.#made.get(id);
    if (known) return known;
    const labels = labelsIn(state, id);
    this.#made.set(id, labels);
    return labels;
  }

  forget(ids: Iterable<ArticleId>): void {
    for (const id of ids) this.#made.delete(id);
  }

  clear(): void {
    this.#made.clear();
  }
}

function labelsIn(state: AnnotationState, id: ArticleId): Labels {
  const article = state.articles.get(id);
  const highlights = state.highlightsOf(id);
  if (!article && highlights.length === 0) return NOTHING_SAID;
  const notes = highlights.flatMap(({ note }) => (note === '' ? [] : [note]));
  return {
    tags: article ? sortedTags(article.tags) : [],
    notes,
    marks: [
      ...(article?.starred ? (['starred'] as const) : []),
      ...(article?.read ? [] : (['unread'] as const)),
      ...(highlights.length > 0 ? (['highlighted'] as const) : []),
      ...(notes.length > 0 ? (['noted'] as const) : []),
    ],
  };
}

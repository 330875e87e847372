import type { ArticleId, Highlight } from '../../../electron/api/index.ts';
import type { NotesScope } from '../../state/marking.svelte.ts';

/** Highlights of one article that are still in its text. */
export interface NotedArticle {
  readonly id: ArticleId;
  readonly title: string;
  readonly highlights: readonly Highlight[];
}

export interface Noted {
  readonly articles: readonly NotedArticle[];
  /** Those whose sentence, or whole article, is no longer there. */
  readonly orphans: readonly Highlight[];
  readonly count: number;
}

/** The highlights that a dialog lists: those of a scope, whose words or notes have what is sought. */
export function notedIn(
  highlights: readonly Highlight[],
  scope: NotesScope,
  reading: readonly ArticleId[],
  sought: string,
): Noted {
  const words = sought.toLowerCase().split(/\s+/u).filter(Boolean);
  const wanted = highlights.filter(({ articleId, quote, note, title }) => {
    if (scope === 'story' ? !reading.includes(articleId) : scope !== 'library' && scope !== articleId)
      return false;
    const text = `${quote.exact} ${note} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const standing = wanted.filter(({ sentenceId }) => sentenceId !== null);
  const byArticle = Map.groupBy(standing, ({ articleId }) => articleId);
  return {
    articles: [...byArticle].map(([id, its]) => ({ id, title: its[0]?.title ?? '', highlights: its })),
    orphans: wanted.filter(({ sentenceId }) => sentenceId === null),
    count: wanted.length,
  };
}

/** A highlight as it is copied: its words, the note, and where they are from. */
export function copiedText({ quote, note, title, path }: Highlight): string {
  return [`“${quote.exact}”`, note, `${title} (${path})`].filter((part) => part !== '').join('\n\n');
}

import type { Annotations, SentenceId } from '../../api/index.ts';
import type { Source, Sources } from './sources.ts';

/** What the reader marked and wrote: the sentence is the article's, the note is theirs. */
export interface NoteView {
  /** As published; of one that the article does not have any more, as it was marked. */
  readonly text: string;
  /** Null of one that the article does not have any more. */
  readonly sentenceId: SentenceId | null;
  /** Empty where there is none. */
  readonly note: string;
  readonly madeAt: string;
  readonly changedAt: string;
}

export interface NotesOfArticle {
  readonly source: Source;
  readonly starred: boolean;
  readonly tags: readonly string[];
  readonly highlights: readonly NoteView[];
}

/** Article by article, those left out of which nothing is said. */
export function notesOf(
  { marks, highlights }: Annotations,
  sources: Sources,
  texts: ReadonlyMap<SentenceId, string>,
): NotesOfArticle[] {
  const ofArticle = Map.groupBy(highlights, ({ articleId }) => articleId);
  const marked = new Map(marks.map((each) => [each.articleId, each]));
  return sources.list.flatMap((source) => {
    const { id } = source.article;
    const { starred = false, tags = [] } = marked.get(id) ?? {};
    const views = (ofArticle.get(id) ?? []).map(
      ({ sentenceId, quote, note, madeAt, changedAt }): NoteView => {
        const text = sentenceId === null ? undefined : texts.get(sentenceId);
        return {
          text: text ?? quote.exact,
          sentenceId: text === undefined ? null : sentenceId,
          note,
          madeAt,
          changedAt,
        };
      },
    );
    if (!starred && tags.length === 0 && views.length === 0) return [];
    return [{ source, starred, tags, highlights: views }];
  });
}

import type { Article, ArticleId, Citation, SentenceId } from '../../electron/api/index.ts';
import { sentenceAfter } from './reading-alignment.ts';
import type { Place } from './reading-memory.ts';

/** Where the reader is. */
export interface Standing {
  readonly places: ReadonlyMap<ArticleId, Place>;
  readonly selected: Citation | null;
}

export interface Turnover {
  /** The articles as they were, by their ids then, and as they are, by their ids now. */
  readonly before: ReadonlyMap<ArticleId, Article>;
  readonly after: ReadonlyMap<ArticleId, Article>;
  /** An article's id now. */
  name(id: ArticleId): ArticleId;
  /** Articles that have left, by their ids then. */
  readonly gone: ReadonlySet<ArticleId>;
}

/** The reader's place after files were changed, renamed or removed: as near as may be to where it was. */
export function followed({ places, selected }: Standing, { before, after, name, gone }: Turnover): Standing {
  const follow = (id: ArticleId, sentenceId: SentenceId): SentenceId | null => {
    const [old, now] = [before.get(id), after.get(name(id))];
    return old && now ? sentenceAfter(old, now, sentenceId) : sentenceId;
  };
  const still = selected && !gone.has(selected.articleId) && follow(selected.articleId, selected.sentenceId);
  return {
    places: new Map(
      [...places].map(([id, place]) => [
        name(id),
        { ...place, sentenceId: follow(id, place.sentenceId) ?? place.sentenceId },
      ]),
    ),
    selected: selected && still ? { articleId: name(selected.articleId), sentenceId: still } : null,
  };
}

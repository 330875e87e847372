import type { ArticleId, HighlightId, SentenceId, StoryCorrection, TextQuote } from '../../api/index.ts';

/** Where an article was when something was last known of it, and which text its highlights were found in. */
export interface Seen {
  /** Below the library, forward slashes; empty where it was lost. */
  readonly path: string;
  readonly title: string;
  readonly contentHash: string;
  /** Version of the reader of files that made the sentences: other versions may cut them otherwise. */
  readonly parser: string;
}

/** An article of which the reader has said something. */
export interface Annotated extends Seen {
  readonly starred: boolean;
  readonly read: boolean;
  /** By {@link tagKey}, as the reader wrote them. */
  readonly tags: ReadonlyMap<string, string>;
}

/** A highlight as it is kept. */
export interface KeptHighlight {
  readonly id: HighlightId;
  readonly articleId: ArticleId;
  /** Null where the text last seen does not have it. */
  readonly sentenceId: SentenceId | null;
  /** Of the sentence among those of its article, from 0: where it stood last. */
  readonly position: number;
  readonly quote: TextQuote;
  /** The words that the reader marked, where the file has others now; null where they are the same. */
  readonly former: string | null;
  readonly note: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly changedAt: string;
}

export const UNSAID = { starred: false, read: false, tags: new Map<string, string>() } as const;

/** The same for two spellings of one tag. */
export function tagKey(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}

/** All that is kept of one library. Changed by {@link applyOps} alone. */
export class AnnotationState {
  readonly articles = new Map<ArticleId, Annotated>();
  readonly highlights = new Map<HighlightId, KeptHighlight>();
  stories: readonly StoryCorrection[] = [];
  readonly #ofArticle = new Map<ArticleId, Set<HighlightId>>();

  highlightsOf(id: ArticleId): readonly KeptHighlight[] {
    const ids = this.#ofArticle.get(id);
    if (!ids) return [];
    return [...ids].flatMap((each) => this.highlights.get(each) ?? []);
  }

  hasHighlights(id: ArticleId): boolean {
    return this.#ofArticle.has(id);
  }

  put(highlight: KeptHighlight): void {
    this.drop(highlight.id);
    this.highlights.set(highlight.id, highlight);
    const ids = this.#ofArticle.get(highlight.articleId);
    if (ids) ids.add(highlight.id);
    else this.#ofArticle.set(highlight.articleId, new Set([highlight.id]));
  }

  drop(id: HighlightId): void {
    const known = this.highlights.get(id);
    if (!known) return;
    this.highlights.delete(id);
    const ids = this.#ofArticle.get(known.articleId);
    ids?.delete(id);
    if (ids?.size === 0) this.#ofArticle.delete(known.articleId);
  }
}

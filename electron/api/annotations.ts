import type { ArticleId, HighlightId, SentenceId } from './ids.ts';

/** What the reader has said of an article as a whole. */
export interface ArticleMarks {
  readonly articleId: ArticleId;
  /** As the reader wrote them, in alphabetical order; two that differ in case only are one. */
  readonly tags: readonly string[];
  readonly starred: boolean;
  readonly read: boolean;
}

/**
 * Words of an article and what stands around them, by which they are found again after an edit (a
 * TextQuoteSelector of the W3C's Web Annotation Data Model).
 */
export interface TextQuote {
  /** The words themselves: a whole sentence. */
  readonly exact: string;
  /** Up to 64 characters before and after it in the running text; empty at the ends. */
  readonly prefix: string;
  readonly suffix: string;
}

/** A sentence that the reader marked, with or without a note. */
export interface Highlight {
  readonly id: HighlightId;
  readonly articleId: ArticleId;
  /** Where it stands now; null where the article, as it is now, does not have it (an orphan), or is gone. */
  readonly sentenceId: SentenceId | null;
  readonly quote: TextQuote;
  /** Plain text with line breaks; empty where there is none. */
  readonly note: string;
  /** Title and path of the article as last seen, for those whose article is gone. */
  readonly title: string;
  readonly path: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly changedAt: string;
}

/** What the reader has made of some articles or of all. */
export interface Annotations {
  /** Articles of which something is said; in the order of their paths. */
  readonly marks: readonly ArticleMarks[];
  /** In the order of the articles and of their text; orphans after the others. */
  readonly highlights: readonly Highlight[];
}

/** The annotations of these articles are others than before. */
export interface AnnotationsChange extends Annotations {
  /** Every article concerned: what was known of its marks and highlights is replaced by what is here. */
  readonly articleIds: readonly ArticleId[];
}

/** What the reader knows about stories better than Synoptic. */
export interface StoryCorrection {
  /** `together`: the stories of these articles are one. `apart`: this one article is a story of its own. */
  readonly kind: 'together' | 'apart';
  readonly articleIds: readonly ArticleId[];
}

/** What the last change that can be taken back was, as a reader would say it: "Tag “war” removed". */
export interface Undoable {
  readonly label: string;
}

/** What became of annotations that were read from a file. */
export interface AnnotationsImport {
  /** Marks and highlights that were new, and those that were here already. */
  readonly added: number;
  readonly known: number;
  /** Kept, but their article is not in this library: they show once it comes. */
  readonly waiting: number;
}

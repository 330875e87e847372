import type { ArticleId, BlockId, SentenceId } from './ids.ts';

/** One sentence as published: the file's own characters, with runs of white space folded to one space. */
export interface Sentence {
  readonly id: SentenceId;
  readonly text: string;
}

export type BlockType = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'preformatted';

export interface Block {
  readonly id: BlockId;
  readonly type: BlockType;
  /** Headings: 1 to 6. List items: nesting depth from 1. Absent otherwise. */
  readonly level?: number;
  /** List items only: the marker as published ("1.", "–"); absent where the list is unordered markup. */
  readonly marker?: string;
  /**
   * `recap`: repeats what the same article already said (a list of key points, a closing summary). It is
   * read and searched like the rest, but never counts as further support and is never summarised.
   */
  readonly role?: 'recap';
  /** A preformatted block is one sentence whose text keeps its line breaks. */
  readonly sentences: readonly Sentence[];
}

export type BoilerplateReason =
  'repeated-title' | 'share-links' | 'navigation' | 'generator' | 'advertisement' | 'copyright' | 'markup';

/** Text of the file that is not the article: kept and viewable, never summarised or searched. */
export interface Boilerplate {
  readonly text: string;
  readonly reason: BoilerplateReason;
}

/** `stated`: the file says so in markup or metadata; `heading`: its first line; `made`: its opening words. */
export type TitleOrigin = 'stated' | 'heading' | 'made';

export interface Article {
  readonly id: ArticleId;
  /** Below the library's folder, with forward slashes. The CLI gives the path as it was given. */
  readonly path: string;
  readonly title: string;
  readonly titleOrigin: TitleOrigin;
  /** The outlet or agency, where the file names it. */
  readonly source: string | null;
  readonly byline: string | null;
  /** ISO 8601 date or date-time as the file states it, else null. */
  readonly publishedAt: string | null;
  /** BCP 47 primary language subtag, `und` where undetermined. */
  readonly language: string;
  /** Writing direction of the text. */
  readonly direction: 'ltr' | 'rtl';
  readonly blocks: readonly Block[];
  readonly boilerplate: readonly Boilerplate[];
  /** Agency or author credit lines found in the text, as published: "(reuters, tasr, pir)". */
  readonly credits: readonly string[];
  /** Words of all blocks, headings included (Intl.Segmenter word-like segments for CJK). */
  readonly wordCount: number;
  /** SHA-256 of the file's bytes, hex. */
  readonly contentHash: string;
}

/** What lists need of an article, without its text. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly path: string;
  readonly title: string;
  readonly titleOrigin: TitleOrigin;
  readonly source: string | null;
  readonly publishedAt: string | null;
  readonly language: string;
  readonly wordCount: number;
}

/** A file that could not become an article. */
export interface Failure {
  /** Below the library's folder, with forward slashes (the CLI: as given). */
  readonly path: string;
  readonly code: FailureCode;
  /** A sentence a person understands. */
  readonly message: string;
}

export type FailureCode =
  | 'unsupported-type'
  | 'binary-content'
  | 'empty-file'
  | 'too-large'
  | 'not-found'
  | 'unreadable'
  | 'undecodable'
  | 'no-article'
  | 'outside-library'
  | 'unsafe-name'
  /** Reading it took more time or memory than one file may have. */
  | 'too-demanding';

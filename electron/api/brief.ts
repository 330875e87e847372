import type { ArticleId } from './ids.ts';
import type { Budget } from './summary.ts';

export type BriefFormat = 'html' | 'markdown' | 'json';
export type Paper = 'A4' | 'Letter';

/** Which parts a brief has besides its title, its sources and its method note, which are always there. */
export interface BriefParts {
  readonly summary: boolean;
  /** What only one account says. */
  readonly onlyOne: boolean;
  readonly differences: boolean;
  readonly quotations: boolean;
  readonly timeline: boolean;
  /** The picture of who reports what. */
  readonly facts: boolean;
  readonly articleSummaries: boolean;
  readonly fullText: boolean;
  /** The reader's highlights, notes and tags; absent is false. */
  readonly notes?: boolean | undefined;
}

export interface BriefRequest {
  readonly articleIds: readonly ArticleId[];
  readonly title?: string | undefined;
  readonly budget: Budget;
  readonly parts: BriefParts;
  readonly format: BriefFormat;
  readonly paper: Paper;
}

export interface BriefDocument {
  readonly title: string;
  /** Without a folder, with its extension, safe on every system. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string;
}

import type { ArticleSummary, Failure } from './article.ts';
import type { ArticleId, StoryId } from './ids.ts';

export interface Progress {
  /** Files read so far, failures included, of `total` known. */
  readonly done: number;
  readonly total: number;
  /** Files a second, over the last seconds; absent while there is too little to tell. */
  readonly rate?: number;
  /** Seconds that the rest will take at this rate; absent where the rate is. */
  readonly secondsLeft?: number;
  /** The reader has asked for a pause. */
  readonly paused?: boolean;
}

/** What the reader is to know of the library or of what is kept of it, until it is mended. */
export interface Notice {
  readonly code:
    /** The file of the reader's own data was damaged; what could be saved of it was. */
    | 'store-damaged'
    | 'store-newer'
    | 'store-unavailable'
    /** What speeds up the next start cannot be written. */
    | 'cache-unwritable'
    /** The system watches no more folders: changes show at the next look. */
    | 'watch-limited';
  readonly message: string;
  /** What to do about it; empty where nothing can be done. */
  readonly hint: string;
}

export interface LibraryState {
  /** Absolute path of the folder, as the user knows it. */
  readonly root: string;
  /** The folder's own name. */
  readonly name: string;
  /** Grows by one with every change; two equal versions mean nothing changed. */
  readonly version: number;
  readonly articleCount: number;
  /** In the order of their paths; of very many only the first five hundred. */
  readonly failures: readonly Failure[];
  /** All of them. */
  readonly failureCount: number;
  /** Empty where all is well. */
  readonly notices: readonly Notice[];
  /** Absent when every file has been read. Present with a total of 0 while the folder is not yet known. */
  readonly progress?: Progress;
  /** `watching`: changes show by themselves; `polling`: only the periodic rescan works; `lost`: the folder is gone. */
  readonly watch: 'watching' | 'polling' | 'lost';
  /** Topics and stories are being found for what was read; those shown may be of before. */
  readonly deriving?: boolean;
}

/** What changed in the library since the version before. */
export interface LibraryChange {
  readonly state: LibraryState;
  readonly added: readonly ArticleId[];
  readonly changed: readonly ArticleId[];
  readonly removed: readonly ArticleId[];
  /** The same content at another path: the reader's place moves with it. Not repeated in added or removed. */
  readonly renamed: readonly { readonly from: ArticleId; readonly to: ArticleId }[];
}

/**
 * What articles can be filtered by. `tag`: the reader's own; `mark`: `starred`, `unread`, `highlighted` or `noted`.
 */
export type FacetName = 'topic' | 'person' | 'place' | 'source' | 'language' | 'year' | 'tag' | 'mark';

export interface FacetValue {
  /** Stable while the label is; what filters name. */
  readonly value: string;
  /** As a reader would write it. */
  readonly label: string;
  /** Articles that have it, among those that match the query and the other filters. */
  readonly count: number;
  readonly selected: boolean;
}

export interface Filters {
  /** Values chosen in each facet. */
  readonly values: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** Whether an article must have all chosen values or any of them. */
  readonly match: 'all' | 'any';
  /** Only the articles of this story. */
  readonly storyId?: StoryId | undefined;
}

/** A part of a text and whether the query found it. */
export interface SnippetPart {
  readonly text: string;
  readonly found: boolean;
}

export interface Hit {
  readonly article: ArticleSummary;
  /** Ranking score, 0 when there is no query. */
  readonly score: number;
  /** Empty when there is no query. */
  readonly snippet: readonly SnippetPart[];
  /** How many places in the article the query found; 0 when there is no query. */
  readonly places: number;
}

/** Why a query does not parse, and which part was used instead. */
export interface QueryProblem {
  readonly message: string;
  /** Characters of the query that are at fault: [start, end). */
  readonly start: number;
  readonly end: number;
  /** A query that would parse, where one is likely meant. */
  readonly suggestion?: string;
  /** The part that could be read, whose results are given; empty if none. */
  readonly used: string;
}

export interface StorySummary {
  readonly id: StoryId;
  readonly title: string;
  readonly articleIds: readonly ArticleId[];
  /** Among the articles that match the query and the filters. */
  readonly count: number;
}

export interface BrowseResult {
  readonly version: number;
  readonly hits: readonly Hit[];
  /** Matches in all, of which `hits` is a window. */
  readonly total: number;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  readonly stories: readonly StorySummary[];
  readonly problem?: QueryProblem;
}

export type ImportStatus = 'added' | 'duplicate' | 'failed';

/** What became of one file that was dropped, pasted or chosen. */
export interface ImportOutcome {
  /** As the user knows it. */
  readonly name: string;
  readonly status: ImportStatus;
  /** The article added, or the one that was already there. */
  readonly articleId?: ArticleId;
  /** Its path in the library. */
  readonly path?: string;
  readonly failure?: Failure;
  /** Worth telling: "no title; its opening words stand in". */
  readonly note?: string;
}

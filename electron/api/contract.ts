import * as v from 'valibot';
import type {
  Annotations,
  AnnotationsChange,
  AnnotationsImport,
  Highlight,
  Undoable,
} from './annotations.ts';
import type { Article } from './article.ts';
import type { BriefDocument } from './brief.ts';
import type { Comparison, Corrections, Evidence } from './compare.ts';
import type { BrowseResult, ImportOutcome, LibraryChange, LibraryState } from './library.ts';
import * as schemas from './schemas.ts';
import type { Summary } from './summary.ts';

const nothing = v.undefined();

/**
 * What the page may ask of the engine: the schema of each method's one argument. The engine parses the
 * argument before anything else happens.
 */
export const READER_METHODS = {
  libraryState: nothing,
  browse: schemas.browse,
  article: v.strictObject({ id: schemas.articleId }),
  compare: v.strictObject({ articleIds: schemas.articleIds }),
  evidence: schemas.evidence,
  corrections: nothing,
  dismiss: schemas.dismissal,
  restore: schemas.dismissal,
  correctDate: schemas.dateCorrection,
  summarise: v.strictObject({ articleIds: schemas.articleIds, budget: schemas.budget }),
  brief: schemas.briefRequest,
  importFile: schemas.importFile,
  importText: schemas.importText,
  rescan: nothing,
  pause: v.strictObject({ paused: v.boolean() }),
  annotations: schemas.someArticles,
  tag: schemas.tagging,
  renameTag: schemas.tagRenaming,
  star: v.strictObject({ articleIds: schemas.articleIds, starred: v.boolean() }),
  markRead: v.strictObject({ articleIds: schemas.articleIds, read: v.boolean() }),
  highlight: schemas.highlighting,
  changeNote: schemas.noting,
  removeHighlight: v.strictObject({ id: schemas.highlightId }),
  correctStories: schemas.storyCorrection,
  undo: nothing,
  exportAnnotations: nothing,
  importAnnotations: schemas.annotationsText,
} as const;

/** What only a host may ask, on a channel the page cannot reach: these name paths of the system. */
export const HOST_METHODS = {
  ...READER_METHODS,
  openLibrary: schemas.openLibrary,
  importPaths: schemas.importPaths,
  absolutePath: v.strictObject({ id: schemas.articleId }),
} as const;

/** What each method answers. */
export interface Results {
  libraryState: LibraryState | null;
  browse: BrowseResult;
  article: Article;
  compare: Comparison;
  /** Of what speaks for a pair, the weightiest first; empty where nothing does. */
  evidence: readonly Evidence[];
  corrections: Corrections;
  dismiss: Corrections;
  restore: Corrections;
  correctDate: Corrections;
  summarise: Summary;
  brief: BriefDocument;
  importFile: ImportOutcome;
  importText: ImportOutcome;
  rescan: LibraryState;
  /** Reading stops after the files under way, or goes on; what is read already stays usable. */
  pause: LibraryState;
  annotations: Annotations;
  tag: Annotations;
  renameTag: Annotations;
  star: Annotations;
  markRead: Annotations;
  /** The one that was there where the sentence was marked already. */
  highlight: Highlight;
  changeNote: Highlight;
  removeHighlight: null;
  correctStories: null;
  /** What was taken back; null where there is nothing to take back. */
  undo: Undoable | null;
  /** Everything the reader made in this library, as JSON that {@link HostApi.importAnnotations} reads. */
  exportAnnotations: string;
  importAnnotations: AnnotationsImport;
  openLibrary: LibraryState;
  importPaths: readonly ImportOutcome[];
  absolutePath: string;
}

/** What the engine tells without being asked. */
export interface Events {
  /** A library was opened; everything known of the one before is void. */
  opened: LibraryState;
  /** Articles, failures, progress or the watch changed. At most ten a second. */
  changed: LibraryChange;
  /** The reader's corrections changed, in this window or another: comparisons before are out of date. */
  corrected: Corrections;
  /** The reader's tags, stars, read marks, highlights or notes changed, in this window or another. */
  annotated: AnnotationsChange;
  /** What {@link ReaderApi.undo} would take back now; null where nothing. */
  undoable: Undoable | null;
}

export type ReaderMethod = keyof typeof READER_METHODS;
export type HostMethod = keyof typeof HOST_METHODS;
export type ArgumentOf<M extends HostMethod> = v.InferInput<(typeof HOST_METHODS)[M]>;
export type ParsedArgumentOf<M extends HostMethod> = v.InferOutput<(typeof HOST_METHODS)[M]>;

/** One function per method; methods without an argument take none. */
type Functions<M extends HostMethod> = {
  [K in M]: undefined extends ParsedArgumentOf<K>
    ? () => Promise<Results[K]>
    : (argument: ParsedArgumentOf<K>) => Promise<Results[K]>;
};

/** The engine as its callers see it. */
export type ReaderApi = Functions<ReaderMethod>;
export type HostApi = Functions<HostMethod>;

export interface EventSource {
  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): () => void;
}

import type { BlockType, Boilerplate } from '../../api/index.ts';

/** A block before it is cut into sentences. Text keeps its own line breaks only in `preformatted`. */
export interface RawBlock {
  readonly type: BlockType;
  readonly text: string;
  readonly level?: number;
  readonly marker?: string;
  readonly role?: 'recap';
}

/** What a format's reader makes of a file, before ids, sentences and counts. */
export interface RawDocument {
  /** Null where the file has none of its own. */
  readonly title: string | null;
  /** `stated` in markup or metadata, `heading` when it is the first line. Meaningless without a title. */
  readonly titleOrigin: 'stated' | 'heading';
  readonly source: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  /** As the markup says, else null: then it is detected. */
  readonly language: string | null;
  readonly blocks: readonly RawBlock[];
  readonly boilerplate: readonly Boilerplate[];
  readonly credits: readonly string[];
}

/** A unit of a plain text: one or more of its lines that belong together, before it is known what they are. */
export interface Piece {
  readonly kind: 'prose' | 'list-item' | 'quote' | 'preformatted' | 'rule';
  /** Joined into one line, but for `preformatted`. */
  readonly text: string;
  /** List items: as published, and depth from 1. */
  readonly marker?: string;
  readonly level?: number;
  /** Whether a blank line stands before it. */
  readonly gapBefore: boolean;
  /** Whether the next piece reads on without a break: then this is no line of its own. */
  readonly joinedWithNext: boolean;
}

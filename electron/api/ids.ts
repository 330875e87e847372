/**
 * Identifiers that cross boundaries. They are opaque strings: compare them, never take them apart.
 *
 * An article's id is a hash of its path below the library's folder. A block's or sentence's id is the
 * article's id, a dot and a hash of its text (with an occurrence number for repeats), so it survives
 * edits elsewhere in the same article.
 */
declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type ArticleId = Branded<string, 'ArticleId'>;
export type BlockId = Branded<string, 'BlockId'>;
export type SentenceId = Branded<string, 'SentenceId'>;
export type HighlightId = Branded<string, 'HighlightId'>;
export type StoryId = Branded<string, 'StoryId'>;

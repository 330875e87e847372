import lunr from 'lunr';

/**
 * The parts of lunr 2.3 that its type declarations leave out or misstate. `lunr.Index` is made from its
 * parts (a documented constructor) instead of by `lunr.Builder`, because the builder cannot be added to or
 * merged and weighs terms by the segment's own statistics.
 */
export interface TokenSet {
  intersect(other: TokenSet): TokenSet;
  toArray(): string[];
}

/** Documents of one term in one field, by their reference; the values are lunr's metadata, which we do not use. */
export type FieldPosting = Record<string, object>;

/** A term's documents by field. */
export type Posting = Record<string, FieldPosting | number>;

interface IndexParts {
  readonly invertedIndex: Record<string, Posting>;
  /** By `field/reference`. */
  readonly fieldVectors: Record<string, object>;
  readonly tokenSet: TokenSet;
  readonly fields: readonly string[];
  readonly pipeline: object;
}

export interface Clause {
  readonly term: string;
  readonly fields?: readonly string[];
  readonly boost: number;
  readonly editDistance?: number;
  readonly usePipeline: false;
}

export interface LunrResult {
  readonly ref: string;
  readonly score: number;
  /** By term, then by field. */
  readonly matchData: { readonly metadata: Record<string, Record<string, object>> };
}

export interface LunrIndex {
  query(build: (query: { clause(clause: Clause): void }) => void): LunrResult[];
}

interface LunrParts {
  readonly Index: new (parts: IndexParts) => LunrIndex;
  /** Elements are pairs of term index and weight, by ascending index. */
  readonly Vector: new (elements: Float64Array) => object;
  readonly Pipeline: new () => object;
  readonly TokenSet: {
    fromArray(sortedTerms: string[]): TokenSet;
    fromClause(clause: { term: string; editDistance?: number }): TokenSet;
  };
}

export const parts = lunr as unknown as LunrParts;

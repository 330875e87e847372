import data from './weights.json' with { type: 'json' };

/** What speaks for or against a sentence, each 0 to 1. */
export const FEATURES = [
  /** It is the first of its article's body. */
  'opening',
  /** 1 for the first sentence, falling with the square root of the place. */
  'early',
  /** 1 for the first, 0 for the last sentence of its article. */
  'rank',
  /** Cosine with the centroid of all sentences. */
  'central',
  /** How many accounts use its content words, on average. */
  'agreement',
  /** Share of its content words that stand in a title. */
  'title',
  /** Share of it in quotation marks. */
  'quoted',
  /** Proper names among its words. */
  'names',
  /** It points at what another sentence names: "these talks", "also". */
  'pointing',
  /** Fewer than 12 words, by how many. */
  'short',
  /** More than 30 words, by how many. */
  'long',
] as const;

export type Feature = (typeof FEATURES)[number];

export interface Weights {
  readonly concepts: {
    /** What covering a concept is worth beside the sentences' own worth. */
    readonly weight: number;
    /** Exponent of the share of accounts that have the concept. */
    readonly support: number;
    /** Exponent of how often it comes in all. */
    readonly repeats: number;
    /** How much more a concept counts that articles bring up at once, per unit of prominence. */
    readonly prominence: number;
    /** Factor for concepts of one content word and one function word. */
    readonly functionWord: number;
    /** Accounts that must have a concept, where there are three or more. */
    readonly fewest: number;
  };
  /** Worth of the likeness of the whole summary with the centroid. */
  readonly centroid: number;
  /** How fast sentences count less towards the centroid the later they come; 0 counts all alike. */
  readonly decay: number;
  /** What it costs, per word, that two chosen sentences share all content words. */
  readonly redundancy: number;
  /** Exponent of a sentence's words in its own worth: 1 makes the worth one per word. */
  readonly perWord: number;
  /** Exponent of a sentence's words by which its gain is divided under a word budget. */
  readonly cost: number;
  readonly sentence: Readonly<Record<Feature, number>>;
}

/** One set for several articles, one for a single article. Fitted: see the file. */
export const WEIGHTS: { readonly story: Weights; readonly article: Weights } = data;

import data from './weights.json' with { type: 'json' };

/** What speaks for a concept of a story. */
export const CONCEPT_FEATURES = [
  'constant',
  /** Logarithm of the share of accounts that have it. */
  'support',
  /** Logarithm of how often an account that has it has it. */
  'repeats',
  /** How early accounts bring it up: 1 in the first sentence, falling with the square root of the place. */
  'prominence',
  /** Likeness with the centroid of the sentences that it stands in. */
  'central',
  /** Logarithm of the share of accounts that have the rarer of its content words. */
  'words',
  /** How rare its content words are in news at large. */
  'rarity',
  /** Logarithm of the number of accounts, 0 for ten. */
  'accounts',
] as const;

export type ConceptFeature = (typeof CONCEPT_FEATURES)[number];

/** What speaks for or against a sentence, each 0 to 1. */
export const FEATURES = [
  /** It is the first of its article's body. */
  'opening',
  /** 1 for the first, 0 for the last sentence of its article. */
  'rank',
  /** Share of its content words that stand in a title. */
  'title',
  /** Share of it in quotation marks. */
  'quoted',
  /** It points at what another sentence names: "these talks", "also". */
  'pointing',
  /** It has no finite verb. */
  'fragment',
  /** Fewer than 12 words, by how many. */
  'short',
  /** Share of the other accounts that report the fact too; of sentences longer or shorter than 25 words more or less. */
  'agreed',
] as const;

export type Feature = (typeof FEATURES)[number];

export interface Weights {
  /**
   * Coefficients of the chance that a person's summary has a concept, which is what covering it is worth;
   * null where concepts are not looked at.
   */
  readonly concepts: Readonly<Record<ConceptFeature, number>> | null;
  /** Worth of the likeness of the whole summary with the centroid. */
  readonly centroid: number;
  /** How fast sentences count less towards the centroid the later they come; 0 counts all alike. */
  readonly decay: number;
  /** Exponent of a word's rarity in news in its weight in the centroid; 0 weighs all alike. */
  readonly rarity: number;
  /** Exponent of a sentence's words in its own worth under a word budget: 1 makes the worth one per word. */
  readonly perWord: number;
  /** Exponent of a sentence's words by which its gain is divided under a word budget. */
  readonly cost: number;
  /** The most of its gain for which a sentence is given up for one that reports the same and reads better alone. */
  readonly concession: number;
  readonly sentence: Readonly<Record<Feature, number>>;
}

/** What tells whether another account reports a sentence too, though no pair was found. */
export interface Traces {
  /** The most of its words that any one other account has, rare words of the story counting more: 0 to 1. */
  readonly covered: number;
  /** 1 for the first sentence of its article, falling with the square root of its place. */
  readonly early: number;
  /** Words, in sentences of 25. */
  readonly length: number;
}

export type TraceWeights = Readonly<Record<'constant' | keyof Traces, number>>;

/** Fitted: see the file. */
export const WEIGHTS: {
  /** For the choice among several articles, and in a single one. */
  readonly story: Weights;
  readonly article: Weights;
  /** Coefficients of the chance that another account reports a sentence at least in part. */
  readonly elsewhere: TraceWeights;
} = data;

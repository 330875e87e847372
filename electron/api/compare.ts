import type { ArticleSummary } from './article.ts';
import type { ArticleId, SentenceId } from './ids.ts';
import type { Citation } from './summary.ts';

/** A part of a sentence's text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of one sentence, verbatim: `text` is the sentence's text between the offsets. */
export interface Excerpt extends Citation, Span {
  readonly text: string;
}

/** Two sentences of different articles that report the same fact. */
export interface AlignedPair {
  readonly a: SentenceId;
  readonly b: SentenceId;
  /** 0 to 1: how likely the two report the same fact. */
  readonly score: number;
  /** `full`: one could stand for the other. `partial`: they share a fact, and one says more or other things too. */
  readonly strength: 'full' | 'partial';
}

/** Sentences that report one fact: joined by full pairs, in the order of the articles and of their text. */
export interface SentenceGroup {
  readonly sentences: readonly SentenceId[];
}

export interface Alignment {
  readonly articleIds: readonly ArticleId[];
  /** Best first. */
  readonly pairs: readonly AlignedPair[];
  /** Of two sentences at least; every sentence is in one group at most. In the order of the story. */
  readonly groups: readonly SentenceGroup[];
  /** Sentences of the articles (headings and recaps excepted) that no other article reports. */
  readonly unique: readonly SentenceId[];
}

/** Why two sentences are aligned, or seem to be. */
export type EvidenceKind =
  'name' | 'number' | 'date' | 'quotation' | 'term' | 'synonym' | 'neighbours' | 'heading';

export interface Evidence {
  readonly kind: EvidenceKind;
  /** The words of each sentence that agree; empty for `neighbours`, where the sentences around them agree. */
  readonly a: readonly Span[];
  readonly b: readonly Span[];
  /** 0 to 1: its share of what speaks for the pair; all of a pair sum to 1. */
  readonly weight: number;
}

/** Articles that rewrite one underlying text count as one account. */
export interface Account {
  /** Stable while its first article is the same. */
  readonly id: string;
  /** In the order of the articles. */
  readonly articleIds: readonly ArticleId[];
  /** Why its articles are one account, or that the article stands alone: a sentence. */
  readonly reason: string;
}

/** How far two articles go back to one text. */
export interface Derivation {
  readonly a: ArticleId;
  readonly b: ArticleId;
  /** 0 to 1: how likely one rewrites the other or both rewrite a third. */
  readonly score: number;
  /** Share of the shorter article's sentences that the longer one tells in the same order. */
  readonly coverage: number;
  /** Share of the shorter article's runs of five words that the longer one has too. */
  readonly shingles: number;
  /** Share of the shorter article's rare words and pairs of words that the longer one has too. */
  readonly rarePhrases: number;
  /** Quotations that both have, in the same order. */
  readonly quotations: number;
  /** The longest runs of words that both have, at most five, longest first. */
  readonly phrases: readonly { readonly a: Excerpt; readonly b: Excerpt }[];
}

/** A fact and who reports it. */
export interface Fact {
  /** In the words of the account that says it most briefly. */
  readonly excerpt: Excerpt;
  /** Who reports it, at most once an article, in the order of the articles; the excerpt's article included. */
  readonly reports: readonly Report[];
  /** How many independent accounts report it. */
  readonly independent: number;
}

export interface Report extends Citation {
  /** Whether it reports the fact differently: a discrepancy names its sentence. */
  readonly differs: boolean;
}

export type DiscrepancyKind =
  | 'number'
  | 'date'
  | 'duration'
  | 'attribution'
  | 'title'
  | 'status'
  | 'quotation'
  | 'place'
  | 'participants';

/**
 * `conflict`: the readings cannot all be true. `difference`: they can, but a careful reader wants to know.
 * `framing`: the choice of words only.
 */
export type Severity = 'conflict' | 'difference' | 'framing';

/** What an article says of a disputed point. */
export interface Claim {
  /** The words that differ. */
  readonly value: Excerpt;
  /** The part of the sentence to show them in; holds the value. */
  readonly context: Span;
}

/** Claims that agree with each other, best worded first. */
export interface Reading {
  readonly claims: readonly [Claim, ...Claim[]];
}

export interface Discrepancy {
  /** Stable while the same sentences differ in the same kind. */
  readonly id: string;
  readonly kind: DiscrepancyKind;
  readonly severity: Severity;
  /** What it is about, in words the readings share: "peace proposal", "Trump". */
  readonly about: string;
  /** A sentence that says what differs. */
  readonly what: string;
  /** Two at least; those of the most accounts first. */
  readonly readings: readonly [Reading, Reading, ...Reading[]];
  /** The reader has put it aside. */
  readonly dismissed: boolean;
}

export interface Quotation extends Excerpt {
  /** The sentences it runs over, the first included: one or more. `text` covers the first of them only. */
  readonly sentences: readonly SentenceId[];
  /** Everything between the quotation marks, over all its sentences, joined by spaces. */
  readonly whole: string;
  /** Who says it, by the fullest name the article has, as published; null where nobody is named. */
  readonly speaker: string | null;
  /** The same for one speaker in all articles; null where nobody is named. */
  readonly speakerKey: string | null;
  /** The verb that attributes it, as published: "said", "according to". */
  readonly cue: string | null;
  /** Less than a clause of its own. */
  readonly fragment: boolean;
  /** The same for one utterance in all articles, also where it is worded differently. */
  readonly group: string;
}

/** How the date of an article is known. */
export interface Dating {
  readonly articleId: ArticleId;
  /** ISO 8601 calendar date, null where nothing tells. */
  readonly date: string | null;
  readonly origin: 'stated' | 'corrected' | 'inferred' | 'unknown';
  /** Why, as a sentence. */
  readonly reason: string;
}

/** A dated event. */
export interface TimelineEntry extends Citation {
  /** What dates it, as published: "on Sunday". */
  readonly expression: Excerpt;
  /** What happened: the clause, in the same sentence. */
  readonly event: Excerpt;
  /** ISO 8601 to the precision known: "2014", "2022-02", "2025-12-14". */
  readonly date: string;
  /** Last day of a range, in the same form; null for a single date. */
  readonly end: string | null;
  /** The text leaves the day open: "around", "earlier this week", "late last year". */
  readonly approximate: boolean;
  /** The same for one event in all articles. */
  readonly group: string;
}

/** Some articles seen together. */
export interface Comparison {
  /** A title worth reading for what they have in common; the article's own title where there is one article. */
  readonly title: string;
  /** In the order asked. */
  readonly articles: readonly ArticleSummary[];
  readonly accounts: readonly Account[];
  /** Every pair of articles once, the most alike first. */
  readonly derivation: readonly Derivation[];
  readonly alignment: Alignment;
  /** Facts that several articles report first, then those of one alone, each in the order of the story. */
  readonly facts: readonly Fact[];
  /** The gravest and best supported first. Dismissed ones are among them and say so. */
  readonly discrepancies: readonly Discrepancy[];
  /** In the order of the articles and of their text. */
  readonly quotations: readonly Quotation[];
  readonly datings: readonly Dating[];
  /** By date; entries of one group stand together. */
  readonly timeline: readonly TimelineEntry[];
}

/** What readers have said of what Synoptic found, kept until they take it back. */
export interface Corrections {
  /** Each names the sentences of the claims that a discrepancy put aside had. */
  readonly dismissed: readonly Dismissal[];
  readonly dates: readonly { readonly articleId: ArticleId; readonly date: string }[];
  /**
   * Why they may not be as the reader left them, or will not be kept: sentences for the reader. Absent where all is
   * well.
   */
  readonly notice?: string;
}

/**
 * A discrepancy put aside. It stays so while all its claims are among these sentences: a claim that comes to
 * it later brings it back.
 */
export interface Dismissal {
  readonly kind: DiscrepancyKind;
  readonly sentenceIds: readonly SentenceId[];
  /**
   * The words in dispute, in step with `sentenceIds`: two points of one kind can stand in the same sentences.
   * Without them any words of the sentences are meant.
   */
  readonly spans?: readonly Span[] | undefined;
}

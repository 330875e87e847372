import type { Span } from '../../api/index.ts';
import type { AnalysedSentence } from './analysis.ts';

/** A number with its unit and what it counts. */
export interface Quantity extends Span {
  /** "over a million households" → 1000000. */
  readonly value: number;
  /** "%", "EUR", "hour", "km", or the stem of what is counted; empty where nothing tells. */
  readonly unit: string;
  /** `about`: around, some; `above`: over, more than, at least; `below`: under, up to, nearly. */
  readonly bound: 'exact' | 'about' | 'above' | 'below';
}

/** The quantities of a sentence, in the order of its text. Dates, years and times of day are none. */
export function findQuantities(_sentence: AnalysedSentence): readonly Quantity[] {
  return [];
}

import type { Span } from '../../api/index.ts';
import type { AnalysedSentence } from './analysis.ts';
import { readBound, withBound, type Bound } from './quantity-bounds.ts';
import { readNumber } from './quantity-numbers.ts';
import { readUnit } from './quantity-counted.ts';
import { isLabel } from './quantity-labels.ts';

/** A number with its unit and what it counts. */
export interface Quantity extends Span {
  /** "over a million households" → 1000000. */
  readonly value: number;
  /**
   * What the words allow for, both ends included: "more than 20" allows for 23, "800,000" for what is rounded
   * to it, "tens of thousands" for anything of that size.
   */
  readonly low: number;
  readonly high: number;
  /** "%", "EUR", "hour", "km", or the stem of what is counted; empty where nothing tells. */
  readonly unit: string;
  /** Stems of the words between the number and what is counted: "armed", "police". */
  readonly modifiers: readonly string[];
  /** `about`: around, some; `above`: over, more than, at least; `below`: under, up to, nearly. */
  readonly bound: Bound;
}

const CONVERTED = 0.03;

const cache = new WeakMap<AnalysedSentence, readonly Quantity[]>();

/**
 * The quantities of a sentence, in the order of its text, from the words of their bound to what is counted.
 * Dates, years, times of day, ordinals and numbers that only name something ("Article 5") are none.
 */
export function findQuantities(sentence: AnalysedSentence): readonly Quantity[] {
  const known = cache.get(sentence);
  if (known) return known;
  const found = read(sentence);
  cache.set(sentence, found);
  return found;
}

function read(sentence: AnalysedSentence): Quantity[] {
  const { text, tokens } = sentence;
  const quantities: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const number = readNumber(text, tokens, i);
    if (!number) continue;
    const at = i;
    i = number.last;
    if (isLabel(sentence, at, number)) continue;
    const unit = readUnit(sentence, at, number);
    if (!unit) continue;
    i = Math.max(i, unit.last);
    const bound = readBound(text, tokens, at, unit.last, number.vague);
    const value = number.value * unit.factor;
    // What is brought from one unit to another was rounded in its own.
    const slack = unit.factor === 1 || unit.factor === 100 ? 0 : CONVERTED;
    const { low, high } = withBound(
      {
        low: number.low * unit.factor * (1 - slack),
        high: number.high * unit.factor * (1 + slack),
        value,
      },
      bound.bound,
    );
    const start = Math.min(bound.start ?? unit.start, unit.start);
    quantities.push({
      start,
      end: Math.max(unit.end, bound.end ?? 0),
      value,
      low,
      high,
      unit: unit.unit,
      modifiers: unit.modifiers,
      bound: bound.bound,
    });
  }
  return quantities;
}

import type { Claim, DiscrepancyKind, Excerpt, Severity, Span } from '../../../api/index.ts';
import type { AnalysedSentence } from '../../language/analysis.ts';

/** A difference as its finder sees it, before those of one point are merged and the gravest chosen. */
export interface Finding {
  readonly kind: DiscrepancyKind;
  readonly severity: Severity;
  readonly about: string;
  readonly what: string;
  /** Claims that agree stand together. */
  readonly readings: readonly (readonly Claim[])[];
  /** How sure it is, 0 to 1: decides between findings of one point and what is shown. */
  readonly sureness: number;
}

export function excerpt({ articleId, id, text }: AnalysedSentence, { start, end }: Span): Excerpt {
  return { articleId, sentenceId: id, text: text.slice(start, end), start, end };
}

/** Words at which a clause that can stand alone begins. */
const OPENS_CLAUSE =
  /^(?:and|but|while|whereas|although|though|because|which|who|when|where|after|before|as|if|unless|saying|adding|with)$/i;
const SHORTEST = 24;

/**
 * The part of a sentence around some of its words that says enough to understand them: to the nearest
 * semicolon, dash, colon or comma before a clause on either side, unless too little would be left.
 */
export function clauseAround({ text, tokens }: AnalysedSentence, span: Span): Span {
  let start = 0;
  let end = text.length;
  for (let i = 1; i < tokens.length; i++) {
    const [previous, token] = [tokens[i - 1], tokens[i]];
    if (!previous || !token) continue;
    const gap = text.slice(previous.end, token.start);
    const breaks = /[;:—–]|\s-\s/.test(gap) || (gap.includes(',') && OPENS_CLAUSE.test(token.text));
    if (!breaks) continue;
    if (token.start <= span.start && span.end - token.start >= SHORTEST) start = token.start;
    if (previous.end >= span.end && previous.end - start >= SHORTEST) {
      end = previous.end;
      break;
    }
  }
  return { start, end };
}

export function claim(sentence: AnalysedSentence, value: Span): Claim {
  return { value: excerpt(sentence, value), context: clauseAround(sentence, value) };
}

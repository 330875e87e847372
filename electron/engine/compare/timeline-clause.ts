import type { Span } from '../../api/index.ts';

/** Shorter sentences are shown whole, in characters. */
const SHORT = 110;
const FEWEST_WORDS = 4;

/** Clause boundaries that are tried on either side, the nearest first. */
const TRIED = 4;

/** Where a clause ends: the length of the match up to the group is the end, what follows it begins the next. */
const BOUNDARY =
  /(?:;|:(?= [^\d])|\s[–—-](?=\s)|—|,(?= (?:and|but|while|when|as|after|before|because|although|though|which|who|whose|where|if|since|with|saying|adding|noting|citing|calling|including|according|following|despite|prompting|marking|leaving|making|in a|so|he said|she said|they said|officials said)\b)|,(?=[”"’']? (?:\p{L}+ ){0,4}(?:said|told|wrote|added|says)\b))\s?/gu;
const VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says|\p{Ll}{3,}(?:ed|es|ing)|met|made|took|gave|went|came|held|won|lost|led|began|told|left|became|ran|put|set|cut|hit|let|fell|rose|spoke|wrote|sent|built|found|got|kept|paid|read|saw|sat|stood|bought|brought|fought|fled|drew|broke|chose|died|shot|struck)\b/u;
/** What a clause cannot open with alone: it leans on the clause before it. */
const LEANS =
  /^(?:and|but|which|who|whose|where|with|in a|saying|adding|noting|citing|calling|including|prompting|marking|leaving|making|so|or|if|because|although|though|despite|as|while|since)\b/i;

/**
 * The clause of a sentence that an expression belongs to: the sentence itself where it is short, else the shortest
 * stretch between clause boundaries that holds the expression, a verb and four words, and does not lean on the
 * clause before it. Never parts a quotation from its marks.
 */
export function clauseAround(text: string, expression: Span): Span {
  const whole = trimmed(text, 0, text.length);
  if (text.length <= SHORT) return whole;
  const cuts = [...text.matchAll(BOUNDARY)].map(({ 0: match, index }) => ({
    end: index,
    next: index + match.length,
  }));
  const starts = [0, ...cuts.map(({ next }) => next)]
    .filter((start) => start <= expression.start)
    .reverse()
    .slice(0, TRIED);
  const ends = [...cuts.map(({ end }) => end), text.length]
    .filter((end) => end >= expression.end)
    .slice(0, TRIED);
  let best: Span = whole;
  for (const start of starts) {
    for (const end of ends) {
      const span = trimmed(text, start, end);
      if (span.end - span.start < best.end - best.start && reads(text, span)) best = span;
    }
  }
  return best;
}

function reads(text: string, { start, end }: Span): boolean {
  const part = text.slice(start, end);
  if (part.split(' ').length < FEWEST_WORDS || part.length < 25 || !VERB.test(part)) return false;
  if (start > 0 && LEANS.test(part)) return false;
  const count = (mark: string): number => part.split(mark).length - 1;
  return count('“') === count('”') && count('"') % 2 === 0 && count('(') === count(')');
}

function trimmed(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: start + part.trimEnd().length };
}

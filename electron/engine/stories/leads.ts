import type { AnalysedSentence, Analysis } from '../language/analysis.ts';

/** Sentences that tell what an article is about. */
const LEAD = 3;

/** The first sentences of an article, headings left out. */
export function leadOf({ sentences }: Analysis): AnalysedSentence[] {
  return sentences.filter(({ position }) => position >= 0 && position < LEAD);
}

import type { AnalysedSentence, Analysis } from '../language/analysis.ts';

/** Sentences that tell what an article is about. */
const LEAD = 3;

/** The first sentences of an article, headings left out. */
export function leadOf({ sentences }: Analysis): AnalysedSentence[] {
  return sentences.filter(({ position }) => position >= 0 && position < LEAD);
}

/** Stems of the title and the first sentences. */
export function leadStems(analysis: Analysis): ReadonlySet<string> {
  const stems = new Set(analysis.titleStems);
  for (const sentence of leadOf(analysis)) for (const stem of sentence.stems) if (stem) stems.add(stem);
  return stems;
}

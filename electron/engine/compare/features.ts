import type { AnalysedSentence, Analysis } from '../language/analysis.ts';

/** Sentences that can report a fact: neither headings nor recaps of their own article. */
export function reportable(analysis: Analysis): AnalysedSentence[] {
  return analysis.sentences.filter((sentence) => sentence.position >= 0 && sentence.type !== 'preformatted');
}

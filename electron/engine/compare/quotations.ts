import type { Alignment, Quotation } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { mergeNames } from '../language/name-variants.ts';
import { findQuotations } from '../language/quotations.ts';
import { utterances } from './quotations-groups.ts';
import { speakerKeys } from './quotations-speakers.ts';

/** The quotations of all articles, with the same utterance and the same speaker recognised across them. */
export function quotationsOf(analyses: readonly Analysis[], alignment: Alignment): readonly Quotation[] {
  const names = mergeNames(analyses);
  const keyed = analyses.flatMap((analysis) => {
    const quotations = findQuotations(analysis);
    const keys = speakerKeys(analysis, quotations, names);
    return quotations.map((quotation, at) => ({
      quotation,
      speakerKey: keys[at] ?? null,
      language: analysis.language,
    }));
  });
  const groups = utterances(keyed, alignment);
  return keyed.map(({ quotation, speakerKey }, at) => ({
    ...quotation,
    speakerKey,
    group: groups[at] ?? '',
  }));
}

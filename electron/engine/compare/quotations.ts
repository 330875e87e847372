import type { Alignment, Quotation } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';

/** The quotations of all articles, with the same utterance and the same speaker recognised across them. */
export function quotationsOf(_analyses: readonly Analysis[], _alignment: Alignment): readonly Quotation[] {
  return [];
}

import type { Quotation } from '../../api/index.ts';
import type { Analysis } from './analysis.ts';

/** A direct quotation, as one article has it. */
export type ArticleQuotation = Omit<Quotation, 'group' | 'speakerKey'>;

/** The direct quotations of an article, in the order of its text. */
export function findQuotations(_analysis: Analysis): readonly ArticleQuotation[] {
  return [];
}

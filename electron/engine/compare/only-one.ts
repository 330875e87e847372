import type { Account, Alignment, SummarySentence } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';

/** The sentences that one account alone reports, its rewrites apart, the most telling first. */
export const onlyOneAccount: (
  analyses: readonly Analysis[],
  alignment: Alignment,
  accounts: readonly Account[],
) => readonly SummarySentence[] = () => [];

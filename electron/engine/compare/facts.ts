import type { Account, Alignment, Discrepancy, Fact } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';

/** What the articles report, and who reports it: facts of several articles first, then those of one alone. */
export function factsOf(
  _analyses: readonly Analysis[],
  _alignment: Alignment,
  _accounts: readonly Account[],
  _discrepancies: readonly Discrepancy[],
): readonly Fact[] {
  return [];
}

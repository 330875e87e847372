import type {
  Account,
  Alignment,
  Dating,
  Discrepancy,
  Quotation,
  TimelineEntry,
} from '../../../api/index.ts';
import type { Analysis } from '../../language/analysis.ts';

/** What is known of some articles before their differences are looked for. */
export interface Seen {
  readonly analyses: readonly Analysis[];
  readonly alignment: Alignment;
  readonly accounts: readonly Account[];
  readonly quotations: readonly Quotation[];
  readonly datings: readonly Dating[];
  readonly timeline: readonly TimelineEntry[];
}

/** Where the articles differ, the gravest and best supported first. */
export function findDiscrepancies(_seen: Seen): readonly Omit<Discrepancy, 'dismissed'>[] {
  return [];
}

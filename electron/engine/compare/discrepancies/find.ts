import { createHash } from 'node:crypto';
import type {
  Account,
  Alignment,
  Claim,
  Dating,
  Discrepancy,
  Quotation,
  Reading,
  TimelineEntry,
} from '../../../api/index.ts';
import type { Analysis } from '../../language/analysis.ts';
import type { Finding } from './finding.ts';
import { groundOf, type Ground } from './ground.ts';
import { findNumbers } from './numbers.ts';
import { findQuotationDifferences } from './quotations.ts';
import { findDates } from './dates.ts';
import { findOwners } from './owners.ts';
import { findSpeakers } from './speakers.ts';
import { findStatus } from './status.ts';
import { findTitles } from './titles.ts';
import { findVoteDifferences } from './votes.ts';

/** What is known of some articles before their differences are looked for. */
export interface Seen {
  readonly analyses: readonly Analysis[];
  readonly alignment: Alignment;
  readonly accounts: readonly Account[];
  readonly quotations: readonly Quotation[];
  readonly datings: readonly Dating[];
  readonly timeline: readonly TimelineEntry[];
}

const FINDERS: readonly ((ground: Ground) => readonly Finding[])[] = [
  findNumbers,
  findVoteDifferences,
  findQuotationDifferences,
  findTitles,
  findSpeakers,
  findStatus,
  findOwners,
  findDates,
];

const SEVERITIES = ['conflict', 'difference', 'framing'] as const;

/** Claims in the order of the text, at most one a sentence. */
function inOrder(claims: readonly Claim[], ground: Ground): Claim[] {
  const sorted = [...claims].sort(
    (a, b) =>
      ground.place(a.value.sentenceId) - ground.place(b.value.sentenceId) || a.value.start - b.value.start,
  );
  const seen = new Set<string>();
  return sorted.filter(({ value }) => {
    const known = seen.has(value.sentenceId);
    seen.add(value.sentenceId);
    return !known;
  });
}

function accountsOf(claims: readonly Claim[], ground: Ground): number {
  return new Set(claims.map(({ value }) => ground.accountOf(value.articleId)?.id ?? value.articleId)).size;
}

function discrepancyOf(finding: Finding, ground: Ground): Omit<Discrepancy, 'dismissed'> | null {
  const readings = finding.readings
    .flatMap((unsorted) => {
      const [best, ...others] = inOrder(unsorted, ground);
      if (!best) return [];
      const claims = [best, ...others] as const;
      return [{ claims, accounts: accountsOf(claims, ground), place: ground.place(best.value.sentenceId) }];
    })
    .sort((a, b) => b.accounts - a.accounts || a.place - b.place)
    .map(({ claims }): Reading => ({ claims }));
  const [first, second, ...rest] = readings;
  if (!first || !second) return null;
  const ids = readings.flatMap(({ claims }) => claims.map(({ value }) => value.sentenceId)).sort();
  const hash = createHash('sha256')
    .update([finding.kind, ...new Set(ids)].join(' '))
    .digest('hex');
  const { kind, severity, about, what } = finding;
  return {
    id: `difference-${hash.slice(0, 16)}`,
    kind,
    severity,
    about,
    what,
    readings: [first, second, ...rest],
  };
}

/** Where the articles differ, the gravest and best supported first. */
export function findDiscrepancies(seen: Seen): readonly Omit<Discrepancy, 'dismissed'>[] {
  const ground = groundOf(seen);
  const findings = FINDERS.flatMap((find) => find(ground));
  return findings
    .map((finding) => ({ finding, discrepancy: discrepancyOf(finding, ground) }))
    .flatMap(({ discrepancy }) => (discrepancy ? [discrepancy] : []))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

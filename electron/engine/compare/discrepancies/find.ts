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

const same = (a: Claim['value'], b: Claim['value']) =>
  a.sentenceId === b.sentenceId && a.start < b.end && b.start < a.end;

/** Whether two findings are about one point: of one kind, with the same words of two sentences in dispute. */
function isSamePoint(a: Finding, b: Finding): boolean {
  if (a.kind !== b.kind) return false;
  const values = b.readings.flat().map(({ value }) => value);
  const common = a.readings.flat().filter(({ value }) => values.some((other) => same(value, other)));
  return new Set(common.map(({ value }) => value.articleId)).size >= 2;
}

/** How many are shown where only the choice of words differs: the more of them, the less each is read. */
const MOST_FRAMINGS: Partial<Record<Finding['kind'], number>> = { title: 3, quotation: 5 };

/**
 * Where the articles differ, the gravest and best supported first: conflicts before differences before framing, then
 * by the number of independent accounts, then in the order of the text. What is found does not depend on the order
 * of the articles.
 */
export function findDiscrepancies(seen: Seen): readonly Omit<Discrepancy, 'dismissed'>[] {
  const ground = groundOf(seen);
  const findings: Finding[] = [];
  for (const finding of FINDERS.flatMap((find) => find(ground)).sort((a, b) => b.sureness - a.sureness)) {
    if (!findings.some((other) => isSamePoint(other, finding))) findings.push(finding);
  }
  const counts = new Map<Finding['kind'], number>();
  return findings
    .flatMap((finding) => {
      const discrepancy = discrepancyOf(finding, ground);
      if (!discrepancy) return [];
      const claims = discrepancy.readings.flatMap((reading) => reading.claims);
      const places = claims.map(({ value }) => ground.place(value.sentenceId));
      return [{ discrepancy, accounts: accountsOf(claims, ground), place: Math.min(...places) }];
    })
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.discrepancy.severity) - SEVERITIES.indexOf(b.discrepancy.severity) ||
        b.accounts - a.accounts ||
        a.place - b.place ||
        (a.discrepancy.id < b.discrepancy.id ? -1 : 1),
    )
    .map(({ discrepancy }) => discrepancy)
    .filter(({ kind, severity }) => {
      if (severity !== 'framing') return true;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= (MOST_FRAMINGS[kind] ?? Infinity);
    });
}

import type { Discrepancy, Dismissal, SentenceId } from '../../electron/api/index.ts';

/** The points that are in dispute in a sentence, the gravest first. Those put aside are left out. */
export function disputesBySentence(
  discrepancies: readonly Discrepancy[],
): ReadonlyMap<SentenceId, readonly Discrepancy[]> {
  const disputes = new Map<SentenceId, Discrepancy[]>();
  for (const discrepancy of discrepancies) {
    if (discrepancy.dismissed) continue;
    for (const id of sentencesIn(discrepancy)) {
      disputes.set(id, [...(disputes.get(id) ?? []), discrepancy]);
    }
  }
  return disputes;
}

/** What puts a discrepancy aside, or brings it back. */
export function dismissalOf(discrepancy: Discrepancy): Dismissal {
  const values = discrepancy.readings.flatMap(({ claims }) => claims.map(({ value }) => value));
  return {
    kind: discrepancy.kind,
    sentenceIds: values.map(({ sentenceId }) => sentenceId),
    spans: values.map(({ start, end }) => ({ start, end })),
  };
}

function sentencesIn({ readings }: Discrepancy): ReadonlySet<SentenceId> {
  return new Set(readings.flatMap(({ claims }) => claims.map(({ value }) => value.sentenceId)));
}

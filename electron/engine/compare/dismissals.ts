import type { Discrepancy, Dismissal } from '../../api/index.ts';

/** Marks the discrepancies a reader has put aside: those all of whose claims one dismissal of the kind names. */
export function withDismissals(
  discrepancies: readonly Omit<Discrepancy, 'dismissed'>[],
  dismissed: readonly Dismissal[],
): Discrepancy[] {
  const known = dismissed.map(({ kind, sentenceIds }) => ({ kind, sentences: new Set(sentenceIds) }));
  return discrepancies.map((discrepancy) => ({
    ...discrepancy,
    dismissed: known.some(
      ({ kind, sentences }) =>
        kind === discrepancy.kind &&
        discrepancy.readings.every(({ claims }) =>
          claims.every(({ value }) => sentences.has(value.sentenceId)),
        ),
    ),
  }));
}
